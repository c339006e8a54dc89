import type { Suggestion, Vote } from "../../../engine/protocol";

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
