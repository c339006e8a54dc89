import type { Format } from "./format";

/** How an inertia is written: about three digits, more from a hundred on. */
export function inertiaText(f: Format, value: number): string {
  if (value >= 1_000_000) return f.compact(value);
  return f.number(value, decimalsOf(value));
}

/** Two inertias with as many decimals as it takes to tell them apart; null where they are the same. */
export function fall(f: Format, from: number, to: number): readonly [string, string] | null {
  const short = [inertiaText(f, from), inertiaText(f, to)] as const;
  if (short[0] !== short[1]) return short;
  for (let decimals = from >= 1_000_000 ? 0 : decimalsOf(to) + 1; decimals <= 6; decimals += 1) {
    const longer = [f.number(from, decimals), f.number(to, decimals)] as const;
    if (longer[0] !== longer[1]) return longer;
  }
  return null;
}

const decimalsOf = (value: number): number => (value >= 100 ? 0 : value >= 10 ? 1 : 2);
