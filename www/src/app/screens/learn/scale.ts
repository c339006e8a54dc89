import { roundTicks } from "../../../charts";
import type { LessonAxis } from "../../../engine/protocol";
import type { Point } from "./frame";

/** One axis: from its units to the measure, to pixels and back. */
export interface Scale {
  readonly pixel: (value: number) => number;
  readonly value: (pixel: number) => number;
  /** Pixels per unit of the measure, with its sign. */
  readonly stretch: number;
  /** Where the axis bears numbers. */
  readonly ticks: readonly number[];
}

const straight = (axis: LessonAxis, value: number) => (axis.log ? Math.log1p(Math.max(value, 0)) : value);
const bent = (axis: LessonAxis, value: number) => (axis.log ? Math.expm1(value) : value);

/** All values lie between the pixels, with room for a mark at either end. */
export function scaleOf(
  axis: LessonAxis,
  values: ArrayLike<number>,
  from: number,
  to: number,
  tickCount: number,
): Scale {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < values.length; at += 1) {
    const value = straight(axis, values[at] ?? 0);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const room = high > low ? (high - low) * 0.04 : 1;
  low -= room;
  high += room;
  const perUnit = (to - from) / (high - low);
  const ticks = axis.log ? powers(bent(axis, low), bent(axis, high), tickCount) : roundTicks(low, high, tickCount);
  return {
    pixel: (value) => from + (straight(axis, value) - low) * perUnit,
    value: (pixel) => bent(axis, (pixel - from) / perUnit + low),
    stretch: perUnit * axis.scale,
    ticks,
  };
}

/** 0 and powers of ten; every second or third where they are many. */
function powers(low: number, high: number, count: number): number[] {
  const all = [0, ...Array.from({ length: 16 }, (_, power) => 10 ** power)].filter((one) => one >= low && one <= high);
  const every = Math.ceil(all.length / Math.max(count, 2));
  return all.filter((_, at) => at % every === 0);
}

export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}

export const toPixels = ({ x, y }: Scales, [px, py]: Point): Point => [x.pixel(px), y.pixel(py)];
