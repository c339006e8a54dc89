import type { Stage } from "../../engine/protocol";
import { plain, sentence } from "../sentence";
import { count, f } from "./format";

const days = (n: number) => count(n, "day");

/** The screen Lifecycle. */
export const lifecycle = {
  title: "Lifecycle",
  headline: (of: { quiet: number; share: number; value: number | null }) => {
    if (of.quiet === 0) return sentence`No customer is drowsy or lost: everybody bought within the warning gap.`;
    const who = sentence`${f.number(of.quiet)} ${plain(of.quiet === 1 ? "customer" : "customers")}, ${f.percent(of.share, 0)} of all, ${plain(of.quiet === 1 ? "is" : "are")} drowsy or lost`;
    return of.value === null
      ? sentence`${who}.`
      : sentence`${who}; so far they brought ${f.percent(of.value, 0)} of the value.`;
  },
  basis: (asOf: number, warning: number, loss: number) =>
    `As of ${f.day(asOf)}. Drowsy: more than ${days(warning)} without a purchase; lost: more than ${f.number(loss)}.`,
  ownBasis: (customers: number) => `${count(customers, "customer")} judged by their own gap.`,
  settings: "Settings",
  warning: {
    name: "Warning gap",
    short: "warning",
    note: (own: number | null) =>
      own === null
        ? "Customers silent for longer count as drowsy."
        : `Customers silent for longer count as drowsy. 80% of the repurchase gaps in this file are at most ${days(own)}.`,
    wrong: "A whole number of days from 1 to the loss gap.",
  },
  loss: {
    name: "Loss gap",
    short: "loss",
    note: (own: number | null) =>
      own === null
        ? "Customers silent for longer count as lost."
        : `Customers silent for longer count as lost. 90% of the repurchase gaps in this file are at most ${days(own)}.`,
    wrong: "A whole number of days, no less than the warning gap.",
  },
  newness: {
    name: "New within",
    note: "A single order no longer ago than this is new. Unless set, as long as the warning gap.",
    wrong: "A whole number of days from 0.",
  },
  ownGap: {
    name: "Own gap",
    off: "off",
    on: (factor: number) => `median × ${f.number(factor, 2)}`,
    use: "Judge regular customers by their own gap",
    factor: "Factor",
    wrong: "A number above 0, at most 20.",
    note: "Customers with three or more orders count as drowsy after their own median gap times this factor; the loss gap keeps its ratio to the warning gap.",
  },
  day: days,
  dayUnit: "days",
  fileOwn: "Use the file's own",
  noGaps: {
    title: "Nobody came back for a second purchase day",
    text: "Without repurchase gaps the file says nothing of what silence is long. 90 and 180 days are assumed; set what is usual in your trade.",
  },
  stages: {
    title: "Stages",
    note: "Value is what they brought so far",
    strip: "Customers by stage",
    prospects: (n: number) =>
      `${count(n, "customer")} of the customer file without a purchase: prospects, counted apart.`,
    columns: {
      stage: "Stage",
      customers: "Customers",
      share: "Of customers",
      value: "Value",
      valueShare: "Of value",
      recency: "Days silent, median",
    },
    means: {
      new: "one order, within the newness window",
      active: "bought within the warning gap",
      returned: "came back after a gap that counted as lost",
      drowsy: "silent longer than the warning gap",
      lost: "silent longer than the loss gap",
    } satisfies Record<Stage, string>,
    how: [
      "Silence is the days from the last purchase to the as-of date. Longer than the loss gap: lost; else longer than the warning gap: drowsy. A silence as long as the gap is not longer.",
      "Of the others, a single order within the newness window is new; who came back for the last purchase after a gap longer than the loss gap is returned; the rest are active.",
      "Value is the net amount up to the as-of date. The median is of the days silent in the stage.",
    ],
  },
  gaps: {
    title: "Repurchase gaps",
    note: (of: { count: number; customers: number; median: number; beyond: number }) =>
      `${count(of.count, "gap")} of ${count(of.customers, "customer")} who came back; half of them up to ${f.number(of.median, 1)} days.${of.beyond === 0 ? "" : ` ${count(of.beyond, "longer gap")} not drawn.`}`,
    axes: { x: "Days from one purchase day to the next", y: "Gaps" },
    point: (from: number, to: number, gaps: number, share: number) =>
      `${from === to ? days(from) : `${f.number(from)} to ${days(to)}`}\n${count(gaps, "gap")}, ${f.percent(share)}`,
    line: (name: string, n: number) => `${name} ${days(n)}`,
    bands: ["usual", "drowsy", "lost"] as [string, string, string],
    description: (gaps: number, warning: number, loss: number) =>
      `Distribution of ${count(gaps, "repurchase gap")} in days, with the warning gap at ${f.number(warning)} and the loss gap at ${f.number(loss)}.`,
    drag: "Drag a handle, or use the arrow keys: a day at a time, Page Up and Page Down ten.",
    columns: ["Days", "Gaps", "Share"],
    range: (from: number, to: number) => (from === to ? f.number(from) : `${f.number(from)} to ${f.number(to)}`),
    how: [
      "A gap is the days from one day with a purchase to the same customer's next. Several orders on one day count as one purchase, refunds as none.",
      "Unless set, the warning gap is the 80th and the loss gap the 90th percentile of all gaps (linear interpolation, type 7), rounded up to whole days.",
      "Only gaps that ended are known: who has not come back yet has no gap, so the percentiles are rather short in a file of few months.",
    ],
  },
  retention: {
    title: "Retention by month of the first purchase",
    note: (mean: number | null) =>
      mean === null ? "" : `${f.percent(mean)} of customers bought again in the month after their first.`,
    open: (month: string) => `Dashed: ${month} is not over.`,
    latest: (shown: number, all: number) =>
      `The latest ${f.number(shown)} of ${count(all, "month")}; the table has all.`,
    show: "Cells show",
    shows: { share: "share", count: "customers" },
    cohort: "First purchase",
    size: "Customers",
    after: "Months after the first purchase",
    month: (n: number) => (n === 0 ? "Month 0" : `Month ${f.number(n)}`),
    point: (of: { cohort: string; month: string; after: number; active: number; size: number; open: boolean }) =>
      `First purchase in ${of.cohort}\n${of.month}${of.after === 0 ? "" : `, ${count(of.after, "month")} later`}${of.open ? " (not over)" : ""}\n${f.number(of.active)} of ${count(of.size, "customer")} bought, ${f.percent(of.active / of.size)}`,
    description: (cohorts: number) =>
      `Share of customers who bought in each month after their first purchase, for ${count(cohorts, "cohort")}.`,
    short: {
      title: "The file is shorter than two months",
      text: "Retention compares months: it needs purchases in at least two calendar months.",
    },
    how: [
      "A cohort is everybody whose first purchase up to the as-of date lies in the month. A cell counts those of them with at least one purchase order in a later month, as a share of the cohort.",
      "The month of the first purchase is 100% by definition and bears no colour. Customers who bought before the file begins are taken for new in its first months.",
    ],
  },
  movement: {
    title: "Movement between two dates",
    division: "Customers divided by",
    earlier: "Earlier date",
    presets: (months: number) => (months === 12 ? "1 year" : count(months, "month")),
    presetsLabel: "How much earlier",
    tooEarly: (first: number, last: number) => `A date from ${f.day(first)} to ${f.day(last)}.`,
    note: (of: { customers: number; stayed: number; newcomers: number; earlier: number; later: number }) =>
      `Of ${count(of.customers, "customer")} known on ${f.day(of.earlier)}, ${f.percent(of.stayed, 0)} are in the same group on ${f.day(of.later)}; ${f.number(of.newcomers)} came since.`,
    most: (from: string, to: string, customers: number) =>
      `Most moved from ${from} to ${to}: ${count(customers, "customer")}.`,
    side: (day: number) => f.day(day),
    newcomers: "Came later",
    corner: { from: (day: number) => `${f.day(day)} ↓`, to: (day: number) => `${f.day(day)} →` },
    total: "All",
    point: (of: { from: string; to: string; customers: number; share: number }) =>
      `${of.from} → ${of.to}\n${count(of.customers, "customer")}, ${f.percent(of.share)} of ${of.from}`,
    cell: (from: string, to: string, customers: number, share: number) =>
      `${from} → ${to}: ${count(customers, "customer")}, ${f.percent(share)}`,
    description: (of: { customers: number; earlier: number; later: number }) =>
      `Flow of ${count(of.customers, "customer")} between their segments on ${f.day(of.earlier)} and on ${f.day(of.later)}; the table has every number.`,
    table: "Who moved where, with shares of each row",
    flow: "Moved",
    failed: "This cannot be told on that date.",
    none: {
      title: "There is no earlier date to compare with",
      text: "All purchases lie on one day.",
    },
    how: [
      "On the earlier date only purchases up to that day count; recency counts back from it. Customers are divided with the same settings on both dates and matched by their number.",
      "RFM scores and value tiers are cut anew on each date. The gaps of the lifecycle and the centroids of clusters are those of today on both, so that customers move and not the ruler.",
      "Customers who came later had no purchase up to the earlier date. Shares are of the row.",
    ],
  },
};
