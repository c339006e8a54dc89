import type { XAXisComponentOption, YAXisComponentOption } from "echarts";
import type { BarSeriesOption } from "echarts/charts";
import { axisText, type Drawing, frame, type Option, type Size } from "./drawing";
import type { ChartTheme } from "./theme";

export interface OrdersPeriod {
  /** Name on the axis. */
  readonly label: string;
  readonly orders: number;
  readonly revenue: number;
  /** Whether the file covers all of it; the others are drawn hollow. */
  readonly complete: boolean;
  /** Its details in words; lines broken by newlines. */
  readonly point: string;
}

export interface OrdersWords {
  /** Title of the upper chart, with unit. */
  readonly orders: string;
  /** Title of the lower chart, with unit. */
  readonly revenue: string;
  /** A number on an axis. */
  readonly axis: (value: number) => string;
  readonly description: string;
}

const left = 52;
const right = 12;
const titleRow = 26;
const labelRow = 28;

/** Orders and revenue per period: two small charts over one time axis. */
export function orders(periods: readonly OrdersPeriod[], words: OrdersWords, theme: ChartTheme, size: Size): Drawing {
  const plots = size.height - 2 * titleRow - labelRow - 12;
  const upper = Math.round(plots * 0.58);
  const lower = plots - upper;
  const lowerTop = titleRow + upper + titleRow + 12;
  const points = periods.map((period) => period.point);

  const xAxis = (gridIndex: number, labels: boolean): XAXisComponentOption => ({
    type: "category",
    gridIndex,
    data: periods.map((period) => period.label),
    axisLine: { lineStyle: { color: theme.line }, onZero: true },
    axisTick: { show: false },
    axisLabel: { ...axisText(theme), show: labels, hideOverlap: true },
  });
  const yAxis = (gridIndex: number, name: string, splitNumber: number): YAXisComponentOption => ({
    type: "value",
    gridIndex,
    name,
    nameLocation: "end",
    nameGap: 10,
    nameTextStyle: { ...axisText(theme), align: "left", padding: [0, 0, 0, 2 - left] },
    splitNumber,
    axisLabel: { ...axisText(theme), formatter: words.axis },
    splitLine: { lineStyle: { color: theme.faint } },
  });
  const bars = (
    axis: number,
    fill: string,
    strong: string,
    value: (period: OrdersPeriod) => number,
  ): BarSeriesOption => ({
    type: "bar",
    xAxisIndex: axis,
    yAxisIndex: axis,
    barMaxWidth: 40,
    barCategoryGap: "22%",
    data: periods.map((period) => ({
      value: value(period),
      itemStyle: period.complete
        ? { color: fill }
        : { color: "transparent", borderColor: fill, borderWidth: 1.5, borderType: [3, 2] },
    })),
    silent: true,
    emphasis: { itemStyle: { color: strong } },
  });

  const option: Option = {
    ...frame(theme),
    grid: [
      { left, right, top: titleRow, height: upper },
      { left, right, top: lowerTop, height: lower },
    ],
    xAxis: [xAxis(0, false), xAxis(1, true)],
    yAxis: [yAxis(0, words.orders, 3), yAxis(1, words.revenue, 2)],
    series: [
      bars(0, theme.barStrong, theme.pointed, (period) => period.orders),
      bars(1, theme.bar, theme.barStrong, (period) => period.revenue),
    ],
  };
  return { option, points, pointed: [0, 1], middle: 0, description: words.description };
}
