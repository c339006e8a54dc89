import type { CustomSeriesOption } from "echarts/charts";
import { axisText, type Drawing, frame, type Option, type Size } from "./drawing";
import { labelStride, textWidth } from "./labels";
import { type Api, group, lettering, placeOf, rule, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

export interface GapsData {
  /** Days to a bin: bin `i` holds `i * width + 1` to `(i + 1) * width`. */
  readonly width: number;
  readonly counts: readonly number[];
  /** Where the axis ends, in days. */
  readonly end: number;
  /** Longer silence is drowsy. */
  readonly warning: number;
  /** Longer silence is lost. */
  readonly loss: number;
  /** Gaps in all, those beyond the last bin too. */
  readonly total: number;
}

export interface GapsWords {
  /** Axis titles with unit. */
  readonly x: string;
  readonly y: string;
  readonly count: (count: number) => string;
  /** The gaps of one bin. */
  readonly point: (from: number, to: number, count: number, share: number) => string;
  /** At the two lines. */
  readonly warning: string;
  readonly loss: string;
  /** What silence of so many days is: left of the first line, between both, right of the second. */
  readonly bands: readonly [string, string, string];
  readonly description: string;
}

/** Where the plot begins and ends, in pixels from the edges of the picture. */
export const gapsPlot = { left: 62, right: 16 } as const;

const row = 16;
const bottom = 44;
const STEPS = [1, 2, 7, 14, 30, 60, 90, 180, 365, 730, 1825, 3650, 18_250];

/** Gaps between purchases: bars over days, and the two gaps from which silence is drowsy and lost. */
export function gaps(data: GapsData, words: GapsWords, theme: ChartTheme, size: Size): Drawing {
  const { width, counts, end } = data;
  const plot = Math.max(size.width - gapsPlot.left - gapsPlot.right, 40);
  const x = (days: number) => gapsPlot.left + (Math.min(days, end) / end) * plot;
  const labels = labelsOf(data, words, x, gapsPlot.left + plot);
  const top = 8 + row * (1 + Math.max(...labels.map((label) => label.row + 1)));
  const floor = size.height - bottom;
  const ticks = ticksOf(end, plot, textWidth(words.count(end), 12));
  const option: Option = {
    ...frame(theme),
    grid: { left: gapsPlot.left, right: gapsPlot.right, top, bottom, outerBoundsMode: "none" },
    xAxis: {
      type: "value",
      min: 0,
      max: end / width,
      name: words.x,
      nameLocation: "middle",
      nameGap: 26,
      nameTextStyle: axisText(theme),
      axisLine: { show: true, onZero: false, lineStyle: { color: theme.line } },
      axisTick: { length: 4, lineStyle: { color: theme.line }, customValues: ticks.map((days) => days / width) },
      axisLabel: {
        ...axisText(theme),
        customValues: ticks.map((days) => days / width),
        formatter: (bins: number) => words.count(Math.round(bins * width)),
      },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      min: 0,
      splitNumber: 3,
      minInterval: 1,
      name: words.y,
      nameLocation: "middle",
      nameRotate: 90,
      nameGap: 46,
      nameMoveOverlap: false,
      nameTextStyle: axisText(theme),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...axisText(theme), formatter: words.count },
      splitLine: { lineStyle: { color: theme.faint } },
    },
    series: [
      {
        type: "custom",
        data: counts.map((count, index) => [index, count]),
        silent: true,
        z: 2,
        renderItem: (_, api) => bar(api, theme),
      },
      {
        type: "custom",
        data: [[0, 0]],
        silent: true,
        z: 1,
        renderItem: () => group(guides(data, words, labels, x, { top, floor, right: gapsPlot.left + plot }, theme)),
      } satisfies CustomSeriesOption,
    ],
  };
  return {
    option,
    points: counts.map((count, index) =>
      words.point(index * width + 1, (index + 1) * width, count, data.total > 0 ? count / data.total : 0),
    ),
    pointed: [0],
    middle: 0.5,
    description: words.description,
  };
}

/** Round numbers of days, as many as there is room for. */
function ticksOf(end: number, plot: number, width: number): number[] {
  const step = STEPS.find((days) => labelStride(end / days + 1, plot, width) === 1) ?? end;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

interface Label {
  readonly days: number;
  readonly text: string;
  readonly x: number;
  readonly row: number;
}

/** The names of both lines, one above the other where they would touch. */
function labelsOf(data: GapsData, words: GapsWords, x: (days: number) => number, right: number): Label[] {
  const at = (days: number, text: string) => {
    const half = textWidth(text, 12) / 2;
    return Math.min(Math.max(x(days), gapsPlot.left + half), right + gapsPlot.right - half - 2);
  };
  const first = at(data.warning, words.warning);
  const second = at(data.loss, words.loss);
  const touch = second - first < (textWidth(words.warning, 12) + textWidth(words.loss, 12)) / 2 + 8;
  return [
    { days: data.warning, text: words.warning, x: first, row: 0 },
    { days: data.loss, text: words.loss, x: second, row: touch ? 1 : 0 },
  ];
}

interface Plot {
  readonly top: number;
  readonly floor: number;
  readonly right: number;
}

function guides(
  { warning, loss }: GapsData,
  words: GapsWords,
  labels: readonly Label[],
  x: (days: number) => number,
  { top, floor, right }: Plot,
  theme: ChartTheme,
): Shape[] {
  const edges = [gapsPlot.left, x(warning), x(loss), right];
  const bands = words.bands.flatMap((name, index): Shape[] => {
    const from = edges[index] ?? 0;
    const to = edges[index + 1] ?? from;
    const shape = { x: from, y: top - row, width: to - from, height: floor - top + row };
    const fits = to - from >= textWidth(name, 12) + 2;
    return [
      ...(index === 1 ? [{ type: "rect", shape, style: { fill: theme.band } } as const] : []),
      ...(fits
        ? [
            lettering({
              text: name,
              at: [(from + to) / 2, top - row / 2],
              align: "center",
              fill: theme.muted,
              font: theme.font,
            }),
          ]
        : []),
    ];
  });
  const labelTop = (label: Label) => top - row * (1 + label.row);
  const lines = labels.map((label) =>
    rule([x(label.days), labelTop(label)], [x(label.days), floor], theme.mark, [3, 3]),
  );
  // After both lines, so that neither strikes through a name.
  const names = labels.map((label) =>
    lettering({
      text: label.text,
      at: [label.x, labelTop(label) - row / 2],
      align: "center",
      fill: theme.mark,
      font: theme.font,
      halo: theme.page,
    }),
  );
  return [...bands, ...lines, ...names];
}

function bar(api: Api, theme: ChartTheme): Shape {
  const index = Number(api.value(0));
  const count = Number(api.value(1));
  const [left, top] = placeOf(api, index, count);
  const [right, floor] = placeOf(api, index + 1, 0);
  const space = right - left > 6 ? 1 : 0.5;
  // A bin with any gap in it is never invisible.
  const height = count > 0 ? Math.max(floor - top, 1) : 0;
  return {
    type: "rect",
    shape: { x: left + space, y: floor - height, width: Math.max(right - left - 2 * space, 1), height },
    style: { fill: theme.bar },
    emphasis: { style: { fill: theme.barStrong } },
  };
}
