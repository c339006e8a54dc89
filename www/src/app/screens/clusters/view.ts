import type { ThemeName } from "../../../charts";
import type { ClusterReport } from "../../../engine/protocol";
import type { Words } from "../../../words";

/** What every part that shows a clustering is made from; what is marked in one shows in all. */
export interface ClusterView {
  readonly report: ClusterReport;
  /** One per cluster, the user's or numbered. */
  readonly names: readonly string[];
  readonly words: Words;
  readonly theme: ThemeName;
  /** The cluster that is pointed at, else the chosen one. */
  readonly marked: number | null;
  readonly onPoint: (cluster: number | null) => void;
}
