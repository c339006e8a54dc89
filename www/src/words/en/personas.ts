import type { FeatureKey, Goal, Stage, TraitKey } from "../../engine/protocol";
import { plain, sentence } from "../sentence";
import { f } from "./format";
import { terms } from "./terms";

type Plain = Exclude<FeatureKey["kind"], "share" | "column">;

const adjectives: Record<Plain, { readonly above: string; readonly below: string }> = {
  recency: { above: "long silent", below: "recent" },
  frequency: { above: "frequent", below: "occasional" },
  monetary: { above: "high-spending", below: "low-spending" },
  basket: { above: "large-basket", below: "small-basket" },
  cadence: { above: "slowly returning", below: "quickly returning" },
  tenure: { above: "long-standing", below: "newer" },
};

type Attribute = Extract<TraitKey, { readonly kind: "attribute" }>;

const used = ({ role, name }: Attribute, category: string): string => {
  if (role === "region") return `from ${category}`;
  if (role === "channel") return `through ${category}`;
  return role === "category" ? `buying ${category}` : `${name} “${category}”`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const stands = (share: number, overall: number): string => `${f.percent(share)}, against ${f.percent(overall)} of all`;

/** The screen Personas. */
export const personas = {
  headline: (n: number, first: { title: string; value: number | null } | null) => {
    if (first === null) return sentence`${f.number(n)} ${plain(n === 1 ? "persona" : "personas")}.`;
    const brings = first.value === null ? plain("") : sentence`, with ${f.percent(first.value, 0)} of the value`;
    return sentence`${f.number(n)} ${plain(n === 1 ? "persona" : "personas")}. Most valuable: ${plain(first.title)}${brings}.`;
  },
  basis:
    "Each card describes one segment in plain words. The small n after a sentence shows what it rests on; title, notes and plan can be rewritten and are kept in the settings.",
  how: [
    "The cards say what the file says of a segment: no invented name, face, quote or motive.",
    "The title joins what most surely sets the segment apart. The goal follows from R, F and M against all customers (by medians, where these are equal by means); channel and content are those the segment uses or buys surely and by more than a fifth more than all customers do; the rhythm is the segment's own median repurchase gap.",
    "The example is a real customer, the one nearest to the mean of the segment; the number is masked.",
  ],
  cards: "Cards",
  card: (at: number, all: number) => `${f.number(at)} of ${f.number(all)}`,
  previous: "Previous card",
  next: "Next card",
  print: "Print all cards",
  toReport: "Go to the report",
  evidence: "What this rests on",
  parts: {
    size: "Size and value",
    apart: "What sets them apart",
    habit: "Buying habit",
    stage: "Life stage and risk",
    example: "An example",
    plan: "Contact plan",
    notes: "Notes",
  },
  title: (of: { adjectives: readonly string[]; tails: readonly string[] }) =>
    capital([[of.adjectives.join(", "), "customers"].filter(Boolean).join(" "), ...of.tails].join(", ")),
  ordinary: "Customers much like all others",
  adjective: (kind: Plain, above: boolean) => adjectives[kind][above ? "above" : "below"],
  higher: (name: string, above: boolean) => `${above ? "higher" : "lower"} ${name}`,
  often: (key: Attribute, category: string) => `more often ${used(key, category)}`,
  seldom: (key: Attribute, category: string) => `less often ${used(key, category)}`,
  gap: (of: { median: number; low: number; high: number; overall: number | null }) =>
    `They come back after ${days(of.median)} (median), half of the gaps lying between ${f.number(of.low, 1)} and ${f.number(of.high, 1)}${of.overall === null ? "" : `; all customers after ${f.number(of.overall, 1)}`}.`,
  noGap: "Nobody of them has come back yet.",
  basket: (own: number, overall: number) =>
    `An order is worth ${f.money(own)} on average; ${f.money(overall)} among all.`,
  weekday: (name: string, share: number, overall: number) =>
    `${name} stands out: ${f.percent(share)} of their orders, against ${f.percent(overall)} of all orders.`,
  month: (name: string, share: number, overall: number) =>
    `${name} stands out: ${f.percent(share)} of their orders, against ${f.percent(overall)} of all orders.`,
  category: (name: string, share: number, overall: number) =>
    `Bought most: ${name}, ${f.percent(share)} of their purchase rows, against ${f.percent(overall)} of all rows.`,
  channel: (name: string, share: number, overall: number) =>
    `Channel used most: ${name}, ${f.percent(share)} of their purchase rows, against ${f.percent(overall)} of all rows.`,
  noHabit: "A customer file says nothing of orders.",
  stage: (stage: Stage, share: number, overall: number) =>
    `Largest stage: ${terms.stages[stage]}, ${stands(share, overall)}.`,
  risk: (share: number, overall: number) =>
    `${share === 0 ? "None are" : `${f.percent(share)} are`} drowsy or lost, against ${f.percent(overall)} of all.`,
  noStage: "Without orders there are no life stages.",
  example: (masked: string) => `Customer ${masked}, nearest to the mean of the segment.`,
  fewExample: "With fewer than five customers none is shown: one of a few is easily recognised.",
  noExample: "No figure tells the customers apart, so that no one is nearest to the mean.",
  facts: {
    orders: "Purchase orders",
    gaps: "Repurchase gaps",
    gapQuartiles: "Quartiles, days",
    gapOverall: "Median of all, days",
    basket: "Net amount per order",
    basketOverall: "Net amount per order, all",
    count: "With this value",
    of: "Orders or rows in all",
    stageCustomers: "In this stage",
    risky: "Drowsy or lost",
    r: "R as good as all or better",
    f: "F as good as all or better",
    m: "M as good as all or better",
    yes: "yes",
    no: "no",
  },
  goals: {
    reward: { name: "Keep and reward", text: "Thank them, offer exclusive benefits, ask for recommendations." },
    repeat: { name: "Bring back sooner", text: "They spend well on few orders: suggest what goes with the last one." },
    retain: { name: "Reach before they are gone", text: "Good customers gone quiet: personal contact, ask why." },
    win_back: { name: "Win back", text: "They spent well once: one clear offer to return, then rest." },
    upsell: {
      name: "Raise the amount per order",
      text: "As many orders as all or more, but less money: bundles, larger packs, free delivery from an amount.",
    },
    second_order: { name: "A second order", text: "Bought lately, but few orders: make the next one easy and soon." },
    remind: {
      name: "Remind",
      text: "As many orders as all or more, for less money, and quiet lately: a light reminder at their usual rhythm.",
    },
    low_cost: {
      name: "Only what costs little",
      text: "Neither recent, nor frequent, nor of much value: automatic messages alone.",
    },
    unknown: { name: "Not told by the data", text: "Without orders the file does not say how they buy." },
  } satisfies Record<Goal, { name: string; text: string }>,
  goal: (name: string, text: string) => `${name}. ${text}`,
  plan: {
    goal: "Goal",
    channel: "Channel",
    content: "Content",
    frequency: "Frequency",
  },
  planChannel: (name: string) => `${name}: used more than by customers overall.`,
  noChannel: "The data names no channel.",
  plainChannel: "No channel is used surely more than by customers overall.",
  planContent: (name: string) => `${name}: bought more than by customers overall.`,
  noContent: "The data names no category.",
  plainContent: "No category is bought surely more than by customers overall.",
  every: (every: number) =>
    every === 1 ? "Every day or so." : `Every ${f.number(every)} days or so, as they come back.`,
  noEvery: "No repurchase to take a rhythm from.",
  notesEmpty: "None yet.",
  edit: {
    title: "Title",
    change: (what: string) => `Rewrite: ${what}`,
    edited: "edited",
    reset: (what: string) => `Back to what the data says: ${what}`,
    keep: "Keep",
    cancel: "Cancel",
    hint: "Left empty, it goes back to what the data says.",
  },
};

const days = (n: number): string => (n === 1 ? "1 day" : `${f.number(n, 1)} days`);
