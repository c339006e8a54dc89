import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from "echarts/charts";
import type { AriaComponentOption, GridComponentOption, TooltipComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { ChartTheme } from "./theme";

export type Option = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | LineSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | AriaComponentOption
>;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a chart says: the picture, and the same details in words for hover, keyboard and screen reader. */
export interface Drawing {
  readonly option: Option;
  /** One text per datum of the first series, in order; lines broken by newlines. */
  readonly points: readonly string[];
  /** What is seen, in one or two sentences. */
  readonly description: string;
}

/** Text of an axis. */
export function axisText(theme: ChartTheme) {
  return { color: theme.muted, fontSize: 12, fontFamily: theme.font } as const;
}

/** A tooltip that sets no inline style (the page's policy forbids it) and stays inside the chart. */
export function tooltip(theme: ChartTheme): TooltipComponentOption {
  return {
    trigger: "item",
    renderMode: "richText",
    confine: true,
    transitionDuration: 0,
    backgroundColor: theme.surface,
    borderColor: theme.line,
    borderWidth: 1,
    padding: [8, 10],
    shadowBlur: 0,
    shadowColor: "transparent",
    textStyle: { color: theme.text, fontSize: 13, fontFamily: theme.font, lineHeight: 19 },
  };
}

/** Options every chart shares. The first drawing stands still; later ones move only to show what changed. */
export function frame(theme: ChartTheme): Option {
  return {
    animation: true,
    animationDuration: 0,
    animationDurationUpdate: 160,
    animationEasingUpdate: "cubicOut",
    textStyle: { fontFamily: theme.font, color: theme.text },
    // The container carries its own label, in the page's language.
    aria: { enabled: false },
  };
}
