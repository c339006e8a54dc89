import { describe, expect, it } from "vitest";
import type { Persona, PersonaEdits, SegmentProfile } from "../../engine/protocol";
import { wordsOf } from "../../words";
import { editsOf, type Written } from "../insight";
import { personas, profile } from "../samples.fixture";
import { tellPersona, tellPersonas, titleOf } from "./persona";

const en = wordsOf("en");
const zh = wordsOf("zh");
const [champions, lost] = profile.segments as [SegmentProfile, SegmentProfile];
const [first, second] = personas as [Persona, Persona];

const nothing = editsOf([], profile.division, champions.name);
const card = (edits: PersonaEdits = nothing, words = en) => tellPersona(words, profile, champions, first, edits);
const edit = (of: Partial<PersonaEdits>): PersonaEdits => ({ ...nothing, ...of });

describe("a title", () => {
  it("joins what sets the segment apart, what it has less of left out", () => {
    expect(titleOf(en, profile, champions)).toBe("Recent customers, more often from UK");
    expect(titleOf(zh, profile, champions)).toBe("近期活跃的客户，多来自 UK");
    const fewer = { ...champions, differences: [{ at: 1, category: 1, above: false, v: -2.9 }] };
    expect(titleOf(en, profile, fewer)).toBe("Customers, less often from France");
    expect(titleOf(zh, profile, fewer)).toBe("少来自 France 的客户");
    expect(titleOf(en, profile, { ...champions, differences: [] })).toBe(en.personas.ordinary);
  });

  it("does without a kind of customer where only where they are sets them apart", () => {
    const only = { ...champions, differences: [{ at: 1, category: 0, above: true, v: 3.2 }] };
    expect(titleOf(en, profile, only)).toBe("Customers, more often from UK");
    expect(titleOf(zh, profile, only)).toBe("多来自 UK 的客户");
  });
});

it("gives no title that the medians contradict, and no habit of the calendar", () => {
  const [recency] = champions.traits;
  const [info, country] = profile.traits;
  if (recency?.kind !== "figure" || recency.spread === null || info === undefined || country === undefined)
    throw new Error("no figure");
  const segment = { ...champions, differences: [{ at: 0, category: null, above: false, v: -9 }] };
  const quartiles: [number, number, number] = [10, 55, 90];
  const skewed = { ...segment, traits: [{ ...recency, spread: { ...recency.spread, quartiles } }] };
  expect(titleOf(en, profile, segment)).toBe("Recent customers");
  // The median is above that of all, which is 50, though the mean is below: neither recent nor like all others.
  expect(titleOf(en, profile, skewed)).toBe("Champions");
  const months = { ...profile, traits: [info, { ...country, key: { kind: "month" } as const }] };
  const november = { ...champions, differences: [{ at: 1, category: 0, above: true, v: 4 }] };
  expect(titleOf(en, months, november)).toBe("Champions");
});

describe("a card", () => {
  it("tells the habit, each sentence with what it rests on", () => {
    const { habit } = card();
    expect(habit.map(({ text }) => text)).toEqual([
      "They come back after 31 days (median), half of the gaps lying between 12 and 60; all customers after 33.",
      "An order is worth 2.70 on average; 2.50 among all.",
      "Thursday stands out: 30.0% of their orders, against 20.0% of all orders.",
      "November stands out: 20.0% of their orders, against 10.0% of all orders.",
      "Channel used most: web, 71.0% of their purchase rows, against 50.0% of all rows.",
    ]);
    for (const { evidence } of habit) expect(evidence.length).toBeGreaterThan(0);
    expect(habit[2]?.evidence.map(({ value }) => value)).toEqual(["300", "90", "30.0%", "20.0%", "150"]);
  });

  it("adds up those who are going and gone", () => {
    expect(card().stages.map(({ text }) => text)).toEqual([
      "Largest stage: Active, 100.0%, against 60.0% of all.",
      "None are drowsy or lost, against 20.0% of all.",
    ]);
  });

  it("begins the plan from the data", () => {
    const { plan } = card();
    expect(plan.goal.text).toMatch(/^Keep and reward\./);
    expect(plan.frequency.text).toBe("Every 31 days or so, as they come back.");
    expect(plan.channel.text).toBe(en.personas.plainChannel);
    expect(plan.content.text).toBe(en.personas.noContent);
    expect(Object.values(plan).every(({ own }) => !own)).toBe(true);
  });

  it("shows a real customer by what is known of him, the number masked", () => {
    const { example } = card();
    expect(example.text).toBe("Customer 1***5, nearest to the mean of the segment.");
    expect(example.evidence).toEqual([
      { term: "Recency (R)", value: "12 days" },
      { term: "Country", value: "UK" },
    ]);
  });

  it("of a customer file tells of no orders", () => {
    const told = tellPersona(en, profile, lost, second, nothing);
    expect(told.habit).toEqual([]);
    expect(told.stages).toEqual([]);
    expect(told.example.text).toBe(en.personas.noExample);
    expect(told.plan.frequency.text).toBe(en.personas.noEvery);
  });

  it("that nobody came back to says so", () => {
    const habit = first.habit && { ...first.habit, gap: null, gaps: 0 };
    const [gap] = tellPersona(en, profile, champions, { ...first, habit }, nothing).habit;
    expect(gap?.text).toBe(en.personas.noGap);
  });
});

describe("the user's own words", () => {
  it("stand in place of what the data says, in every language, with the evidence kept", () => {
    const edits = edit({ title: "Our best", goal: "Call them" });
    for (const words of [en, zh]) {
      const { title, plan } = card(edits, words);
      expect(title).toMatchObject({ text: "Our best", own: true });
      expect(title.evidence).toEqual(card(nothing, words).title.evidence);
      expect(plan.goal).toMatchObject({ text: "Call them", own: true });
      expect(plan.channel.own).toBe(false);
    }
  });

  it("stand on the card of their own segment alone", () => {
    const written: Written = ({ name }) => (name === lost.name ? edit({ title: "Another" }) : nothing);
    expect(tellPersonas(en, profile, personas, written).map(({ title }) => title.own)).toEqual([false, true]);
  });
});
