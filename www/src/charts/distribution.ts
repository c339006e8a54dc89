import type { CustomSeriesOption } from "echarts/charts";
import { type BinRange, type Bins, binRange, cutPosition, markPosition, oneValueBins } from "./bins";
import { axisText, type Drawing, frame, type Option, type Size } from "./drawing";
import { labelStride, placeLabels, textWidth } from "./labels";
import type { ChartTheme } from "./theme";

type Render = NonNullable<CustomSeriesOption["renderItem"]>;
type CustomSeriesRenderItemAPI = Parameters<Render>[1];
type CustomSeriesRenderItemReturn = ReturnType<Render>;
type Shape = NonNullable<CustomSeriesRenderItemReturn>;

/** A value marked by a line: a cut point, a median. */
export interface Mark {
  readonly value: number;
  readonly label: string;
}

/** A range of values with a name, and the shorter name it bears where it is narrow. */
export interface Band {
  readonly name: string;
  readonly short: string;
}

export interface DistributionData {
  readonly bins: Bins;
  /** Whether the values are whole numbers (days, orders). */
  readonly whole: boolean;
  /** Lines, ascending. */
  readonly marks: readonly Mark[];
  /** The bands between the lines, from the left; one more than marks, or none. */
  readonly bands: readonly Band[];
}

export interface DistributionWords {
  /** Axis title with unit. */
  readonly x: string;
  /** Axis title with unit. */
  readonly y: string;
  /** A value on the axis. */
  readonly value: (value: number) => string;
  /** A count on the axis. */
  readonly count: (count: number) => string;
  /** What one bin holds, and who is in it. */
  readonly point: (range: BinRange, customers: number, share: number) => string;
  readonly description: string;
}

const labelRow = 16;
const labelRows = 3;
const inset = { left: 62, right: 14, bottom: 44 };

/** Customers per value: bars over bins of any width, with lines and named bands. */
export function distribution(data: DistributionData, words: DistributionWords, theme: ChartTheme, size: Size): Drawing {
  const { bins, whole } = data;
  const count = bins.counts.length;
  const total = bins.counts.reduce((sum, customers) => sum + customers, 0);
  const plotWidth = Math.max(size.width - inset.left - inset.right, 40);
  const guides = layGuides(data, plotWidth);
  const ticks = axisTicks(bins, words, plotWidth);
  const points = bins.counts.map((customers, index) =>
    words.point(binRange(bins, index, whole), customers, total > 0 ? customers / total : 0),
  );
  const option: Option = {
    ...frame(theme),
    grid: {
      left: inset.left,
      right: inset.right,
      top: guides.top,
      bottom: inset.bottom,
      // The labels are laid out for exactly this plot.
      outerBoundsMode: "none",
    },
    xAxis: {
      type: "value",
      min: 0,
      max: count,
      name: words.x,
      nameLocation: "middle",
      nameGap: 26,
      nameTextStyle: axisText(theme),
      axisLine: { show: true, onZero: false, lineStyle: { color: theme.line } },
      axisTick: { show: !ticks.centred, length: 4, lineStyle: { color: theme.line }, customValues: ticks.at },
      axisLabel: { ...axisText(theme), customValues: ticks.at, formatter: ticks.text },
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
        data: bins.counts.map((customers, index) => [index, customers]),
        silent: true,
        z: 2,
        renderItem: (_, api) => bar(api, theme),
      },
      // No series at all where there is nothing to draw: an empty group would leave the guides before in place.
      ...(data.marks.length === 0
        ? []
        : [
            {
              type: "custom",
              data: [[0, 0]],
              silent: true,
              z: 1,
              renderItem: (_, api) => ({
                type: "group",
                children: guides.draw((at) => api.coord([at, 0])[0] ?? 0, api.coord([0, 0])[1] ?? 0, theme),
              }),
            } satisfies CustomSeriesOption,
          ]),
    ],
  };
  return { option, points, pointed: [0], middle: 0.5, description: words.description };
}

/** Labels under the middle of bins that hold one number each, else under their edges. */
function axisTicks(bins: Bins, words: DistributionWords, width: number) {
  const count = bins.counts.length;
  const centred = oneValueBins(bins);
  const text = (at: number): string => {
    const index = Math.floor(at + 1e-9);
    const value = bins.edges[index] ?? 0;
    if (centred) return index === count - 1 && bins.openAbove ? `${words.value(value)}+` : words.value(value);
    const open = (index === 0 && bins.openBelow) || (index === count && bins.openAbove);
    return open ? "" : words.value(value);
  };
  const all = Array.from({ length: centred ? count : count + 1 }, (_, index) => (centred ? index + 0.5 : index));
  const widest = Math.max(...all.map((at) => textWidth(text(at), 12)));
  const stride = roundStride(labelStride(all.length, width, widest), bins.log);
  const offset = tickOffset(bins, stride);
  const at = all.filter((_, index) => index % stride === offset);
  return { centred, text, at: centred && bins.openAbove ? withLast(at, count - 0.5, stride) : at };
}

/** The next stride that keeps labels at round values: edges are multiples of 1, 2 or 5, or run 1, 2, 5, 10. */
function roundStride(stride: number, log: boolean): number {
  if (log) return stride === 1 ? 1 : Math.ceil(stride / 3) * 3;
  return [1, 2, 5, 10, 20, 50].find((round) => round >= stride) ?? stride;
}

/** The first index to label, so that labels fall on powers of ten, or on multiples of the stride. */
function tickOffset({ edges, log }: Bins, stride: number): number {
  if (stride === 1) return 0;
  const round = edges.findIndex((edge, index) => {
    const unit = log ? 10 ** Math.round(Math.log10(edge)) : ((edges[index + 1] ?? edge) - edge) * stride;
    return unit > 0 && Math.abs(edge / unit - Math.round(edge / unit)) < 1e-9;
  });
  return Math.max(round, 0) % stride;
}

/** The open last bin is always labelled, in place of labels it would touch. */
const withLast = (at: readonly number[], last: number, stride: number): number[] => [
  ...at.filter((tick) => last - tick >= stride),
  last,
];

/** Lines with their labels in rows above the plot, and bands with their names between them. */
function layGuides({ bins, whole, marks, bands }: DistributionData, width: number) {
  const count = bins.counts.length;
  const banded = bands.length > 0;
  const bandRow = banded ? labelRow : 0;
  const lines = marks.map((mark) => ({
    label: mark.label,
    at: banded ? cutPosition(bins, mark.value, whole) : markPosition(bins, mark.value),
  }));
  const placed = placeLabels(
    lines.map((line) => {
      const half = textWidth(line.label, 12) / 2;
      const x = Math.min((line.at / count) * width, width + inset.right - half);
      // Not beyond the left edge, where the values of the other axis are written.
      return { line, x: Math.max(x, half), width: 2 * half };
    }),
    labelRows,
  );
  const labelOf = new Map(placed.map(({ item, row }) => [item.line, { row, x: item.x }]));
  const top = 8 + bandRow + labelRow * Math.max(0, ...placed.map(({ row }) => row + 1));
  const edges = [0, ...lines.map((line) => line.at), count];

  const draw = (x: (position: number) => number, bottom: number, theme: ChartTheme): Shape[] => {
    const text = { align: "center", verticalAlign: "middle", font: `12px ${theme.font}` } as const;
    const bandShapes = bands.flatMap(({ name, short }, index): Shape[] => {
      const left = x(edges[index] ?? 0);
      const right = x(edges[index + 1] ?? count);
      const shape = { x: left, y: top - bandRow, width: right - left, height: bottom - top + bandRow };
      const y = top - bandRow / 2;
      const fits = [name, short].find((label) => right - left >= textWidth(label, 12) + 2);
      return [
        ...(index % 2 === 0 ? [{ type: "rect", shape, style: { fill: theme.band } } as const] : []),
        ...(fits === undefined
          ? []
          : [{ type: "text", style: { ...text, text: fits, x: (left + right) / 2, y, fill: theme.muted } } as const]),
      ];
    });
    const lineShapes = lines.flatMap((line): Shape[] => {
      const at = x(line.at);
      const label = labelOf.get(line);
      const labelTop = top - bandRow - labelRow * (label?.row ?? 0);
      const shape = { x1: at, x2: at, y1: labelTop, y2: bottom };
      return [
        { type: "line", shape, style: { stroke: theme.mark, lineWidth: 1, lineDash: [3, 3] } },
        ...(label === undefined
          ? []
          : [
              {
                type: "text",
                style: { ...text, text: line.label, x: x(0) + label.x, y: labelTop - labelRow / 2, fill: theme.mark },
              } as const,
            ]),
      ];
    });
    return [...bandShapes, ...lineShapes];
  };
  return { top, draw };
}

function bar(api: CustomSeriesRenderItemAPI, theme: ChartTheme): CustomSeriesRenderItemReturn {
  const index = Number(api.value(0));
  const customers = Number(api.value(1));
  const [left = 0, top = 0] = api.coord([index, customers]);
  const [right = 0, bottom = 0] = api.coord([index + 1, 0]);
  const gap = right - left > 6 ? 1 : 0.5;
  // A bin with anyone in it is never invisible.
  const height = customers > 0 ? Math.max(bottom - top, 1) : 0;
  return {
    type: "rect",
    shape: { x: left + gap, y: bottom - height, width: Math.max(right - left - 2 * gap, 1), height },
    style: { fill: theme.bar },
    emphasis: { style: { fill: theme.barStrong } },
  };
}
