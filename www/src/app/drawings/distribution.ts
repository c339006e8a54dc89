import { type BinRange, type ChartTheme, type Drawing, distribution, type Size } from "../../charts";
import type { Histogram, Spread } from "../../engine/protocol";
import type { Words } from "../../words";

export const DIMENSIONS = ["r", "f", "m"] as const;
export type DimensionName = (typeof DIMENSIONS)[number];

/** How R, F or M is spread over customers, with its median; for the screen and for the report. */
export function distributionDrawing(
  name: DimensionName,
  bins: Histogram,
  spread: Spread,
  words: Words,
): (size: Size, theme: ChartTheme) => Drawing {
  const { f } = words;
  const say = words.overview.distributions;
  const [, median] = spread.quartiles;
  const customers = bins.counts.reduce((sum, count) => sum + count, 0);
  const whole = name !== "m";
  const label = say.median(whole ? f.number(median, 1) : f.money(median));
  const data = { bins, whole, marks: [{ value: median, label }], bands: [] };
  const chartWords = {
    x: bins.log ? say.axesLog : say.axes[name],
    y: say.customers,
    value: f.compact,
    count: f.compact,
    point: (range: BinRange, count: number, share: number) => say.point(say.range[name](range), count, share),
    description: say.description(say.names[name], spreadTold(name, spread, words), customers),
  };
  return (size, theme) => distribution(data, chartWords, theme, size);
}

/** Median and middle half, in words. */
export const spreadTold = (name: DimensionName, { quartiles: [low, median, high] }: Spread, words: Words): string =>
  words.overview.distributions.spread[name](low, median, high);
