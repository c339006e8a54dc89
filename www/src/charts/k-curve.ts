import type { CustomSeriesOption } from "echarts/charts";
import { axisText, type Drawing, frame, type Option, type Size } from "./drawing";
import { type KMeasure, measureDot, measureLine, rangeOf } from "./k-measure";
import { textWidth } from "./labels";
import { group, lettering, rule, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

export interface KCurveData {
  readonly ks: readonly number[];
  readonly measures: readonly KMeasure[];
  /** Indices in `ks`. */
  readonly chosen: number | null;
  readonly suggested: number | null;
}

export interface KCurveWords {
  readonly axis: string;
  readonly suggested: string;
  readonly chosen: string;
  readonly both: string;
  /** In place of a measure without values. */
  readonly pending: string;
  /** All measures of a number of clusters. */
  readonly points: readonly string[];
  readonly description: string;
}

const left = 56;
const right = 16;
const top = 20;
const titleRow = 20;
const gap = 6;
const bottom = 40;

/** Measures over the number of clusters: small charts one above the other over one axis, so that each k is one line down. */
export function kCurve(data: KCurveData, words: KCurveWords, theme: ChartTheme, size: Size): Drawing {
  const { ks, measures } = data;
  const width = Math.max(size.width - left - right, 40);
  const panels = panelsOf(measures, size.height);
  const last = panels.length - 1;
  const floor = (panels[last]?.top ?? top) + (panels[last]?.height ?? 0);

  const option: Option = {
    ...frame(theme),
    grid: panels.map((panel) => ({ left, right, top: panel.top, height: panel.height, outerBoundsMode: "none" })),
    xAxis: panels.map((_, index) => ({
      type: "value",
      gridIndex: index,
      min: -0.5,
      max: ks.length - 0.5,
      name: index === last ? words.axis : "",
      nameLocation: "middle",
      nameGap: 24,
      nameTextStyle: axisText(theme),
      axisLine: { show: true, onZero: false, lineStyle: { color: index === last ? theme.line : theme.faint } },
      axisTick: { show: false },
      axisLabel: {
        ...axisText(theme),
        show: index === last,
        customValues: ks.map((_, place) => place),
        formatter: (place: number) => String(ks[place] ?? ""),
      },
      splitLine: { show: false },
    })),
    yAxis: panels.map(({ measure }, index) => {
      const [min, max] = rangeOf(measure);
      return {
        type: "value",
        gridIndex: index,
        min,
        max,
        interval: max - min,
        name: measure.title,
        nameLocation: "end",
        nameGap: 7,
        nameTextStyle: {
          ...axisText(theme),
          color: theme.text,
          align: "left",
          padding: [0, 0, 0, 4 - left],
          // Parts the letters from what runs down through the panels.
          textBorderColor: theme.page,
          textBorderWidth: 3,
        },
        axisLine: { show: false, onZero: false },
        axisTick: { show: false },
        axisLabel: {
          ...axisText(theme),
          show: measure.values.some((value) => value !== null),
          // Within the panel, so that labels of neighbours do not meet.
          verticalAlignMinLabel: "bottom",
          verticalAlignMaxLabel: "top",
          formatter: measure.format,
        },
        splitLine: { show: false },
      };
    }),
    series: [
      still(0, 0, -1, () => backdrop(data, words, theme, width, floor)),
      ...panels.map((panel, index) =>
        still(index, rangeOf(panel.measure)[0], 2, (_, api) =>
          measureLine(panel.measure, words.pending, api, theme, {
            left,
            right: left + width,
            top: panel.top,
            bottom: panel.top + panel.height,
          }),
        ),
      ),
      ...panels.map(
        ({ measure }, index): CustomSeriesOption => ({
          type: "custom",
          xAxisIndex: index,
          yAxisIndex: index,
          data: measure.values.map((value, place) => [place, value ?? rangeOf(measure)[0]]),
          silent: true,
          z: 3,
          renderItem: (params, api) => measureDot(measure, params.dataIndex, api, theme),
        }),
      ),
    ],
  };
  return {
    option,
    points: words.points,
    pointed: panels.map((_, index) => 1 + panels.length + index),
    middle: 0,
    description: words.description,
  };
}

/** A series of one shape that nothing points at. */
const still = (
  axis: number,
  value: number,
  z: number,
  renderItem: NonNullable<CustomSeriesOption["renderItem"]>,
): CustomSeriesOption => ({
  type: "custom",
  xAxisIndex: axis,
  yAxisIndex: axis,
  data: [[0, value]],
  silent: true,
  z,
  renderItem,
});

interface Panel {
  readonly measure: KMeasure;
  readonly top: number;
  readonly height: number;
}

function panelsOf(measures: readonly KMeasure[], height: number): Panel[] {
  const weights = measures.reduce((sum, { weight }) => sum + weight, 0);
  const room = Math.max(height - top - bottom - measures.length * (titleRow + gap), measures.length * 24);
  let at = top;
  return measures.map((measure) => {
    const panel = { measure, top: at + titleRow, height: Math.round((room * measure.weight) / weights) };
    at = panel.top + panel.height + gap;
    return panel;
  });
}

/** What is suggested and what is chosen, down through all panels. */
function backdrop(data: KCurveData, words: KCurveWords, theme: ChartTheme, width: number, floor: number): Shape {
  const { chosen, suggested } = data;
  const column = width / data.ks.length;
  const x = (index: number) => left + (index + 0.5) * column;
  const shapes: Shape[] = [];
  if (chosen !== null)
    shapes.push({
      type: "rect",
      shape: { x: x(chosen) - column / 2, y: top - 2, width: column, height: floor - top + 2, r: 3 },
      style: { fill: theme.chosen },
    });
  if (suggested !== null) shapes.push(rule([x(suggested), top], [x(suggested), floor], theme.mark, [3, 3]));
  const labels =
    chosen !== null && chosen === suggested
      ? [{ index: chosen, text: words.both, fill: theme.mark }]
      : [
          ...(suggested === null ? [] : [{ index: suggested, text: words.suggested, fill: theme.muted }]),
          ...(chosen === null ? [] : [{ index: chosen, text: words.chosen, fill: theme.mark }]),
        ];
  const edge = left + width + right;
  for (const { text, fill, at } of apart(labels, x, edge))
    shapes.push(lettering({ text, at: [at, top - 11], align: "center", fill, font: theme.font }));
  return group(shapes);
}

interface Label {
  readonly index: number;
  readonly text: string;
  readonly fill: string;
}

/** At most two labels, centred on their columns, within the picture and apart from each other. */
function apart(labels: readonly Label[], x: (index: number) => number, edge: number): (Label & { at: number })[] {
  const placed = [...labels]
    .sort((a, b) => a.index - b.index)
    .map((label) => {
      const half = textWidth(label.text, 12) / 2;
      return { ...label, half, at: Math.min(Math.max(x(label.index), half + 2), edge - half - 2) };
    });
  const [first, second] = placed;
  if (first && second) {
    const overlap = Math.max(first.at + first.half + 8 - (second.at - second.half), 0);
    first.at -= overlap / 2;
    second.at += overlap / 2;
  }
  return placed;
}
