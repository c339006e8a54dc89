import type { FeatureKey } from "../../engine/protocol";
import type { Words } from "../../words";
import { decimalsFor } from "../figures";

/** A figure that a sentence rests on. */
export interface Fact {
  readonly term: string;
  readonly value: string;
}

/** A sentence, and what it rests on. */
export interface Statement {
  readonly text: string;
  readonly evidence: readonly Fact[];
}

/** Figures of a feature as text, alike in decimals; those of which `values` has the largest. */
export function figureText(
  words: Words,
  key: FeatureKey,
  values: readonly (number | null)[],
): (value: number | null) => string {
  const { f } = words;
  const most = values.reduce<number>((largest, value) => Math.max(largest, Math.abs(value ?? 0)), 0);
  const decimals = key.kind === "frequency" ? Math.min(decimalsFor(most), 1) : decimalsFor(most);
  return (value) => {
    if (value === null) return "–";
    if (key.kind === "share") return f.percent(value);
    return most >= 1e7 ? f.compact(value) : f.number(value, decimals);
  };
}

/** The same with the unit. */
export function unitText(
  words: Words,
  key: FeatureKey,
  values: readonly (number | null)[],
): (value: number | null) => string {
  const text = figureText(words, key, values);
  return (value) => words.apart.unit(key, text(value));
}
