import type { FeatureKey, FigureSpread, ProfileReport } from "../../engine/protocol";
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

/** Means and quartiles of a trait as text, with as many decimals in every segment. */
export function traitText(words: Words, report: ProfileReport, at: number): (value: number | null) => string {
  const info = report.traits[at];
  if (info?.key.kind !== "figure" || info.spread.kind !== "figure") return String;
  const { spread } = info.spread;
  const means = report.segments.map(({ traits }) => {
    const found = traits[at];
    return found?.kind === "figure" ? (found.spread?.mean ?? null) : null;
  });
  const { feature } = info.key;
  if (feature.kind === "column" && areYears(spread)) return (value) => (value === null ? "–" : value.toFixed(0));
  return figureText(words, feature, [spread.mean, ...means]);
}

/** Years are not parted by thousands. */
export const areYears = ({ min, max }: FigureSpread): boolean =>
  Number.isInteger(min) && Number.isInteger(max) && min >= 1800 && max <= 2200;

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
