/** How values lie along an axis. */
export interface ScatterAxis {
  /** Place of a value, 0 to 1. */
  readonly place: (value: number) => number;
  /** Values to be labelled, ascending. */
  readonly ticks: readonly number[];
  /** Whether equal ratios, not differences, are equal lengths. */
  readonly log: boolean;
  /** Lowest and highest value that have a place of their own; what lies beyond is drawn at the edge. */
  readonly ends: readonly [number, number];
}

/** Largest value over the median from which on a straight axis would press most points into a corner. */
const skewed = 20;

/** Share of the values on either side that may be drawn at the edge, and how much longer they must make the axis. */
const outer = { share: 0.005, stretch: 2.5 };

/** An axis over values, by ratio on both sides of zero where a few large ones would hide the rest; about `room` ticks. */
export function scatterAxis(values: ArrayLike<number>, mayLog: boolean, room: number): ScatterAxis {
  const sorted = Float64Array.from(values).sort();
  const log = mayLog && isSkewed(values);
  const [low, high] = mayLog ? whole(sorted) : most(sorted);
  const bend = log ? (value: number) => Math.sign(value) * Math.log1p(Math.abs(value)) : (value: number) => value;
  const span = bend(high) - bend(low) || 1;
  const margin = 0.03 * span;
  const from = bend(low) - margin;
  const place = (value: number) => (bend(Math.min(Math.max(value, low), high)) - from) / (span + 2 * margin);
  const ticks = log ? powers(low, high) : roundTicks(low, high, room);
  return { place, ticks: ticks.filter((tick) => tick >= low && tick <= high), log, ends: [low, high] };
}

const whole = (sorted: Float64Array): readonly [number, number] => [sorted[0] ?? 0, sorted.at(-1) ?? 1];

/** The range of most values: without a few at either end that would press the rest into a corner. */
function most(sorted: Float64Array): readonly [number, number] {
  const [least, greatest] = whole(sorted);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const [low, high] = [at(outer.share), at(1 - outer.share)];
  if (high - low <= 0 || greatest - least <= outer.stretch * (high - low)) return [least, greatest];
  const air = 0.15 * (high - low);
  return [Math.max(least, low - air), Math.min(greatest, high + air)];
}

/** Points of a picture of principal components that are drawn at its edge. */
export function beyondEdge(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const axes = [x, y].map((values) => ({ values, ends: scatterAxis(values, false, 1).ends }));
  let count = 0;
  for (let at = 0; at < x.length; at += 1)
    if (axes.some(({ values, ends: [low, high] }) => (values[at] ?? low) < low || (values[at] ?? low) > high))
      count += 1;
  return count;
}

function isSkewed(values: ArrayLike<number>): boolean {
  const sizes = Float64Array.from(values, Math.abs).sort();
  const most = sizes.at(-1) ?? 0;
  const median = sizes[sizes.length >> 1] ?? 0;
  return most > 50 && most > skewed * median;
}

/** Zero and powers of ten, on both sides as far as there are values. */
function powers(low: number, high: number): number[] {
  const ticks = low <= 0 && high >= 0 ? [0] : [];
  for (let power = 1; power <= Math.max(-low, high); power *= 10) {
    if (power <= high) ticks.push(power);
    if (-power >= low) ticks.unshift(-power);
  }
  return ticks;
}

/** Multiples of 1, 2 or 5 times a power of ten from one value to another, about `room` of them. */
export function roundTicks(low: number, high: number, room: number): number[] {
  const rough = (high - low) / Math.max(room, 1) || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((round) => round * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from(
    { length: Math.max(count, 0) },
    (_, index) => Number(((first + index) * step).toPrecision(12)) || 0,
  );
}
