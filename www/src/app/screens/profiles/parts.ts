import type { ProfileReport } from "../../../engine/protocol";

/** How many categories are drawn by themselves. */
export const mostParts = 7;

/** Categories of a trait as parts of the whole. */
export interface Parts {
  /** The categories drawn by themselves. */
  readonly values: readonly string[];
  /** Whether a last part takes the others together. */
  readonly others: boolean;
  /** Shares of all customers with a value, adding up to 1; null where there are none. */
  readonly all: readonly number[] | null;
  /** The same of each segment of the report. */
  readonly segments: readonly { readonly n: number; readonly shares: readonly number[] | null }[];
}

/** The parts of a trait of categories; null for a figure. */
export function partsOf(report: ProfileReport, at: number): Parts | null {
  const info = report.traits[at];
  if (info === undefined || info.spread.kind !== "categories") return null;
  const { values, counts, distinct } = info.spread;
  const shown = [...values.keys()].slice(0, mostParts);
  // Those of a calendar stand in its order.
  if (info.key.kind === "weekday" || info.key.kind === "month")
    shown.sort((a, b) => Number(values[a]) - Number(values[b]));
  const others = distinct > shown.length;
  const sharesOf = (own: readonly number[], n: number): readonly number[] | null => {
    if (n === 0) return null;
    const drawn = shown.map((category) => own[category] ?? 0);
    const rest = n - drawn.reduce((sum, count) => sum + count, 0);
    return (others ? [...drawn, rest] : drawn).map((count) => count / n);
  };
  return {
    values: shown.map((category) => values[category] ?? ""),
    others,
    all: sharesOf(counts, info.n),
    segments: report.segments.map(({ traits }) => {
      const found = traits[at];
      return found?.kind === "categories"
        ? { n: found.n, shares: sharesOf(found.counts, found.n) }
        : { n: 0, shares: null };
    }),
  };
}
