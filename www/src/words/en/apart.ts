import type { FeatureKey, TraitKey } from "../../engine/protocol";
import { features } from "./features";
import { count, f } from "./format";

/** How large a difference is: from 0.2, 0.5 and 0.8 standard deviations on. */
export type Degree = "some" | "clear" | "far";

/** A figure of a segment against all customers, its values as text. */
export interface FigureApart {
  readonly key: FeatureKey;
  readonly above: boolean;
  readonly degree: Degree;
  /** With its unit. */
  readonly value: string;
  readonly overall: string;
}

/** A category of a segment against all customers. */
export interface CategoryApart {
  readonly key: TraitKey;
  /** As it is called. */
  readonly category: string;
  /** Share in the segment over share among all. */
  readonly ratio: number;
  readonly share: number;
  readonly overall: number;
}

type Plain = Exclude<FeatureKey["kind"], "share" | "column">;

const degrees: Record<Degree, string> = { some: "somewhat", clear: "clearly", far: "far" };

const comparatives: Record<Plain, { readonly above: string; readonly below: string }> = {
  recency: { above: "longer since the last purchase", below: "more recent purchases" },
  frequency: { above: "more orders", below: "fewer orders" },
  monetary: { above: "more money spent", below: "less money spent" },
  basket: { above: "more per order", below: "less per order" },
  cadence: { above: "more days between orders", below: "fewer days between orders" },
  tenure: { above: "longer since the first purchase", below: "more recent first purchases" },
};

const compared = (key: FeatureKey, above: boolean): string => {
  if (key.kind === "share" || key.kind === "column") return `${above ? "higher" : "lower"} ${features.name(key)}`;
  return comparatives[key.kind][above ? "above" : "below"];
};

/** Customers of a category, after "many", "more" or "none". */
const of = (key: TraitKey, category: string): string => {
  if (key.kind === "weekday") return `ordering mostly on ${category}s`;
  if (key.kind === "month") return `ordering mostly in ${category}`;
  if (key.kind === "figure") return category;
  if (key.role === "region") return `from ${category}`;
  if (key.role === "channel") return `buying mostly through ${category}`;
  if (key.role === "category") return `buying mostly ${category}`;
  return `with ${key.name} “${category}”`;
};

/** What sets a segment apart, and the rule that describes it. */
export const apart = {
  /** A figure with its unit. */
  unit: (key: FeatureKey, text: string): string => {
    const one = text === "1";
    if (key.kind === "recency" || key.kind === "cadence" || key.kind === "tenure")
      return `${text} ${one ? "day" : "days"}`;
    return key.kind === "frequency" ? `${text} ${one ? "order" : "orders"}` : text;
  },
  figure: (told: FigureApart) =>
    `${degrees[told.degree]} ${compared(told.key, told.above)} (mean ${told.value} against ${told.overall})`,
  category: ({ key, category, ratio, share, overall }: CategoryApart) => {
    const who = of(key, category);
    if (share === 0) return `nobody ${who} (${f.percent(overall)} of all)`;
    const shares = `(${f.percent(share)} against ${f.percent(overall)})`;
    const times = f.number(ratio, 1);
    if (ratio >= 1.5) return `${times === "2" ? "twice" : `${times} times`} the share ${who} ${shares}`;
    return `${ratio > 1 ? "more" : "fewer"} ${who} ${shares}`;
  },
  sentence: (phrases: readonly string[]) => `Set apart by ${phrases.join("; ")}.`,
  nothing: "Nothing sets it apart: no difference from all customers is both large and sure.",
  within: (name: string, low: string | null, high: string | null) => {
    if (low === null) return `${name} at most ${high}`;
    return high === null ? `${name} above ${low}` : `${name} above ${low} and at most ${high}`;
  },
  is: (name: string, category: string) => `${name} is ${category}`,
  isNot: (name: string, categories: readonly string[]) => `${name} is not ${either.format(categories)}`,
  rule: (conditions: readonly string[], of: { named: number; precision: number; recall: number }) =>
    `${conditions.join(" and ")}: ${count(of.named, "customer")} match; ${f.percent(of.precision, 0)} of them belong to the segment, and they make up ${f.percent(of.recall, 0)} of it.`,
  noRule: "No short rule describes it better than taking everyone.",
  facts: {
    n: "Customers with a value (n)",
    count: "Of them in this category",
    customers: "Customers",
    all: "All customers",
    mean: "Mean",
    meanOverall: "Mean of all",
    quartiles: "Quartiles",
    quartilesOverall: "Quartiles of all",
    share: "Share",
    overall: "Share among all",
    index: "Index",
    difference: "Standardised difference",
    v: "v.test",
    value: "Value",
    valueAll: "Value of all",
    named: "Customers who match",
    right: "Of them in the segment",
    precision: "Precision",
    recall: "Recall",
  },
  quartiles: (low: string, median: string, high: string) => `${low} · ${median} · ${high}`,
  deviations: (value: string) => `${value} sd`,
};

const either = new Intl.ListFormat("en", { type: "disjunction" });
