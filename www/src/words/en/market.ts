import type { CoverageParams, Span } from "../../engine/protocol";
import { plain, type Sentence, sentence } from "../sentence";
import { count, f } from "./format";

type Measure = "share" | "penetration" | "attainment";
type WeighedBy = "market" | "universe" | "potential" | "customers";
type Criterion = keyof CoverageParams["stands"];
type Question = "measurable" | "substantial" | "accessible" | "differentiable" | "actionable";
type Zone = "invest" | "select" | "harvest";
type Why = "universe" | "market" | "marketBefore" | "target" | "orders" | "before" | "potential";

/** A cell that falls furthest short. */
interface Worst {
  readonly name: string;
  readonly rate: number;
  readonly weight: number;
  readonly short: number;
}

const cells = (n: number) => count(n, "cell");

const columns = {
  customers: "Active customers",
  universe: "Market customers",
  penetration: "Penetration",
  weighted: "Weighted distribution",
  sales: "Own sales",
  market: "Market sales",
  share: "Market share",
  index: "Share index",
  expected: "Expected sales",
  growth: "Own growth",
  marketGrowth: "Market growth",
  target: "Sales target",
  attainment: "Attainment",
};

const measures: Record<Measure, string> = { share: "Share", penetration: "Penetration", attainment: "Attainment" };

const ofMeasure: Record<Measure, string> = {
  share: "of the market",
  penetration: "of market customers",
  attainment: "of the target",
};

const weighed: Record<WeighedBy, string> = {
  market: "of the market",
  universe: "of market customers",
  potential: "of potential",
  customers: "of customers",
};

const zones: Record<Zone, string> = { invest: "Invest first", select: "Select", harvest: "Harvest" };

const why: Record<Why, string> = {
  universe: "needs market customers",
  market: "needs market sales",
  marketBefore: "needs market sales of the period before",
  target: "needs a sales target",
  orders: "needs orders",
  before: "needs orders of the period before",
  potential: "needs potential and touches",
};

const shortOf = (measure: Measure, short: number) => {
  const size = measure === "penetration" ? f.number(Math.round(Math.abs(short))) : f.compact(Math.abs(short));
  const than = measure === "attainment" ? "than the target" : "than at the rate of all";
  return `${size} ${short > 0 ? "less" : "more"} ${than}`;
};

/** Own sales against the market, and which segments to choose. */
export const market = {
  title: "Market",
  headline: {
    share: (of: { whole: number; own: number; base: number; worst: Worst | null }): Sentence => {
      const all = sentence`Market share ${f.percent(of.whole)}: ${f.compact(of.own)} of ${f.compact(of.base)} sold in the market`;
      return of.worst === null
        ? sentence`${all}.`
        : sentence`${all}. Furthest short: ${of.worst.name} with ${f.percent(of.worst.rate)}, ${f.compact(of.worst.short)} less than at the share of all.`;
    },
    penetration: (of: { whole: number; own: number; base: number; worst: Worst | null }): Sentence => {
      const all = sentence`Penetration ${f.percent(of.whole)}: ${f.number(of.own)} of ${f.number(of.base)} market customers are active`;
      return of.worst === null
        ? sentence`${all}.`
        : sentence`${all}. Furthest short: ${of.worst.name} with ${f.percent(of.worst.rate)}, ${f.number(Math.round(of.worst.short))} fewer than at the rate of all.`;
    },
    attainment: (of: { whole: number; own: number; base: number; worst: Worst | null }): Sentence => {
      const all = sentence`${f.percent(of.whole)} of the sales target reached: ${f.compact(of.own)} of ${f.compact(of.base)}`;
      return of.worst === null
        ? sentence`${all}.`
        : sentence`${all}. Furthest short: ${of.worst.name} with ${f.percent(of.worst.rate)}, ${f.compact(of.worst.short)} missing.`;
    },
    none: sentence`Market figures of these cells are not known; the grid and the checks go by the customers.`,
  },
  basis: (of: { file: string; rows: number; period: string | null; span: Span | null }) =>
    `Market: ${count(of.rows, "row")} of ${of.file}${of.period === null ? "" : `, ${of.period}`}.${of.span === null ? "" : ` Own sales: ${f.day(of.span.from)} to ${f.day(of.span.to)}.`}`,
  targetsFile: "the target file",
  settings: {
    label: "Columns with market figures",
    columns: {
      market: "Market sales",
      marketBefore: "Market sales before",
      universe: "Market customers",
      sales: "Sales target",
      rate: "Target coverage",
    },
    none: "none",
    only: (column: string) => `Rows of ${column}`,
    reset: "As the file says",
  },
  empty: {
    title: "No market figures yet",
    text: (dimensions: readonly string[]) =>
      `Add a file with one row per cell and period: ${f.list(dimensions)} as they stand in the customer file, and any of the columns that follow. Their names are recognised.`,
    example: "For example",
    columns: {
      period: "Period",
      universe: "Market customers",
      market: "Market sales",
      marketBefore: "Market sales previous period",
      rate: "Target coverage",
      target: "Target sales",
    },
    period: "2025Q4",
    adds: [
      "Market customers give the penetration of each cell.",
      "Market sales give share, share index and the sales to expect; with those of the period before, growth against the market.",
      "Target coverage takes the place of one target for all; target sales give the attainment of each cell.",
    ],
    without: "What the customers alone can tell stands below.",
    toData: "Add a file",
  },
  against: {
    title: {
      share: "Market share by cell",
      penetration: "Penetration by cell",
      attainment: "Sales target attained by cell",
    } satisfies Record<Measure, string>,
    measure: "Show",
    measures,
    weight: {
      share: "Of the market",
      penetration: "Of market customers",
      attainment: "Of the target",
    } satisfies Record<Measure, string>,
    whole: (rate: number) => `all ${f.percent(rate)}`,
    note: (of: { shown: number; all: number }) =>
      of.shown < of.all
        ? `The ${f.number(of.shown)} largest of ${cells(of.all)}; the table has all. Brown: below all together.`
        : "The largest first. Brown: below all together.",
    point: (of: { name: string; measure: Measure; rate: number; whole: number; weight: number; short: number }) =>
      [
        of.name,
        `${measures[of.measure]} ${f.percent(of.rate)}, all together ${f.percent(of.whole)}`,
        `${f.percent(of.weight)} ${ofMeasure[of.measure]}`,
        shortOf(of.measure, of.short),
      ].join("\n"),
    description: (of: { title: string; shown: number; whole: number }) =>
      `${of.title}: bars of ${cells(of.shown)} beside their size, and a line at ${f.percent(of.whole)} for all together.`,
    how: [
      "Left: how much of the whole lies in the cell. Right: what is reached there. The dashed line is what is reached in all cells together; bars short of it are brown.",
      "A long grey bar beside a short brown one is where most is missing.",
    ],
  },
  table: {
    title: "Cells against the market",
    titleAlone: "Own customers and sales by cell",
    cell: "Cell",
    whole: "All cells",
    weight: {
      market: "Of the market",
      universe: "Of market customers",
      potential: "Of potential",
      customers: "Of customers",
    } satisfies Record<WeighedBy, string>,
    columns,
    note: (all: number) => `${cells(all)}, the largest first`,
    sortHint: (header: string) => `Sort by ${header}`,
    beyond: "own figures above those of the market",
    beyondNote: (n: number) =>
      `${cells(n)} marked: own figures are above those of the market, so they do not cover the same things. Check period, unit and customers before using the share.`,
    concentration: (of: { index: number; cells: number }): Sentence =>
      sentence`Own sales are as concentrated as in ${f.number(1 / of.index, 1)} equal cells of ${f.number(of.cells)} (Herfindahl index ${f.number(of.index, 3)}).`,
    lacking: (parts: readonly string[]) => `Left out: ${parts.join("; ")}.`,
    lackingPart: (names: readonly string[], reason: Why, unplaced: boolean) =>
      `${f.list(names)} (${unplaced ? "the file does not divide its figures by all these dimensions" : why[reason]})`,
    how: [
      "A cell is one combination of the dimensions, as in the gaps.",
      "Active customers bought in the period; without orders, they were covered. Penetration is their part of the market customers (numeric distribution). Weighted distribution is the potential of covered customers, of all potential.",
      "Market share is own sales over market sales. Share index is the share over the share in all cells, times 100. Expected sales are the own sales of all cells, spread as the market is.",
      "Growth is against the period before. Attainment is own sales over the sales target. In the last row ratios are of the cells for which both sides are known.",
      "Amber: an index below 100, growth behind the market's, a target that was missed.",
      "The Herfindahl index is the sum of the squared parts of own sales; 1 divided by it is the number of equal cells that would be as concentrated.",
    ],
  },
  stances: {
    title: "Attractiveness and strength",
    say: (of: { cells: number; share: number; by: WeighedBy; names: readonly string[]; more: number }): Sentence =>
      of.cells === 0
        ? sentence`No cell is above the diagonal: none is both more attractive and better held than the others.`
        : sentence`${cells(of.cells)} with ${f.percent(of.share, 0)} ${plain(weighed[of.by])} ask for effort first: ${plain(of.more > 0 ? `${of.names.join(", ")} and ${f.number(of.more)} more` : f.list(of.names))}.`,
    weighed,
    note: (n: number) =>
      `Ranks among these ${cells(n)}, not absolute: the best of a poor lot still comes first. The area of a dot is the size of its cell.`,
    axes: { attractiveness: "Attractiveness", strength: "Strength" },
    thirds: ["low", "middle", "high"] as [string, string, string],
    zones,
    zoneNotes: {
      invest: "attractive, and held well enough",
      select: "worth a choice, cell by cell",
      harvest: "keep what comes by itself",
    } satisfies Record<Zone, string>,
    zoneSize: (n: number, share: number, by: WeighedBy) => `${cells(n)}, ${f.percent(share, 0)} ${weighed[by]}`,
    zoneNone: "no cell",
    zoneMore: (n: number) => `and ${f.number(n)} more`,
    point: (of: {
      name: string;
      attractiveness: number;
      strength: number;
      zone: Zone;
      weight: number;
      by: WeighedBy;
    }) =>
      `${of.name}\n${zones[of.zone]}\nAttractiveness ${f.fixed(of.attractiveness, 2)}, strength ${f.fixed(of.strength, 2)}\n${f.percent(of.weight)} ${weighed[of.by]}`,
    description: (n: number) =>
      `${cells(n)} by strength across and attractiveness upwards, in three by three boxes; the area of a dot is the size of the cell.`,
    columns: { cell: "Cell", attractiveness: "Attractiveness", strength: "Strength", zone: "Advice" },
    settings: "Weights of the criteria",
    weights: {
      attractiveness: "Weights of attractiveness",
      strength: "Weights of strength",
    },
    criteria: {
      size: "Size",
      growth: "Market growth",
      whiteSpace: "White space",
      share: "Share",
      coverage: "Coverage",
      momentum: "Own growth",
    } satisfies Record<Criterion, string>,
    sizes: { market: "Market sales", potential: "Potential", customers: "Customers" },
    shares: { market: "Market share", wallet: "Share of wallet" },
    weight: (name: string, weight: number, known: boolean) => (known ? `${name} ${f.number(weight, 2)}` : `${name} –`),
    unknown: {
      growth: "Needs market sales of this and the period before.",
      whiteSpace: "Needs potential and own sales.",
      share: "Needs market sales or potential, and own sales.",
      coverage: "Needs touches.",
      momentum: "Needs orders of the period before.",
    } satisfies Record<Exclude<Criterion, "size">, string>,
    notKnown: "No data, so it says nothing.",
    wrong: "A number from 0 to 5, and not all three 0.",
    reset: "All the same",
    none: {
      title: "None of the weighted criteria is known",
      text: "Give weight to a criterion with data on each side.",
    },
    chart: { showTable: "Table", showChart: "Chart" },
    how: [
      "Attractiveness and strength are weighted means of ranks: in each criterion a cell's place among the others, from 0 to 1. Criteria without data are left out.",
      "Size is market sales, or else potential, or else customers. White space is potential less own sales. Share is that of the market, or else of the customers' wallets. Thirds part low, middle and high.",
      "Above the falling diagonal: invest first. On it: select. Below it: harvest. This is an order among these cells and a start for talking, not a decision.",
    ],
  },
  checks: {
    title: "Five checks of each cell",
    say: (of: { segments: number; all: number; told: number; open: number }): Sentence =>
      of.open === 0
        ? sentence`${f.number(of.all)} of ${cells(of.segments)} pass all five checks.`
        : sentence`${f.number(of.told)} of ${cells(of.segments)} pass the ${f.number(5 - of.open)} checks that the data can tell.`,
    hardest: (name: string, n: number): Sentence => sentence`Most fail on ${plain(name)}: ${f.number(n)}.`,
    open: (names: readonly string[]) => `The data cannot tell: ${f.list(names)}.`,
    questions: {
      measurable: "Measurable",
      substantial: "Substantial",
      accessible: "Accessible",
      differentiable: "Differentiable",
      actionable: "Actionable",
    } satisfies Record<Question, string>,
    figures: {
      measurable: "worth known",
      substantial: "of all worth",
      accessible: "ever touched",
      differentiable: "sd from the mean",
      actionable: "plan and owner",
    } satisfies Record<Question, string>,
    how: {
      measurable: "The part of the customers whose potential, or else value, is known. Passes from 80% on.",
      substantial:
        "The cell's part of all potential, or else of value, or else of customers. Passes from half of an even part on, with at least 30 customers.",
      accessible: "The part of the customers ever touched. Passes from 50% on.",
      differentiable:
        "How many standard deviations the mean potential, or else value, lies from that of all customers. Passes from 0.2 on where the difference is sure (v.test of 2.58 or more).",
      actionable: "The part of the customers with a visit plan and somebody in charge. Passes from 80% on.",
    } satisfies Record<Question, string>,
    pass: "pass",
    fail: "fail",
    untold: "cannot be told",
    passed: "Passed",
    passedOf: (passed: number, told: number) => `${f.number(passed)} of ${f.number(told)}`,
    legend: { pass: "passes", fail: "fails", untold: "cannot be told" },
  },
  export: "Save as CSV",
  file: { name: "market", zone: "Advice" },
};
