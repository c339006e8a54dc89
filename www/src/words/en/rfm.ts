import type { Scoring, SortKey, Ties } from "../../engine/protocol";
import { plain, sentence } from "../sentence";
import { count, f } from "./format";

/** Names of the segments of the shipped sets; the user's own names are shown as they are. */
const segments: Readonly<Record<string, string>> = {
  champions: "Champions",
  loyal_customers: "Loyal Customers",
  potential_loyalists: "Potential Loyalists",
  new_customers: "New Customers",
  promising: "Promising",
  need_attention: "Need Attention",
  about_to_sleep: "About To Sleep",
  cant_lose_them: "Can't Lose Them",
  at_risk: "At Risk",
  lost: "Lost",
  key_valued: "Key valued",
  key_to_develop: "Key to develop",
  key_to_keep: "Key to keep",
  key_to_win_back: "Key to win back",
  ordinary_valued: "Ordinary valued",
  ordinary_to_develop: "Ordinary to develop",
  ordinary_to_keep: "Ordinary to keep",
  ordinary_to_win_back: "Ordinary to win back",
  others: "Others",
};

/** Headers of the customer table, with units. */
const columns: Record<SortKey, { readonly header: string; readonly unit?: string }> = {
  customer: { header: "Customer" },
  segment: { header: "Segment" },
  recency: { header: "R", unit: "days" },
  frequency: { header: "F", unit: "orders" },
  monetary: { header: "M", unit: "amount" },
  refunded: { header: "Refunded", unit: "amount" },
  score: { header: "Score", unit: "weighted" },
  tier: { header: "Tier" },
  first: { header: "First purchase" },
  last: { header: "Last purchase" },
};

export const rfm = {
  segmentName: (name: string) => segments[name] ?? name,
  headline: (of: { name: string; customers: number; share: number; value: number | null }) =>
    of.value === null
      ? sentence`${f.number(of.customers)} ${plain(of.name)} are ${f.percent(of.share, 0)} of customers.`
      : sentence`${f.number(of.customers)} ${plain(of.name)} are ${f.percent(of.share, 0)} of customers and bring ${f.percent(of.value, 0)} of revenue.`,
  basis: (asOf: number, scoring: string) => `As of ${f.day(asOf)}, ${scoring}.`,
  settings: "Settings",
  scoring: {
    name: "Scoring",
    kinds: { quantile: "quantiles", thresholds: "own cut points", mean: "mean", median: "median" } satisfies Record<
      Scoring["kind"],
      string
    >,
    kindsHow: {
      quantile:
        "Bins with as many customers each as equal values allow. Cut points by linear interpolation (type 7, as in R and NumPy).",
      thresholds: "Your own cut points. A value equal to a cut point lies below it.",
      mean: "Two bins: above the mean, and up to it.",
      median: "Two bins: above the median, and up to it.",
    } satisfies Record<Scoring["kind"], string>,
    said: {
      quantile: (bins: number, nested: boolean) =>
        `scored in ${f.number(bins)} quantile bins, ${nested ? "F within R and M within F" : "each on its own"}`,
      thresholds: "scored by your own cut points",
      mean: "split at the mean",
      median: "split at the median",
    },
    value: {
      quantile: (bins: number, nested: boolean) => `${f.number(bins)} quantiles${nested ? " · nested" : ""}`,
    },
    bins: "Bins per dimension",
    nesting: "Dimensions",
    nestings: { independent: "independent", nested: "nested" },
    nestingHints: {
      independent: "R, F and M are cut each over all customers.",
      nested: "F is cut within each score of R, M within each score of F.",
    },
    ties: "Equal values",
    tiesOptions: { together: "same score", by_id: "split by id" } satisfies Record<Ties, string>,
    tiesHints: {
      together: "Equal values always get the same score; bins may be uneven.",
      by_id: "Bins are even; equal values are told apart by customer id alone.",
    } satisfies Record<Ties, string>,
    how: "5 is best on every dimension; for R the most recent. Score = 1 + number of cut points strictly below the value, reversed for R.",
  },
  thresholds: {
    intro: "Ascending, divided by blanks or semicolons; one to nine per dimension.",
    r: "R, days",
    f: "F, orders",
    m: "M, amount",
    wrong: "One to nine numbers, each larger than the one before.",
    apply: "Use these",
  },
  rules: {
    name: "Segments",
    kinds: { ten: "ten", r_package: "R package rfm", eight: "eight classes", own: "own rules" },
    edit: "Edit segment rules",
    title: "Segment rules",
    intro: "The first rule that matches wins. Changes apply at once.",
    nameOf: (n: number) => `Rule ${f.number(n)}`,
    rangeFrom: (dimension: string) => `${dimension} from`,
    rangeTo: (dimension: string) => `${dimension} to`,
    columns: { name: "Name", r: "R", f: "F", m: "M", customers: "Customers" },
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    remove: (name: string) => `Remove ${name}`,
    add: "Add a rule",
    fresh: (n: number) => `Segment ${f.number(n)}`,
    restore: "Undo all changes",
    done: "Done",
    badName: "Each rule needs a name of its own.",
    check: {
      fine: "Every combination of scores belongs to exactly one rule.",
      covered: "Every combination of scores belongs to a rule; where several claim it, the first wins.",
      more: (n: number) => `and ${count(n, "overlap")} more`,
      gaps: (cells: number, customers: number) =>
        `${count(cells, "score combination")} without a rule, ${count(customers, "customer")} in ${cells === 1 ? "it" : "them"}: they become Others.`,
      examples: (list: readonly string[], more: boolean) => `R-F-M ${list.join(", ")}${more ? " …" : ""}`,
      overlap: (first: string, second: string, cells: number, customers: number) =>
        `${first} and ${second} both claim ${count(cells, "score combination")} (${count(customers, "customer")}); ${first} wins.`,
      shadowed: (name: string) => `${name} can never win: earlier rules claim all of it.`,
    },
    switched: {
      eight: "The eight classes need two scores, so scoring was set to the median.",
      five: "This set needs five scores, so scoring was set to five quantile bins.",
      eightRules: "The ten segments and the R package need five scores; with two, the eight classes are used.",
      tenRules: "The eight classes need two scores; with five, the ten segments are used.",
      own: (scores: string) => `The segment rules were fitted to ${scores} scores and are now your own. Check them.`,
    },
  },
  weights: {
    name: "Weights",
    value: (r: number, fr: number, m: number) =>
      r === fr && fr === m ? "equal" : `${f.number(r, 2)} : ${f.number(fr, 2)} : ${f.number(m, 2)}`,
    how: "Weighted score = (R × weight + F × weight + M × weight) ÷ sum of weights. It orders customers; segments do not depend on it.",
    wrong: "A number from 0 to 1000; not all three may be 0.",
  },
  tiers: {
    name: "Value tiers",
    title: "Value tiers",
    kinds: { share: "share of value", quantile: "share of customers" },
    hints: {
      share: "Best customers first, until they make up this share of all value; then the middle tier.",
      quantile: "Best customers first, until they are this share of all customers; then the middle tier.",
    },
    value: (kind: string, high: number, middle: number) =>
      `${f.number(high * 100, 1)}/${f.number(middle * 100, 1)}/${f.number((1 - high - middle) * 100, 1)} %${kind === "share" ? "" : " of customers"}`,
    high: "High",
    middle: "Middle",
    low: "Low",
    names: ["High", "Middle", "Low"] as [string, string, string],
    wrong: "0 to 100; high and middle together at most 100.",
    columns: {
      tier: "Tier",
      customers: "Customers",
      customerShare: "Of customers",
      valueShare: "Of value",
      value: "Value",
      from: "M from",
    },
    select: (name: string) => `Show the customers of tier ${name}`,
  },
  beware: {
    mode: (share: number, dimension: string, value: string) =>
      `${f.percent(share, 0)} of customers share ${dimension} = ${value}`,
    collapsed: (dimension: string, surviving: number, bins: number) =>
      `${dimension} has ${f.number(surviving)} of ${f.number(bins)} scores`,
    join: " · ",
    see: "see ties",
  },
  map: {
    title: "R × F",
    note: "darker is more",
    noteDark: "brighter is more",
    label: "Map of R and F scores",
    units: { r: "days", f: "orders" },
    colour: "Colour",
    colours: { mean: "value per customer", value: "value", customers: "customers" },
    detail: (r: number, fr: number) => `R${r} F${fr}`,
    customers: (n: number) => count(n, "customer"),
    mean: (value: number) => `${f.money(value)} per customer`,
    total: (value: number) => `${f.money(value)} in all`,
    empty: "no customers",
    log: "log scale",
    score: (name: "r" | "f", score: number, range: string) =>
      name === "r"
        ? `R${score}: ${range} ${range === "1" ? "day" : "days"}`
        : `F${score}: ${range} ${range === "1" ? "order" : "orders"}`,
    /** Under the title of its picture. */
    picture: (measure: "mean" | "value" | "customers") =>
      `Customers, and below them ${measure === "value" ? "the value" : "the value per customer"}; darker is more ${measure === "mean" ? "value per customer" : measure}.`,
  },
  table: {
    title: "Segments",
    note: "Select a row to see its customers",
    how: "Each customer belongs to the first rule that matches. Value is the net amount; R, F and M are means.",
    columns: {
      segment: "Segment",
      customers: "Customers",
      customerShare: "Of customers",
      valueShare: "Of value",
      recency: "R (days)",
      frequency: "F (orders)",
      monetary: "M (amount)",
    },
  },
  cuts: {
    title: "Distributions and cut points",
    note: "Dashed lines are cut points; bands are scores",
    description: (name: string, cuts: string, customers: number) =>
      cuts === ""
        ? `Distribution of ${name} over ${count(customers, "customer")}.`
        : `Distribution of ${name} over ${count(customers, "customer")}, cut at ${cuts}.`,
    nested: "Nested: the cut points differ by the score above and are not drawn.",
  },
  ties: {
    title: "Cut points and ties",
    caption: (name: string, surviving: number, bins: number) =>
      `${name}: ${f.number(surviving)} of ${f.number(bins)} scores in use`,
    mode: (value: string, customers: number, share: number) =>
      `Most common value: ${value} (${count(customers, "customer")}, ${f.percent(share)}).`,
    columns: { score: "Score", values: "Values", customers: "Customers", atCut: "At the cut" },
    upTo: (value: string) => `≤ ${value}`,
    above: (value: string) => `> ${value}`,
    between: (low: string, high: string) => `> ${low}, ≤ ${high}`,
    unknown: "differs by the score above",
    how: "“At the cut” counts customers whose value equals the cut point that ends the bin: they all stay in this bin.",
  },
  customers: {
    title: "Customers",
    found: (n: number, all: number) =>
      n === all ? count(n, "customer") : `${f.number(n)} of ${count(all, "customer")}`,
    search: "Search customer id",
    chips: "Filters",
    chip: {
      segment: (name: string) => name,
      cell: (r: number, fr: number) => `R${r} F${fr}`,
      tier: (name: string) => `Tier ${name}`,
    },
    clear: (filter: string) => `Remove filter ${filter}`,
    empty: "No customer matches. Remove a filter or change the search.",
    sortHint: (column: string) => `Sort by ${column}`,
    columns,
    scores: { header: "R-F-M", unit: "scores" },
    export: (n: number, all: number) =>
      n === all ? `Export all ${count(n, "customer")} (CSV)` : `Export these ${count(n, "customer")} (CSV)`,
  },
};
