import type { Stability, Suggestion, SweepRow, Vote } from "../engine/protocol";

/** Inertia of a row as a share less than that of the row before; null where there is none before. */
export const dropOf = (rows: readonly SweepRow[], index: number, total: number): number | null => {
  const row = rows[index];
  if (row === undefined) return null;
  // One cluster has the whole sum of squares.
  const before = row.k === 2 ? total : rows[index - 1]?.k === row.k - 1 ? rows[index - 1]?.inertia : undefined;
  return before === undefined || before <= 0 ? null : 1 - row.inertia / before;
};

/** The least stable cluster; null where the resamples are not all in. */
export const lowest = ({ stability }: SweepRow): Stability | null =>
  stability?.reduce((least, one) => (one.jaccard < least.jaccard ? one : least)) ?? null;

export interface Reasons {
  /** What speaks for the suggested number. */
  readonly own: readonly Vote[];
  /** What other measures take, by number, ascending. */
  readonly others: readonly { readonly k: number; readonly votes: readonly Vote[] }[];
}

/** Who speaks for the suggested number of clusters, and what the others would take. */
export function reasonsOf({ k, votes, each }: Suggestion): Reasons {
  const others = new Map<number, Vote[]>();
  for (const [vote, taken] of each) {
    if (taken === k || votes.includes(vote)) continue;
    others.set(taken, [...(others.get(taken) ?? []), vote]);
  }
  return {
    own: votes,
    others: [...others].sort(([a], [b]) => a - b).map(([taken, list]) => ({ k: taken, votes: list })),
  };
}
