import { type CellsData, type ChartTheme, shadeOf, toneShadeOf } from "../../charts";
import type { CellReach } from "../../engine/protocol";
import type { Words } from "../../words";
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
