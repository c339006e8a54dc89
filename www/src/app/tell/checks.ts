import type { Checks, CoverageReport } from "../../engine/protocol";
import type { MarketTable } from "./market";

/** The five questions, in their order. */
export const QUESTIONS: readonly (keyof Checks)[] = [
  "measurable",
  "substantial",
  "accessible",
  "differentiable",
  "actionable",
];

/** How many segments there are, pass all questions, and pass all that can be told. */
export interface Passed {
  readonly segments: number;
  readonly all: number;
  readonly told: number;
  /** Questions that cannot be told of any segment. */
  readonly open: readonly (keyof Checks)[];
  /** The question that most segments fail, and how many. */
  readonly hardest: { readonly question: keyof Checks; readonly failed: number } | null;
}

/** How the segments with customers fare. */
export function passedOf({ checks, now }: CoverageReport, { rows }: MarketTable): Passed {
  const found = rows.flatMap(({ cell: { index } }) => {
    const one = checks[index];
    return one === undefined || (now.cells[index]?.customers ?? 0) === 0 ? [] : [one];
  });
  const count = (of: (one: Checks) => boolean) => found.filter(of).length;
  const failed = QUESTIONS.map((question) => ({ question, failed: count((one) => one[question].passes === false) }));
  const hardest = failed.reduce((most, one) => (one.failed > most.failed ? one : most), {
    question: "measurable" as keyof Checks,
    failed: 0,
  });
  return {
    segments: found.length,
    all: count((one) => QUESTIONS.every((question) => one[question].passes === true)),
    told: count((one) => QUESTIONS.every((question) => one[question].passes !== false)),
    open: QUESTIONS.filter((question) => found.every((one) => one[question].passes === null)),
    hardest: hardest.failed > 0 ? hardest : null,
  };
}
