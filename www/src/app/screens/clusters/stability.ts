export type Band = "unstable" | "doubtful" | "stable" | "highly_stable";

/** Below it, a cluster should not be built on. */
export const unstableBelow = 0.6;

/** What a mean Jaccard similarity says of a cluster (Hennig 2007). */
export function bandOf(stability: number): Band {
  if (stability < unstableBelow) return "unstable";
  if (stability < 0.75) return "doubtful";
  return stability <= 0.85 ? "stable" : "highly_stable";
}
