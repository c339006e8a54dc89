import type { FeatureKey } from "../engine/protocol";
import type { Format } from "../words";

/** Decimals for numbers of which this is the largest: three digits say enough, days and cents are not split without need. */
export function decimalsFor(most: number): number {
  const size = Math.abs(most);
  if (size === 0) return 0;
  if (size >= 100) return 0;
  if (size >= 10) return 1;
  return size >= 0.1 ? 2 : 3;
}

/** A column of figures of a feature, alike in decimals; shares as percentages. */
export function featureFormat(key: FeatureKey, values: readonly number[], f: Format): (value: number) => string {
  if (key.kind === "share") return (value) => f.percent(value);
  const most = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  if (most >= 1e7) return f.compact;
  const decimals = key.kind === "frequency" ? Math.min(decimalsFor(most), 1) : decimalsFor(most);
  return (value) => f.fixed(value, decimals);
}

/** A column of sums of squares: from fractions to billions, as the scaling of the features has it. */
export function sumFormat(values: readonly number[], f: Format): (value: number) => string {
  const most = values.reduce((largest, value) => Math.max(largest, value), 0);
  if (most >= 1e7) return f.compact;
  return (value) => f.fixed(value, most >= 1000 ? 0 : most >= 100 ? 1 : 3);
}
