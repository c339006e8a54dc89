import { describe, expect, it } from "vitest";
import type { ProfileReport } from "../../engine/protocol";
import { wordsOf } from "../../words";
import { profile } from "../samples.fixture";
import { groupsOf, rowsOf } from "./table-rows";

const en = wordsOf("en");

describe("the table of segments side by side", () => {
  it("has its traits in groups, without those that have none", () => {
    expect(groupsOf(profile.traits)).toEqual([
      { group: "behaviour", traits: [0] },
      { group: "geography", traits: [1] },
    ]);
  });

  it("shows means of a figure, coloured by their differences", () => {
    const [row] = rowsOf(en, profile, 0, false);
    expect(row).toMatchObject({ name: "Recency (R)", detail: "days", all: "50.0" });
    // -0.8 and 1.2 standard deviations of two, in four steps.
    expect(row?.cells.map(({ text, tone }) => [text, tone])).toEqual([
      ["30.0", -2],
      ["80.0", 2],
    ]);
  });

  it("shows the first category of a trait, and more when it is opened", () => {
    expect(rowsOf(en, profile, 1, false).map(({ detail }) => detail)).toEqual(["UK"]);
    const opened = rowsOf(en, profile, 1, true);
    expect(opened.map(({ detail }) => detail)).toEqual(["UK", "France"]);
    // 60 and 20 of 90; 44 and 6 of 54, 16 and 14 of 36.
    expect(opened.map(({ all }) => all)).toEqual(["66.7%", "22.2%"]);
    expect(opened.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["81.5%", "44.4%"],
      ["11.1%", "38.9%"],
    ]);
    // Index 122, 66.7; 50, 175: log2 of the ratios, two steps each.
    expect(opened.map(({ cells }) => cells.map(({ tone }) => tone))).toEqual([
      [1, -1],
      [-2, 2],
    ]);
  });

  it("leaves without colour what is not both large and sure", () => {
    const [segment] = profile.segments;
    if (segment === undefined) throw new Error("no segment");
    const report = (difference: number, v: number | null): ProfileReport => ({
      ...profile,
      segments: [{ ...segment, traits: [{ kind: "figure", n: 5, spread: null, difference, v }] }],
    });
    for (const [difference, v] of [
      [0.19, 9],
      [1, 2.57],
      [1, null],
    ] as const)
      expect(rowsOf(en, report(difference, v), 0, false)[0]?.cells[0]).toMatchObject({ text: "–", tone: 0 });
  });
});

describe("a category", () => {
  it("is left without colour where hardly anybody has it, or would have", () => {
    const [segment] = profile.segments;
    if (segment === undefined) throw new Error("no segment");
    const [figure, country] = segment.traits;
    if (figure === undefined || country?.kind !== "categories") throw new Error("no trait");
    // Two thirds of all have it: 6 of 9 would, which is enough; 2 of 3 would, which is not.
    const tone = (n: number) => {
      const few = { ...country, n, counts: [1, 1], others: n - 2, indices: [50, 300], v: [-3, 3] };
      const report = { ...profile, segments: [{ ...segment, traits: [figure, few] }] };
      return rowsOf(en, report, 1, false)[0]?.cells[0]?.tone;
    };
    expect(tone(9)).toBe(-2);
    expect(tone(3)).toBe(0);
  });
});
