import { type Drawing, frame, type Option, type Size } from "./drawing";
import { textWidth } from "./labels";
import { rampSteps } from "./ramp";
import { shadeOf } from "./shade";
import { group, lettering, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

export interface RetentionCell {
  /** From 0 to 1, how strong its colour is; null for the month of the first purchase, where everybody bought. */
  readonly strength: number | null;
  readonly text: string;
  /** The month is not over yet. */
  readonly open: boolean;
  /** Its details in words; lines broken by newlines. */
  readonly point: string;
}

export interface RetentionRow {
  readonly name: string;
  /** How many customers it has, as text. */
  readonly size: string;
  /** The month of the first purchase, and those after it. */
  readonly cells: readonly RetentionCell[];
}

export interface RetentionWords {
  /** Over the names, the sizes and the cells. */
  readonly cohort: string;
  readonly size: string;
  readonly after: string;
  readonly description: string;
}

const top = 42;
const gap = 2;
/** Narrower cells bear no text. */
const written = 30;

/** Height of the picture for so many cohorts. */
export const retentionHeight = (rows: number): number => top + rows * rowHeight(rows) + 4;

const rowHeight = (rows: number): number => (rows > 16 ? 20 : 26);

/** The step of the ramp for a strength, so that who came back is never as pale as nothing. */
export const retentionStep = (strength: number | null): number =>
  strength === null ? 0 : Math.min(Math.max(Math.ceil(strength * rampSteps), 1), rampSteps);

/** Who came back: one row per month of the first purchase, one column per month after it. */
export function retention(
  rows: readonly RetentionRow[],
  words: RetentionWords,
  theme: ChartTheme,
  size: Size,
): Drawing {
  const columns = Math.max(...rows.map(({ cells }) => cells.length), 1);
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => textWidth(text, 12)));
  const names = Math.ceil(widest([words.cohort, ...rows.map(({ name }) => name)])) + 10;
  const sizes = Math.ceil(widest([words.size, ...rows.map(({ size: text }) => text)])) + 10;
  const left = names + sizes;
  const width = Math.min(Math.max((size.width - left - 2) / columns, 4), 72);
  const height = rowHeight(rows.length);
  const small = columns > 1 && width < textWidth("00", 12) + 4;
  const x = (column: number) => left + column * width;
  const y = (row: number) => top + row * height;
  // Over the cells, and within the picture.
  const after = Math.max(Math.min(x(0), size.width - textWidth(words.after, 12) - 2), 0);
  const text = { font: theme.font, fill: theme.muted } as const;
  const cells = rows.flatMap(({ cells }, row) => cells.map((cell, column) => ({ cell, row, column })));

  const head = (): Shape =>
    group([
      lettering({ ...text, text: words.cohort, at: [0, top - 10], align: "left" }),
      lettering({ ...text, text: words.size, at: [left - 10, top - 10], align: "right" }),
      lettering({ ...text, text: words.after, at: [after, top - 30], align: "left" }),
      ...Array.from({ length: columns }, (_, column) => column)
        .filter((column) => !small || column % 6 === 0)
        .map((column) =>
          lettering({ ...text, text: String(column), at: [x(column + 0.5) - gap / 2, top - 10], align: "center" }),
        ),
      ...rows.flatMap((row, index) => [
        lettering({ ...text, text: row.name, at: [0, y(index + 0.5) - gap / 2], align: "left", fill: theme.text }),
        lettering({ ...text, text: row.size, at: [left - 10, y(index + 0.5) - gap / 2], align: "right" }),
      ]),
    ]);

  const cell = (index: number): Shape => {
    const place = cells[index];
    if (!place) return group([]);
    const { strength, text: figure, open } = place.cell;
    const { fill, ink } = shadeOf(retentionStep(strength), theme);
    const [at, from] = [x(place.column), y(place.row)];
    return group([
      {
        type: "rect",
        shape: { x: at, y: from, width: Math.max(width - gap, 2), height: height - gap, r: 3 },
        style: { fill, ...(open ? { stroke: theme.text, lineWidth: 1, lineDash: [2, 2] } : {}) },
        emphasis: { style: { stroke: theme.mark, lineWidth: 2, lineDash: "solid" } },
      },
      ...(width < written
        ? []
        : [
            lettering({
              text: figure,
              at: [at + (width - gap) / 2, from + (height - gap) / 2],
              align: "center",
              fill: ink,
              font: theme.font,
            }),
          ]),
    ]);
  };

  const option: Option = {
    ...frame(theme),
    grid: { left, right: 2, top, bottom: 4, outerBoundsMode: "none" },
    xAxis: { type: "value", min: 0, max: 1, show: false },
    yAxis: { type: "value", min: 0, max: 1, show: false },
    series: [
      {
        type: "custom",
        data: cells.map((_, index) => [0, index]),
        silent: true,
        z: 2,
        renderItem: (params) => cell(params.dataIndex),
      },
      { type: "custom", data: [[0, 0]], silent: true, z: 1, renderItem: () => head() },
    ],
  };
  return {
    option,
    points: cells.map(({ cell: { point } }) => point),
    pointed: [0],
    middle: 0,
    description: words.description,
    spots: {
      hit: (px, py) => {
        const [column, row] = [Math.floor((px - left) / width), Math.floor((py - top) / height)];
        const index = cells.findIndex((place) => place.row === row && place.column === column);
        return index < 0 ? null : index;
      },
      at: (index) => {
        const place = cells[index];
        return { x: x((place?.column ?? 0) + 0.5), y: y((place?.row ?? 0) + 0.5) };
      },
    },
  };
}
