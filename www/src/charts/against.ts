import { type Drawing, frame, type Option, type Size } from "./drawing";
import { textWidth } from "./labels";
import { laneName, laneSpots, lanesOf } from "./lanes";
import { group, lettering, rule, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

export interface AgainstRow {
  readonly name: string;
  /** Its part of the whole, 0 to 1. */
  readonly weight: number;
  /** What is reached in it; may be above 1. */
  readonly rate: number;
  /** Its details in words; lines broken by newlines. */
  readonly point: string;
}

export interface AgainstData {
  readonly rows: readonly AgainstRow[];
  /** What is reached in all of them together. */
  readonly whole: number;
}

export interface AgainstWords {
  /** Titles over the two columns of bars. */
  readonly weight: string;
  readonly rate: string;
  /** At the line of the whole. */
  readonly whole: string;
  readonly percent: (share: number) => string;
  readonly description: string;
}

const top = 42;
const bottom = 6;
const between = 20;

/** Height at which every row has room for its name. */
export const againstHeight = (rows: number): number => top + bottom + rows * 22;

/** How much of the whole a row is, and beside it what is reached there: bars short of the whole's line stand out. */
export function against(data: AgainstData, words: AgainstWords, theme: ChartTheme, size: Size): Drawing {
  const { rows, whole } = data;
  const lanes = lanesOf(
    rows.map(({ name }) => name),
    size,
    top,
    bottom,
  );
  const first = { left: lanes.left, width: Math.round((lanes.width - between) * 0.38) };
  const second = { left: first.left + first.width + between, width: lanes.width - between - first.width };
  const labels = (values: readonly number[]) => Math.max(0, ...values.map((one) => textWidth(words.percent(one), 12)));
  const weights = rows.map(({ weight }) => weight);
  const rates = rows.map(({ rate }) => rate);
  const scale = (column: typeof first, values: readonly number[]) => {
    const most = Math.max(...values, 0);
    const room = Math.max(column.width - labels(values) - 8, 10);
    return (value: number) => (most > 0 ? (value / most) * room : 0);
  };
  const wide = scale(first, weights);
  const long = scale(second, [...rates, whole]);

  const bar = (left: number, width: number, row: number, fill: string): Shape => ({
    type: "rect",
    shape: {
      x: left,
      y: lanes.middle(row) - lanes.thickness / 2,
      width: Math.max(width, 1),
      height: lanes.thickness,
      r: 2,
    },
    style: { fill },
  });
  const figure = (text: string, at: number, row: number, align: "left" | "right", bold: boolean): Shape =>
    lettering({ text, at: [at, lanes.middle(row)], align, fill: theme.text, font: theme.font, bold });

  const drawn = (index: number): Shape => {
    const one = rows[index];
    if (one === undefined) return group([]);
    // What is written the same is not told apart.
    const isShort = Math.round(one.rate * 1000) < Math.round(whole * 1000);
    return group([
      laneName(lanes, one.name, index, theme, false),
      bar(first.left, wide(one.weight), index, theme.others),
      figure(words.percent(one.weight), first.left + wide(one.weight) + 5, index, "left", false),
      bar(second.left, long(one.rate), index, (isShort ? theme.tones[1] : theme.bar) ?? theme.bar),
      // In a column of their own, clear of the line.
      figure(words.percent(one.rate), second.left + second.width, index, "right", isShort),
    ]);
  };

  const titles = (): Shape => {
    const at = second.left + long(whole);
    const half = textWidth(words.whole, 12) / 2;
    const label = Math.min(Math.max(at, second.left + half), size.width - half - 2);
    const title = (text: string, { left, width }: typeof first) =>
      lettering({ text, at: [left, 9], align: "left", width, fill: theme.muted, font: theme.font });
    return group([
      title(words.weight, { ...first, width: first.width + between - 6 }),
      title(words.rate, { ...second, width: size.width - second.left }),
      lettering({ text: words.whole, at: [label, 28], align: "center", fill: theme.mark, font: theme.font }),
    ]);
  };

  const option: Option = {
    ...frame(theme),
    grid: { left: lanes.left, right: lanes.right, top, bottom, outerBoundsMode: "none" },
    xAxis: { type: "value", min: 0, max: 1, show: false },
    yAxis: { type: "value", min: 0, max: 1, show: false },
    series: [
      {
        type: "custom",
        data: rows.map((_, index) => [0, index]),
        silent: true,
        z: 3,
        renderItem: (params) => drawn(params.dataIndex),
      },
      { type: "custom", data: [[0, 0]], silent: true, z: 4, renderItem: titles },
      {
        type: "custom",
        data: [[0, 0]],
        silent: true,
        z: 2,
        renderItem: () => {
          const at = second.left + long(whole);
          return group([rule([at, top - 5], [at, size.height - bottom], theme.mark, [4, 3])]);
        },
      },
    ],
  };
  return {
    option,
    points: rows.map(({ point }) => point),
    pointed: [0],
    middle: 0,
    description: words.description,
    spots: laneSpots(lanes, rows.length, (row) => second.left + long(rates[row] ?? 0) / 2),
  };
}
