import { describe, expect, it } from "vitest";
import type { Rule, Scoring } from "../../../engine/protocol";
import { defaultRfm } from "../../state";
import { chooseRules, chooseScoring, type Scores, scoresOf, stretch } from "./fit";

const median: Scoring = { kind: "median" };
const quantile = (bins: number): Scoring => ({ kind: "quantile", bins, nested: false, ties: "together" });

/** The ten segments on R x F of METHODS section 2. */
const ten: Rule[] = (
  [
    ["champions", 5, 5, 4, 5],
    ["loyal_customers", 3, 4, 4, 5],
    ["potential_loyalists", 4, 5, 2, 3],
    ["new_customers", 5, 5, 1, 1],
    ["promising", 4, 4, 1, 1],
    ["need_attention", 3, 3, 3, 3],
    ["about_to_sleep", 3, 3, 1, 2],
    ["cant_lose_them", 1, 2, 5, 5],
    ["at_risk", 1, 2, 3, 4],
    ["lost", 1, 2, 1, 2],
  ] as const
).map(([name, r1, r2, f1, f2]) => ({ name, r: [r1, r2], f: [f1, f2], m: [1, 5] }));

const claims = (rule: Rule, r: number, f: number) =>
  rule.r[0] <= r && r <= rule.r[1] && rule.f[0] <= f && f <= rule.f[1];

describe("choosing a set of rules", () => {
  it("of eight classes sets scoring to the median, and says so", () => {
    const { params, switched } = chooseRules(defaultRfm, "eight", ten);
    expect(params.scoring).toEqual(median);
    expect(params.rules).toEqual({ kind: "eight" });
    expect(switched).toBe("eight");
  });

  it("of eight classes leaves a split at the mean as it is", () => {
    const byMean = { ...defaultRfm, scoring: { kind: "mean" } as const, rules: { kind: "ten" } as const };
    expect(chooseRules(byMean, "eight", ten)).toEqual({
      params: { ...byMean, rules: { kind: "eight" } },
      switched: null,
    });
  });

  it("of five scores goes back to five quantile bins", () => {
    const eight = { ...defaultRfm, scoring: median, rules: { kind: "eight" } as const };
    for (const kind of ["ten", "r_package"] as const) {
      const { params, switched } = chooseRules(eight, kind, []);
      expect(params.scoring).toEqual(quantile(5));
      expect(switched).toBe("five");
    }
  });

  it("of one's own starts from the rules in force", () => {
    expect(chooseRules(defaultRfm, "own", ten).params.rules).toEqual({ kind: "own", rules: ten });
  });
});

describe("choosing a scoring", () => {
  it("with as many scores keeps the rules", () => {
    const nested: Scoring = { kind: "quantile", bins: 5, nested: true, ties: "together" };
    expect(chooseScoring(defaultRfm, nested, ten)).toEqual({
      params: { ...defaultRfm, scoring: nested },
      switched: null,
    });
  });

  it("with two scores brings the eight classes, with five the ten segments", () => {
    const two = chooseScoring(defaultRfm, median, ten);
    expect(two.params.rules).toEqual({ kind: "eight" });
    expect(two.switched).toBe("eightRules");
    const five = chooseScoring(two.params, quantile(5), []);
    expect(five.params.rules).toEqual({ kind: "ten" });
    expect(five.switched).toBe("tenRules");
  });

  it("with any other number stretches the rules and makes them the user's own", () => {
    const { params, switched } = chooseScoring(defaultRfm, quantile(10), ten);
    expect(switched).toBe("own");
    expect(params.rules.kind).toBe("own");
  });

  it("with own cut points counts one score more than cuts", () => {
    expect(scoresOf({ kind: "thresholds", r: [30], f: [1, 2], m: [10, 20, 30] })).toEqual([2, 3, 4]);
  });
});

describe("stretched rules", () => {
  it("stay complete and without overlap for every number of scores", () => {
    for (let r = 2; r <= 10; r += 1)
      for (let f = 2; f <= 10; f += 1) {
        const to: Scores = [r, f, 5];
        const rules = stretch(ten, [5, 5, 5], to);
        for (let x = 1; x <= r; x += 1)
          for (let y = 1; y <= f; y += 1) expect(rules.filter((rule) => claims(rule, x, y))).toHaveLength(1);
      }
  });

  it("double with twice the scores", () => {
    const [champions] = stretch(ten, [5, 5, 5], [10, 10, 10]);
    expect(champions).toEqual({ name: "champions", r: [9, 10], f: [7, 10], m: [1, 10] });
  });
});
