import type { RfmParams, Rule, RuleSet, Scoring } from "../../../engine/protocol";

/** Scores of R, F and M: 1 to these. */
export type Scores = readonly [number, number, number];

/** What had to change along with a choice, so that it can be told. */
export type Switched = "eight" | "five" | "eightRules" | "tenRules" | "own";

export interface Fitted {
  readonly params: RfmParams;
  readonly switched: Switched | null;
}

export function scoresOf(scoring: Scoring): Scores {
  switch (scoring.kind) {
    case "quantile":
      return [scoring.bins, scoring.bins, scoring.bins];
    case "thresholds":
      return [scoring.r.length + 1, scoring.f.length + 1, scoring.m.length + 1];
    default:
      return [2, 2, 2];
  }
}

const all = (scores: Scores, value: number): boolean => scores.every((score) => score === value);

/** The rules as last asked for; a shipped set's are told by the report. */
export const rulesInForce = (params: RfmParams, reported: readonly Rule[]): readonly Rule[] =>
  params.rules.kind === "own" ? params.rules.rules : reported;

const fives: Scoring = { kind: "quantile", bins: 5, nested: false, ties: "together" };

/** A shipped set brings the scoring it needs; own rules start from those in force. */
export function chooseRules(params: RfmParams, kind: RuleSet["kind"], inForce: readonly Rule[]): Fitted {
  const scores = scoresOf(params.scoring);
  if (kind === "own") return { params: { ...params, rules: { kind, rules: [...inForce] } }, switched: null };
  const rules: RuleSet = { kind };
  if (kind === "eight")
    return all(scores, 2)
      ? { params: { ...params, rules }, switched: null }
      : { params: { ...params, rules, scoring: { kind: "median" } }, switched: "eight" };
  return all(scores, 5)
    ? { params: { ...params, rules }, switched: null }
    : { params: { ...params, rules, scoring: fives }, switched: "five" };
}

/** Another number of scores brings the shipped set made for it, or stretches the rules in force to fit. */
export function chooseScoring(params: RfmParams, scoring: Scoring, inForce: readonly Rule[]): Fitted {
  const before = scoresOf(params.scoring);
  const scores = scoresOf(scoring);
  if (scores.every((score, index) => score === before[index]))
    return { params: { ...params, scoring }, switched: null };
  if (params.rules.kind !== "own") {
    if (all(scores, 2)) return { params: { ...params, scoring, rules: { kind: "eight" } }, switched: "eightRules" };
    if (all(scores, 5)) return { params: { ...params, scoring, rules: { kind: "ten" } }, switched: "tenRules" };
  }
  const rules = stretch(inForce, before, scores);
  return { params: { ...params, scoring, rules: { kind: "own", rules } }, switched: "own" };
}

/**
 * Rules over other numbers of scores. The scores `1..from` are laid over `1..to` without overlap or hole, so
 * that complete rules stay complete; a rule left without any score is dropped.
 */
export function stretch(rules: readonly Rule[], from: Scores, to: Scores): Rule[] {
  const range = ([low, high]: readonly number[], dimension: 0 | 1 | 2): [number, number] => {
    const share = to[dimension] / from[dimension];
    return [Math.floor(((low ?? 1) - 1) * share) + 1, Math.floor((high ?? 1) * share)];
  };
  return rules
    .map((rule) => ({ ...rule, r: range(rule.r, 0), f: range(rule.f, 1), m: range(rule.m, 2) }))
    .filter(({ r, f, m }) => [r, f, m].every(([low, high]) => low <= high));
}
