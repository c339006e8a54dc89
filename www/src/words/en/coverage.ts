import type { CoverageMeasure } from "../../app/coverage-measures";
import type {
  CallWhich,
  CallWords,
  CellReach,
  Compliance,
  CoverageIssueCode,
  CoverageReport,
  KnownTouches,
  Per,
  Roster,
  Span,
  Status,
  TierFigure,
  TouchKind,
} from "../../engine/protocol";
import { type Sentence, sentence } from "../sentence";
import { features } from "./features";
import { count, f } from "./format";

const touches = (n: number) => count(n, "touch", "touches");
const kinds: Record<TouchKind, string> = { contacts: "Visits and contacts", purchases: "Purchases" };
const span = ({ from, to }: Span) => `${f.day(from)} to ${f.day(to)}`;

interface MeasureWords {
  readonly name: string;
  readonly how: string;
}

/** Who is reached and who is not. */
export const coverage = {
  parts: {
    label: "What to look at",
    gaps: "Gaps",
    plan: "Plan and people",
    effort: "What if",
    market: "Market",
  },
  score: "Tier by score",
  headline: (whole: CellReach, short: { cells: number; gap: number }): Sentence => {
    if (whole.rate === null || whole.covered === null)
      return sentence`${count(whole.customers, "customer")} to cover; whom you reach is not in the files yet`;
    const reached = sentence`${f.number(whole.covered)} of ${count(whole.customers, "customer")} covered, ${f.percent(whole.rate)}`;
    return short.gap === 0
      ? sentence`${reached}: every cell is at its target`
      : sentence`${reached}: ${count(short.gap, "customer")} short of target in ${count(short.cells, "cell")}`;
  },
  basis: ({ params, inputs }: CoverageReport) =>
    [
      params.period === null ? null : span(params.period),
      params.touched === null
        ? null
        : `covered: at least ${touches(params.touches)} (${params.touched === "contacts" ? "visits and contacts" : "purchases"})`,
      params.roster === "listed"
        ? `${count(inputs.customers, "customer")} of the customer file`
        : `${count(inputs.customers, "customer")} with a purchase`,
    ]
      .filter((part) => part !== null)
      .join(" · "),
  settings: {
    label: "Settings of coverage",
    none: "none",
    reset: "As the files say",
    outcome: "A visit with a sale is one with",
    dimensions: {
      name: "Cells by",
      places: ["First dimension", "Second dimension", "Third dimension"],
      note: "Rows, columns, and one table for each segment of the third.",
    },
    roster: {
      name: "To cover",
      names: { listed: "Customer file", buyers: "Buyers" } satisfies Record<Roster, string>,
      hints: {
        listed: "Everybody on the list, those who never bought too.",
        buyers: "Everybody with a purchase.",
      } satisfies Record<Roster, string>,
    },
    touches: {
      name: "Covered by",
      kind: "What counts as a touch",
      kinds,
      least: "Touches in the period, at least",
      wrong: "A whole number from 1 to 1,000.",
      value: (kind: TouchKind, least: number) =>
        least === 1 ? kinds[kind] : `${kinds[kind]}, ${f.number(least)} or more`,
    },
    period: {
      name: "Period",
      before: "Compared with",
      from: "First day",
      to: "Last day",
      asOf: "As of",
      asOfNote: "Touches of the period after this day are scheduled, not made.",
      asOfWrong: "A day of the period.",
      wrong: "The last day lies before the first.",
      value: (from: number, to: number) => span({ from, to }),
    },
    target: {
      name: "Target",
      note: "The part of the customers of every cell that should be covered.",
      file: "For cells whose target the file of targets does not state.",
      wrong: "A percentage from 0 to 100.",
    },
    potential: {
      name: "Potential",
      column: "Column of potential",
      per: "It is for",
      pers: {
        month: "one month",
        quarter: "one quarter",
        year: "one year",
        period: "the whole period",
      } satisfies Record<Per, string>,
    },
    tier: { name: "Tier", column: "The visit plan goes by" },
    score: {
      note: "Customers are ranked in each criterion; the score is the weighted mean of the ranks, so units do not matter.",
      figure: (figure: TierFigure): string => {
        switch (figure.kind) {
          case "value":
            return "Weight of sales in the period";
          case "potential":
            return "Weight of potential";
          case "closeness":
            return "Weight of touches in the period";
          case "feature":
            return `Weight of ${features.name(figure.key)}`;
        }
      },
      high: "High tier: the best",
      middle: "Middle tier: the next",
      wrong: "A number from 0 to 100.",
      wrongShare: "A percentage; both together make at most 100.",
    },
    owner: {
      name: "Owner",
      column: "Who looks after a customer",
      capacity: "Touches each can make a month",
      note: "0 where it is not known.",
      wrong: "A number from 0 to 1,000,000.",
    },
  },
  measures: {
    rate: {
      name: "Coverage",
      how: "Covered customers over all customers of the cell. Covered is who had at least as many touches in the period as asked for.",
    },
    valueRate: {
      name: "Coverage by sales",
      how: "Sales in the period of the covered customers over those of all customers of the cell.",
    },
    potentialRate: {
      name: "Weighted distribution",
      how: "Potential of the covered customers over the potential of all: what they could buy in all, not what they buy from us.",
    },
    gap: {
      name: "Gap in customers",
      how: "Target times customers, rounded up, less the covered; never below zero.",
    },
    points: {
      name: "Gap in points",
      how: "Target less coverage, in percentage points; negative where the target is passed.",
    },
    atStake: {
      name: "At stake",
      how: "Potential in the period of the customers who are not covered.",
    },
    whiteSpace: {
      name: "White space",
      how: "Potential less own sales in the period, of the customers whose potential is known: what others sell them.",
    },
    wallet: {
      name: "Share of wallet",
      how: "Own sales over potential, of the customers whose potential is known.",
    },
    customers: { name: "Customers", how: "Customers of the list who stand in the cell." },
    lift: {
      name: "Lift",
      how: "Customers over those expected if the dimensions had nothing to do with each other: row total times column total over all. Cells with fewer than 5 expected are left without colour.",
    },
  } satisfies Record<CoverageMeasure, MeasureWords>,
  heat: {
    title: (measure: string) => `${measure} by cell`,
    note: "n is the number of customers.",
    measure: "Measure",
    all: "All",
    sums: "Rows and columns are told of all their customers together; the gap of a sum is what its cells lack, for one cell that has more than its target makes up for no other.",
    hint: "Point at a cell for its figures; choose one to narrow the list of whom to call.",
    tones: {
      rate: { low: "20 points below target", high: "20 above" },
      points: { low: "20 points below target", high: "20 above" },
      lift: { low: "fewer than by chance", high: "more" },
    },
    detail: {
      customers: (n: number) => count(n, "customer"),
      covered: (n: number, rate: number) => `${f.number(n)} covered, ${f.percent(rate)}`,
      gap: (gap: number, goal: number) =>
        gap === 0 ? `target ${f.percent(goal)} met` : `${f.number(gap)} short of the target of ${f.percent(goal)}`,
      atStake: (value: number) => `at stake ${f.money(value)}`,
      expected: (expected: number, lift: number) => `expected ${f.number(expected, 1)}, lift ${f.fixed(lift, 2)}`,
      few: " (too few to tell)",
    },
  },
  ranked: {
    title: "Where the gaps are",
    note: (of: { cells: number; gap: number; stake: number | null }) =>
      `${count(of.cells, "cell")} below target, ${count(of.gap, "customer")} short${of.stake === null ? "" : `; ${f.money(of.stake)} of potential with those not covered there`}.`,
    cell: "Cell",
    customers: "Customers",
    covered: "Covered",
    rate: "Coverage",
    goal: "Target",
    points: "Gap, points",
    gap: "Gap, customers",
    atStake: "Potential at stake",
    choose: (name: string) => `Show whom to call in ${name}`,
    first: (n: number) => `The first ${f.number(n)}.`,
    more: (n: number) => `All ${f.number(n)} cells`,
    fewer: (n: number) => `The first ${f.number(n)}`,
    export: "Save as CSV",
    none: {
      title: "Every cell is at its target",
      text: "Raise the target, or ask for more touches, to see where to go next.",
    },
  },
  periods: {
    title: "Against the period before",
    note: (before: Span, now: Span) => `${span(before)} against ${span(now)}, the same customers.`,
    by: "By",
    before: "Before",
    now: "Now",
    change: "Change, points",
    track: "0% to 100%",
    goal: "Target",
    gained: "Newly covered",
    lost: "No longer covered",
    points: (change: number) => `${change > 0 ? "+" : ""}${f.fixed(change, 1)}`,
    legend: { before: "before", now: "now", goal: "target" },
    how: [
      "Both periods are told of the customers and the targets of today, so that the coverage moves and not the list.",
      "Newly covered: covered now and not before. No longer covered: the other way round.",
    ],
    none: {
      title: "Nothing to compare with",
      text: (before: Span | null) =>
        before === null
          ? "The files have no dates to compare by."
          : `No touch lies between ${span(before)}. Add the file of the period before, or choose another period.`,
    },
  },
  calls: {
    title: "Whom to call",
    label: "List",
    names: {
      uncovered: "Not covered",
      overdue: "Overdue",
      due: "Due",
      never: "Never touched",
      over_served: "Over-served",
    } satisfies Record<CallWhich, string>,
    found: (n: number) => count(n, "customer"),
    any: "all",
    export: "Save the call list",
    columns: [
      "Potential in the period",
      "Sales in the period",
      "Sales in all",
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
    empty: {
      uncovered: "Everybody here is covered.",
      never: "Everybody with a plan was touched before.",
      due: "Nobody is due.",
      overdue: "Nobody is overdue.",
      over_served: "Nobody had more touches than planned.",
    } satisfies Record<CallWhich, string>,
    how: [
      "Those who could bring most stand first: by potential where it is known, else by sales in all.",
      "The interval of the plan is the period over the planned touches. On track: the last touch is no longer ago than that, counted to the end of the period. Due: up to half an interval longer. Overdue: longer still.",
    ],
  },
  status: {
    unplanned: "No plan",
    never: "Never touched",
    on_track: "On track",
    due: "Due",
    overdue: "Overdue",
  } satisfies Record<Status, string>,
  statuses: ["No plan", "Never touched", "On track", "Due", "Overdue"] as CallWords["statuses"],
  plan: {
    title: "The plan of each tier",
    note: (plan: Compliance, months: number | null) =>
      `${f.number(plan.kept)} of ${f.number(plan.planned)} planned touches were made${plan.rate === null ? "" : `, ${f.percent(plan.rate)}`}${months === null ? "" : `; the period is ${f.number(months, 1)} ${months === 1 ? "month" : "months"}`}.`,
    columns: {
      customers: "Customers",
      perMonth: "Planned a month, each",
      planned: "Planned",
      made: "Made",
      kept: "Kept",
      rate: "Compliance",
      remaining: "Remaining",
      toSchedule: "To schedule",
      over: "Beyond plan",
      overServed: "Over-served",
    },
    perMonthOf: (tier: string) => `Touches planned a month for each customer of tier ${tier}`,
    wrong: "A number from 0 to 1,000.",
    short: "The period is too short for the plan of some tiers: it comes to less than half a touch, and so to none.",
    how: [
      "The plan of a customer is that of the tier, times the months of the period, rounded to whole touches. Without a plan of your own it is 3, 2 and 1 a month from the first tier on.",
      "Kept: of each customer the touches made, up to the plan. Compliance is kept over planned: more touches than planned never make up for a customer who had fewer.",
      "Remaining: planned and not made. To schedule: remaining, less touches after the as-of date. Beyond plan: touches over the plan, of over-served customers. Customers without a tier have no plan and are left out.",
    ],
    noTouches: {
      title: "Whom you reach is not in the files",
      text: "Add a file of visits or contacts (customer and date), or open orders: purchases count as touches too.",
    },
    noTiers: {
      title: "There are no tiers to plan by",
      text: "Choose under Tier what the visit plan goes by: a column, or a score of potential and sales.",
    },
  },
  statusTable: {
    title: "How customers stand",
    bar: "Parts",
    unplanned: (n: number) => `${count(n, "customer")} without a plan ${n === 1 ? "is" : "are"} left out.`,
    how: [
      "The interval of the plan is the period over the planned touches. On track: the last touch is no longer ago than that, counted to the end of the period. Due: up to half an interval longer. Overdue: longer still. Never: no touch up to then is known.",
    ],
  },
  owners: {
    title: "Owners side by side",
    note: (owners: number, without: number) =>
      `${count(owners, "owner")}${without === 0 ? "" : `; ${count(without, "customer")} without one`}.`,
    sort: "By",
    columns: {
      customers: "Customers",
      rate: "Coverage",
      change: "Change, points",
      compliance: "Compliance",
      capacity: "Capacity use",
      strike: "Strike rate",
      value: "Sales",
      atStake: "Potential at stake",
    },
    none: {
      title: "Who looks after whom is not in the files",
      text: "Add a column with the owner, the sales representative or the dealer to the customer file or to the visits, or choose one under Owner.",
    },
    how: [
      "A column of the visits gives each customer the owner of most visits, of equally many that of the latest. Customers who were never visited have none then, so coverage is not told.",
      "Capacity use: planned touches over those an owner can make in the period. Strike rate: visits with a sale over visits; other definitions exist.",
      "Potential at stake: of the owner's customers who are not covered.",
    ],
  },
  inputs: {
    title: "What this rests on",
    note: "Only the customers are needed; each of the others adds something.",
    missing: " is missing: ",
    items: {
      customers: { name: "Customers", adds: "A customer file, or orders: everything else is told of them." },
      touches: {
        name: "Touches",
        adds: "A file of visits or contacts (customer and date), or orders: coverage, gaps, the period before, whom to call.",
      },
      value: { name: "Sales", adds: "Orders: coverage by sales, white space, share of wallet, market share, growth." },
      potential: {
        name: "Potential",
        adds: "A numeric column of the customer file: what is at stake, weighted distribution, white space.",
      },
      targets: {
        name: "Targets and market",
        adds: "A file with region, channel or other columns of the customers, and target coverage, market customers, market or target sales: a target for each cell, penetration, share.",
      },
      tier: { name: "Tier", adds: "A column such as A, B, C: the visit plan, compliance, who is due." },
      owner: { name: "Owner", adds: "A column with the representative or dealer: owners side by side." },
      capacity: { name: "Capacity", adds: "Touches that an owner can make a month, set under Owner: capacity use." },
      outcome: {
        name: "Outcome of visits",
        adds: "A column of the visits that says whether something was sold: strike rate.",
      },
    },
    known: {
      customers: (n: number, listed: boolean) =>
        `${count(n, "customer")} ${listed ? "of the customer file" : "with a purchase"}`,
      touches: (kind: TouchKind, known: KnownTouches) =>
        `${f.number(known.count)} ${kind === "contacts" ? "visits and contacts" : "orders"} from ${f.day(known.first)} to ${f.day(known.last)}, ${f.number(known.inPeriod)} in the period${known.scheduled === 0 ? "" : `, ${f.number(known.scheduled)} scheduled`}`,
      value: "Net sales of the orders in the period",
      column: (name: string) => `From ${name}`,
      targets: (rows: number) => `${count(rows, "row")} of the file of targets`,
      set: "As set",
      outcome: (column: string, value: string) => `${column} = ${value}`,
    },
  },
  issues: {
    title: "To look at in the files",
    examples: (examples: readonly string[], all: number) =>
      `${f.list(examples)}${all > examples.length && examples.length > 1 ? " …" : ""}`,
    told: {
      touches_unlisted: (n: number) => `${touches(n)} of customers who are not on the list, left out:`,
      buyers_unlisted: (n: number) =>
        `${count(n, "customer")} with purchases who ${n === 1 ? "is" : "are"} not on the list, left out:`,
      outside: (n: number) => `${count(n, "customer")} without a value in one of the dimensions, in no cell:`,
      target_unknown: (n: number) => `${count(n, "target")} for cells that no customer can be in, left out:`,
      target_repeated: (n: number) => `${count(n, "row")} with a second target for the same cell, left out:`,
      target_above_one: (n: number) => `${count(n, "target")} above 100%, not used:`,
      target_percent: (n: number) => `${count(n, "target")} without a percent sign, taken as percentages:`,
      target_negative: (n: number) => `${count(n, "row")} of the targets with a negative figure, not used:`,
      targets_elsewhere: (n: number) =>
        `${count(n, "row")} of the targets name none of these dimensions, left out. Choose a dimension that the file names.`,
      negative_potential: (n: number) => `${count(n, "customer")} with a negative potential, taken for unknown:`,
      unknown_potential: (n: number) => `${count(n, "customer")} without a potential; nothing of theirs is at stake:`,
      empty_period: (n: number) => `No touch lies in the period; all ${f.number(n)} lie in:`,
      without_tier: (n: number) => `${count(n, "customer")} without a tier, and so without a plan:`,
      beyond_market: (n: number) => `${count(n, "cell")} with more customers or sales than the market is said to have:`,
      negative_sales: (n: number) => `${count(n, "cell")} with sales below zero, taken for none against the market:`,
    } satisfies Record<CoverageIssueCode, (n: number) => string>,
  },
};
