import type { CoverageReport } from "../../../engine/protocol";
import type { NamedCell, NamedDimension } from "../../coverage-cells";
import type { ScreenProps } from "../../screen";

/** What every part of the screen is given. */
export interface CoverageView extends ScreenProps {
  readonly report: CoverageReport;
  readonly dimensions: readonly NamedDimension[];
  readonly cells: readonly NamedCell[];
}
