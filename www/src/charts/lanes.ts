import type { Drawing, Size } from "./drawing";
import { textWidth } from "./labels";
import { lettering, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

/** Rows of equal height below each other, each with its name at the left; in pixels. */
export interface Lanes {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Width and height of what lies beside the names. */
  readonly width: number;
  readonly height: number;
  /** Middle of a row. */
  readonly middle: (row: number) => number;
  /** Height of what is drawn in a row. */
  readonly thickness: number;
}

const margin = { right: 16, name: 12 };

export function lanesOf(names: readonly string[], size: Size, top: number, bottom: number): Lanes {
  const widest = Math.max(...names.map((name) => textWidth(name, 12)), 20);
  const left = Math.round(Math.min(widest + margin.name, size.width * 0.34));
  const height = Math.max(size.height - top - bottom, 1);
  const each = height / Math.max(names.length, 1);
  return {
    left,
    right: margin.right,
    top,
    bottom,
    width: Math.max(size.width - left - margin.right, 40),
    height,
    middle: (row) => top + (row + 0.5) * each,
    thickness: Math.max(Math.min(each * 0.62, 22), 4),
  };
}

/** The name of a row, cut where it has no room. */
export const laneName = (lanes: Lanes, name: string, row: number, theme: ChartTheme, bold: boolean): Shape =>
  lettering({
    text: name,
    at: [lanes.left - 8, lanes.middle(row)],
    align: "right",
    width: lanes.left - 10,
    fill: theme.text,
    font: theme.font,
    bold,
  });

/** A row is pointed at anywhere along it. */
export const laneSpots = (lanes: Lanes, rows: number, at: (row: number) => number): NonNullable<Drawing["spots"]> => ({
  hit: (_, y) => {
    const row = Math.floor(((y - lanes.top) / lanes.height) * rows);
    return row >= 0 && row < rows ? row : null;
  },
  at: (row) => ({ x: at(row), y: lanes.middle(row) - lanes.thickness / 2 }),
});
