import type { CallWhich, CallWords, CellReach, CoverageReport } from "../../engine/protocol";
import { type Sentence, sentence } from "../sentence";
import { count, f } from "./format";

/** Who is reached and who is not. */
export const coverage = {
  parts: { label: "Part", gaps: "Gaps", plan: "Plan and people", effort: "What if", market: "Market" },
  score: "Tier by score",
  headline: (whole: CellReach): Sentence =>
    whole.rate === null || whole.covered === null
      ? sentence`${count(whole.customers, "customer")} to cover`
      : sentence`${f.number(whole.covered)} of ${count(whole.customers, "customer")} covered: ${f.percent(whole.rate)}`,
  basis: ({ params }: CoverageReport) =>
    params.period === null ? "" : `${f.day(params.period.from)} to ${f.day(params.period.to)}`,
  calls: {
    columns: [
      "Potential in the period",
      "Sales in the period",
      "Touches made",
      "Touches planned",
      "Last touch",
      "Status",
    ] as CallWords["columns"],
    which: {
      uncovered: "not covered",
      never: "never touched",
      due: "due",
      overdue: "overdue",
      over_served: "over-served",
    } satisfies Record<CallWhich, string>,
  },
  statuses: ["No plan", "Never touched", "On track", "Due", "Overdue"] as CallWords["statuses"],
};
