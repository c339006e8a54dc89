import { type Drawing, frame, type Option, type Size } from "./drawing";
import { textWidth } from "./labels";
import { wrapped } from "./picture";
import type { Shade } from "./shade";
import { group, lettering, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

/** A cell: its figure, another one beneath it, and its colour; without a colour it is a sum or the like. */
export interface CellsCell {
  readonly text: string;
  readonly beneath?: string;
  readonly shade?: Shade;
}

export interface CellsRow {
  readonly name: string;
  /** The colour that the row goes by elsewhere. */
  readonly swatch?: string;
  readonly cells: readonly CellsCell[];
}

/** A table whose cells are coloured. */
export interface CellsData {
  /** Above the names of the rows. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly CellsRow[];
  readonly description: string;
}

const line = 15;
/** Lines that the name of a column may take. */
const headLines = 3;
const top = headLines * line + 8;
const gap = 2;
const rowHeight = 44;
const swatch = 10;

/** Height of the picture for so many rows. */
export const cellsHeight = (rows: number): number => top + rows * rowHeight;

/** A table of coloured cells as a picture: what the page itself shows as a table that can be walked through. */
export function cells({ corner, columns, rows, description }: CellsData, theme: ChartTheme, size: Size): Drawing {
  const names = rows.map(({ name, swatch: colour }) => textWidth(name, 12) + (colour === undefined ? 0 : swatch + 6));
  const left = Math.min(Math.max(textWidth(corner, 12), ...names) + 14, size.width / 3);
  const width = (size.width - left) / Math.max(columns.length, 1);
  const height = (size.height - top) / Math.max(rows.length, 1);
  const text = { font: theme.font, fill: theme.muted } as const;

  const head = (name: string, x: number, align: "left" | "center", room: number): readonly Shape[] => {
    const lines = wrapped(name, room, 12).slice(0, headLines);
    return lines.map((part, at) =>
      lettering({ ...text, text: part, at: [x, top - 12 - (lines.length - 1 - at) * line], align, width: room }),
    );
  };

  const row = ({ name, swatch: colour, cells: figures }: CellsRow, at: number): Shape => {
    const middle = top + (at + 0.5) * height - gap / 2;
    const indent = colour === undefined ? 0 : swatch + 6;
    return group([
      ...(colour === undefined
        ? []
        : [
            {
              type: "rect" as const,
              shape: { x: 0, y: middle - swatch / 2, width: swatch, height: swatch, r: 2 },
              style: { fill: colour },
            },
          ]),
      lettering({
        ...text,
        text: name,
        at: [indent, middle],
        align: "left",
        fill: theme.text,
        width: left - indent - 8,
      }),
      ...figures.map((cell, column) => figure(cell, left + column * width, top + at * height)),
    ]);
  };

  const figure = ({ text: main, beneath, shade }: CellsCell, x: number, y: number): Shape => {
    const [wide, high] = [width - gap, height - gap];
    const ink = shade?.ink ?? theme.text;
    const at = (offset: number): readonly [number, number] => [x + wide / 2, y + high / 2 + offset];
    const written = { align: "center", fill: ink, font: theme.font, width: wide } as const;
    return group([
      ...(shade === undefined
        ? []
        : [{ type: "rect" as const, shape: { x, y, width: wide, height: high, r: 3 }, style: { fill: shade.fill } }]),
      lettering({ ...written, text: main, at: at(beneath === undefined ? 0 : -line / 2), bold: shade !== undefined }),
      ...(beneath === undefined ? [] : [lettering({ ...written, text: beneath, at: at(line / 2) })]),
    ]);
  };

  const drawn = (): Shape =>
    group([
      ...head(corner, 0, "left", left - 8),
      ...columns.flatMap((name, at) => head(name, left + (at + 0.5) * width - gap / 2, "center", width - gap)),
      ...rows.map(row),
    ]);

  const option: Option = {
    ...frame(theme),
    grid: { left, right: 0, top, bottom: 0, outerBoundsMode: "none" },
    xAxis: { type: "value", min: 0, max: 1, show: false },
    yAxis: { type: "value", min: 0, max: 1, show: false },
    series: [{ type: "custom", data: [[0, 0]], silent: true, renderItem: drawn }],
  };
  return { option, points: [], pointed: [], middle: 0, description };
}
