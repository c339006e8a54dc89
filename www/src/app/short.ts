import type { Words } from "../words";

/** An amount as short as a cell of the map needs it, among others up to `most`. */
export function short(value: number, most: number, f: Words["f"]): string {
  const size = Math.abs(value);
  if (most >= 100_000 && size >= 10_000) return f.compact(value);
  return f.number(value, size < 100 ? 1 : 0);
}

/** Decimals for a column of amounts: cents say nothing beside thousands. */
export const amountDecimals = (amounts: readonly (number | null)[]): 0 | 2 =>
  amounts.some((amount) => amount !== null && Math.abs(amount) >= 1000) ? 0 : 2;
