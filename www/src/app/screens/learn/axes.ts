import type { LessonData } from "../../../engine/protocol";
import type { Format, Words } from "../../../words";

export interface AxisName {
  readonly name: string;
  readonly unit: string | null;
}

/** What the axes of a lesson are called. */
export function axesOf(data: LessonData, words: Words): readonly [AxisName, AxisName] {
  if (data.kind === "sample") return words.learn.samples[data.sample].axes;
  const name = (key: typeof data.x) => ({ name: words.features.name(key), unit: words.features.unit(key) || null });
  return [name(data.x), name(data.y)];
}

export const axisTitle = ({ name, unit }: AxisName): string => (unit === null ? name : `${name} · ${unit}`);

/** How the figures of an axis are written: with as many decimals as its span asks for. */
export function figureOf(f: Format, values: Float64Array): (value: number) => string {
  const [low, high] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const decimals = high - low < 10 ? 2 : high - low < 1000 ? 1 : 0;
  return (value) => f.fixed(value, decimals);
}
