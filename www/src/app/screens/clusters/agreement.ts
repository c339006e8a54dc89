import type { Agreement } from "../../../words/en/clusters";

/** Adjusted Rand indices from where on two segmentations agree more; the last two after Steinley (2004). */
const from: readonly (readonly [number, Agreement])[] = [
  [0.9, "same"],
  [0.65, "largely"],
  [0.3, "partly"],
  [0.1, "little"],
];

/** What an adjusted Rand index says in plain words. */
export const agreementOf = (index: number): Agreement => from.find(([least]) => index >= least)?.[1] ?? "none";
