import { type CellsData, type ChartTheme, shadeOf, toneShadeOf } from "../../charts";
import type { CellReach } from "../../engine/protocol";
import type { Words } from "../../words";
import type { NamedDimension } from "../coverage-cells";
import { type CoverageMeasure, measureColour, measureText } from "../coverage-measures";
import { summed } from "../coverage-sums";

/** Cells in rows and columns, as the page shows them. */
export interface CoverageTable {
  readonly corner: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row and column. */
  readonly cells: readonly (readonly CellReach[])[];
}

/** The cells as tables of the first two dimensions, one for each segment of the third; `measure` names a lone column. */
export function coverageTables(
  cells: readonly CellReach[],
  [rows, columns, multiples]: readonly NamedDimension[],
  measure: string,
): readonly (CoverageTable & {
  readonly multiple: string | null;
  /** The places of the cells in the report. */
  readonly indices: readonly (readonly number[])[];
})[] {
  const wide = columns?.segments.length ?? 1;
  const high = multiples?.segments.length ?? 1;
  return Array.from({ length: high }, (_, at) => {
    const indices = (rows?.segments ?? []).map((_, row) =>
      Array.from({ length: wide }, (_, column) => (row * wide + column) * high + at),
    );
    return {
      multiple: multiples?.segments[at] ?? null,
      corner: [rows?.name, columns?.name].filter((name) => name !== undefined).join(" × "),
      rows: rows?.segments ?? [],
      columns: columns?.segments ?? [measure],
      cells: indices.map((row) => row.flatMap((index) => cells[index] ?? [])),
      indices,
    };
  });
}

/** A table of cells with its sums as a picture. */
export function coverageCells(
  table: CoverageTable,
  measure: CoverageMeasure,
  range: readonly [number, number],
  words: Words,
  theme: ChartTheme,
): CellsData {
  const { corner, rows, columns, cells } = table;
  const plain = (of: readonly CellReach[]) => ({ text: measureText(words, measure, summed(of)[measure]) });
  const shaded = (cell: CellReach) => {
    if (cell.customers === 0) return { text: "–", shade: shadeOf(0, theme) };
    const colour = measureColour(measure, cell, range);
    return {
      text: measureText(words, measure, cell[measure]),
      beneath: `n = ${words.f.number(cell.customers)}`,
      shade: "tone" in colour ? toneShadeOf(colour.tone, theme) : shadeOf(colour.shade, theme),
    };
  };
  const column = (at: number) => cells.flatMap((row) => row[at] ?? []);
  return {
    corner,
    columns: [...columns, words.coverage.heat.all],
    rows: [
      ...rows.map((name, at) => ({ name, cells: [...(cells[at] ?? []).map(shaded), plain(cells[at] ?? [])] })),
      {
        name: words.coverage.heat.all,
        cells: [...columns.map((_, at) => plain(column(at))), plain(cells.flat())],
      },
    ],
    description: words.coverage.heat.title(words.coverage.measures[measure].name),
  };
}
