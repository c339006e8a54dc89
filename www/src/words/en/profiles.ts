import { plain, sentence } from "../sentence";
import { count, f } from "./format";

/** The screen Profiles. */
export const profiles = {
  nobody: "No customer has a segment.",
  headline: (of: { name: string; share: number; value: number | null; apart: string | null }) => {
    const brings = of.value === null ? plain("") : sentence`, ${f.percent(of.value, 0)} of the value`;
    const apart = of.apart ?? "nothing sets them apart for sure";
    return sentence`${plain(of.name)}: ${f.percent(of.share, 0)} of customers${brings}; ${plain(apart)}.`;
  },
  basis: (of: { customers: number; unassigned: number; traits: number; segments: number }) =>
    `${count(of.segments, "segment")} of ${count(of.customers, "customer")}, each against all of them, on ${count(of.traits, "trait")}.${of.unassigned === 0 ? "" : ` ${count(of.unassigned, "customer")} without a segment left out.`}`,
  lacking: {
    title: "No segments to describe yet",
    text: "Customers without orders get segments by clusters, or by a text column of their file.",
    toClusters: "Go to the clusters",
  },
  noColumns: {
    title: "Nothing to describe the customers by",
    text: "Give columns of the customer file the role Numeric column or Text column, and read it again.",
  },
  settings: "What is described",
  division: "Customers divided by",
  export: "Save the profile as CSV",
  toPersonas: "See the personas",
  size: (customers: number, share: number) => `${count(customers, "customer")}, ${f.percent(share)} of all`,
  value: (share: number | null, mean: string) =>
    share === null ? `${mean} per customer` : `${f.percent(share)} of the value, ${mean} per customer`,
  small: "Fewer than 30 customers: every figure is shaky.",
  segments: {
    title: "What sets each segment apart",
    how: [
      "Each segment is held against all customers who have a segment. At most three differences are named, the surest first, and only those both large and sure: a standardised difference of at least 0.2, or an index outside 80 to 120; and a v.test of at least 2.58 in size. A category counts where at least five customers have it, or would with the share of all.",
      "Standardised difference: mean of the segment less mean of all, in standard deviations of all. Index: 100 times the share in the segment over the share among all. v.test: the difference in standard errors of a sample drawn without regard to the segment, as catdes of FactoMineR computes it; for a category, the probability of such a count, expressed as a normal quantile.",
      "“Somewhat”, “clearly” and “far” stand for 0.2, 0.5 and 0.8 standard deviations (Cohen).",
    ],
    customers: "Customers",
    value: "Value",
    mean: "Per customer",
    apart: "Set apart by",
    rule: "Rule",
    ruleHow: (sample: number, all: number) =>
      `A shallow tree, at most three conditions deep, parts the segment from the rest${sample < all ? `, found on ${f.number(sample)} of ${count(all, "customer")}` : ""}. Precision: of the customers who match the rule, how many are in the segment. Recall: of the segment, how many match it. Both are counted on all customers.`,
    trend: (first: string, last: string, text: string) => `Value from ${first} to ${last}: ${text}`,
    trendTitle: "Value, trend",
  },
  table: {
    title: "Segments side by side",
    how: "Means of figures, and shares of categories among the customers with a value. Coloured where the difference from all is both large and sure: the stronger, the more standard deviations, or the further the share from that of all (twice or half as large is the second step).",
    note: "Coloured where the difference is both large and sure",
    trait: "Trait",
    all: "All",
    hint: "Point at a cell, or move with the arrow keys, for n, index, difference and v.test.",
    categories: (n: number) => count(n, "category", "categories"),
    open: (name: string) => `Show the categories of ${name}`,
    shut: (name: string) => `Hide the categories of ${name}`,
    group: (name: string, traits: number) => `${name}, ${count(traits, "trait")}`,
    share: "share",
    others: (n: number) => `${count(n, "other")}`,
    low: "lower",
    high: "higher",
  },
  chart: { showTable: "Table", showChart: "Chart" },
  spread: {
    title: "Distribution by segment",
    figure: "Figure",
    category: "Category",
    boxes: {
      how: "Box: the middle half of the customers, with the median as a line. Whiskers: the furthest values within one and a half times the height of the box. Point: the mean. Dashed: the median of all customers. Values beyond the whiskers are not drawn; lowest and highest stand in the table.",
      log: "log scale",
      median: (value: string) => `median of all ${value}`,
      point: (of: {
        name: string;
        n: number;
        low: string;
        lower: string;
        median: string;
        upper: string;
        high: string;
        mean: string;
      }) =>
        `${of.name}\nmedian ${of.median}, mean ${of.mean}\nmiddle half ${of.lower} to ${of.upper}\nwhiskers ${of.low} to ${of.high}\n${count(of.n, "customer")}`,
      columns: ["Segment", "n", "Lowest", "Lower quartile", "Median", "Upper quartile", "Highest", "Mean"],
      description: (name: string, segments: number) => `Box plots of ${name} for ${count(segments, "segment")}.`,
    },
    shares: {
      how: "Share of each category among the customers of the segment who have a value. The categories of most customers are drawn, the rest taken together.",
      others: "Others",
      point: (of: { name: string; n: number; parts: readonly string[] }) =>
        `${of.name}\n${of.parts.join("\n")}\n${count(of.n, "customer")}`,
      part: (category: string, share: number) => `${category} ${f.percent(share)}`,
      description: (name: string, segments: number) => `Shares of ${name} in ${count(segments, "segment")}.`,
    },
    nobody: (name: string) => `${name}\nno value`,
  },
  file: {
    name: "profile",
    columns: [
      "Segment",
      "Customers",
      "Share of customers",
      "Value",
      "Share of value",
      "Group",
      "Trait",
      "Category",
      "n",
      "Mean or share",
      "Mean or share of all",
      "Lower quartile",
      "Median",
      "Upper quartile",
      "Standardised difference",
      "Index",
      "v.test",
      "Large and sure",
    ],
    yes: "yes",
    no: "no",
  },
};
