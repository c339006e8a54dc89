import type { ThemeName } from "../../../charts";
import type { SweepReport } from "../../../engine/protocol";
import type { Words } from "../../../words";

/** What the choice of k is made from. */
export interface KProps {
  readonly sweep: SweepReport;
  /** The smallest and the largest number that is tried, so that the axis stands still while the sweep fills in. */
  readonly range: readonly [number, number];
  /** The number of clusters in force. */
  readonly chosen: number | null;
  readonly words: Words;
  readonly theme: ThemeName;
  readonly onChoose: (k: number) => void;
}
