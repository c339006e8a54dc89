import type { BarSeriesOption, CustomSeriesOption } from "echarts/charts";
import type { GridComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { ChartTheme } from "./theme";

export type Option = ComposeOption<BarSeriesOption | CustomSeriesOption | GridComponentOption>;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a chart says: the picture, and the same details in words for hover, keyboard and screen reader. */
export interface Drawing {
  readonly option: Option;
  /** One text per datum of the first series, in order; lines broken by newlines. */
  readonly points: readonly string[];
  /** The series whose datum stands out when it is pointed at. */
  readonly pointed: number[];
  /** Where the middle of a datum lies on the axis, from its index. */
  readonly middle: 0 | 0.5;
  /** What is seen, in one or two sentences. */
  readonly description: string;
  /** Paints what is too much for shapes of its own, beneath the rest, in pixels of the picture. */
  readonly beneath?: (context: CanvasRenderingContext2D) => void;
  /** Where data lie that do not follow each other along the axis. */
  readonly spots?: Spots;
}

/** Where data lie, in pixels from the upper left corner of the chart. */
export interface Spots {
  /** The datum at a place; null where there is none. */
  readonly hit: (x: number, y: number) => number | null;
  readonly at: (index: number) => { readonly x: number; readonly y: number };
}

/** Text of an axis. */
export function axisText(theme: ChartTheme) {
  return { color: theme.muted, fontSize: 12, fontFamily: theme.font } as const;
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
