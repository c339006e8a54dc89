import { type BinRange, type Bins, binRange } from "./bins";

/** The figures of a chart as rows. */
export interface ChartTable {
  readonly columns: readonly string[];
  /** First cell of a row names it; the rest are figures. */
  readonly rows: readonly (readonly string[])[];
}

/** Values, customers and their share, one row per bin. */
export function distributionTable(
  bins: Bins,
  whole: boolean,
  columns: readonly string[],
  range: (range: BinRange) => string,
  format: { readonly number: (value: number) => string; readonly percent: (share: number) => string },
): ChartTable {
  const total = bins.counts.reduce((sum, customers) => sum + customers, 0);
  return {
    columns,
    rows: bins.counts.map((customers, index) => [
      range(binRange(bins, index, whole)),
      format.number(customers),
      format.percent(total > 0 ? customers / total : 0),
    ]),
  };
}
