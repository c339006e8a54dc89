import type { CoverageReport } from "../../engine/protocol";
import type { Words } from "../../words";
import { cellsOf, dimensionsOf } from "../coverage-cells";
import type { CsvCell } from "../csv";
import { QUESTIONS } from "./checks";
import { MARKET_COLUMNS, type MarketColumn, type MarketTable, marketTable } from "./market";
import { stancesOf } from "./stance";

/** What a column of the table is called; its weight by what cells are weighed by. */
export const columnName = (
  words: Words,
  column: MarketColumn,
  { weighedBy }: Pick<MarketTable, "weighedBy">,
): string => (column === "weight" ? words.market.table.weight[weighedBy] : words.market.table.columns[column]);

/** A row per cell: its figures against the market, its place in the grid, and its checks; the first row names the columns. */
export function marketRows(words: Words, report: CoverageReport): readonly (readonly CsvCell[])[] {
  const { stances, checks, file } = words.market;
  const dimensions = dimensionsOf(words, report);
  const table = marketTable(report, cellsOf(dimensions));
  const placed = stancesOf(report, table);
  const verdict = (passes: boolean | null | undefined): string =>
    passes == null ? "" : passes ? checks.pass : checks.fail;
  return [
    [
      ...dimensions.map(({ name }) => name),
      ...MARKET_COLUMNS.map((column) => columnName(words, column, table)),
      stances.axes.attractiveness,
      stances.axes.strength,
      file.zone,
      ...QUESTIONS.map((question) => checks.questions[question]),
    ],
    ...table.rows.map((row) => {
      const stance = placed.find(({ cell }) => cell.index === row.cell.index);
      const own = report.checks[row.cell.index];
      return [
        ...row.cell.place.map((segment, at) => dimensions[at]?.segments[segment] ?? ""),
        ...MARKET_COLUMNS.map((column) => row[column]),
        stance?.attractiveness ?? null,
        stance?.strength ?? null,
        stance === undefined ? null : stances.zones[stance.zone],
        ...QUESTIONS.map((question) => verdict(own?.[question].passes)),
      ];
    }),
  ];
}
