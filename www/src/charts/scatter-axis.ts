/** How values lie along an axis. */
export interface ScatterAxis {
  /** Place of a value, 0 to 1. */
  readonly place: (value: number) => number;
  /** Values to be labelled, ascending. */
  readonly ticks: readonly number[];
  /** Whether equal ratios, not differences, are equal lengths. */
  readonly log: boolean;
}

/** Largest value over the median from which on a straight axis would press most points into a corner. */
const skewed = 20;

/** An axis over values, by ratio on both sides of zero where a few large ones would hide the rest; about `room` ticks. */
export function scatterAxis(values: ArrayLike<number>, mayLog: boolean, room: number): ScatterAxis {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (values.length === 0) [low, high] = [0, 1];
  const log = mayLog && isSkewed(values);
  const bend = log ? (value: number) => Math.sign(value) * Math.log1p(Math.abs(value)) : (value: number) => value;
  const span = bend(high) - bend(low) || 1;
  const margin = 0.03 * span;
  const from = bend(low) - margin;
  const place = (value: number) => (bend(value) - from) / (span + 2 * margin);
  const ticks = log ? powers(low, high) : evenly(low, high, room);
  return { place, ticks: ticks.filter((tick) => place(tick) >= 0 && place(tick) <= 1), log };
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

/** Multiples of 1, 2 or 5 times a power of ten. */
function evenly(low: number, high: number, room: number): number[] {
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
