import { expect, it } from "vitest";
import { wordsOf } from "../../words";
import { profile } from "../samples.fixture";
import { profileRows } from "./profile-rows";

it("writes a row per segment and figure or category, as wide as its names", () => {
  for (const lang of ["en", "zh"] as const) {
    const [names = [], ...rows] = profileRows(wordsOf(lang), profile);
    // Two segments by one figure and two categories.
    expect(rows).toHaveLength(2 * 3);
    for (const row of rows) expect(row).toHaveLength(names.length);
  }
});

it("writes figures in full: shares as fractions, nothing where nothing is defined", () => {
  const [, figure, uk] = profileRows(wordsOf("en"), profile);
  const start = ["Champions", 60, 0.6, 800, 0.8];
  expect(figure).toEqual([...start, "Behaviour", "Recency (R)", null, 60, 30, 50, 22, 30, 38, -0.8, null, -6.1, "yes"]);
  expect(uk).toEqual([
    ...start,
    "Geography",
    "Country",
    "UK",
    54,
    44 / 54,
    60 / 90,
    null,
    null,
    null,
    null,
    122,
    3.2,
    "yes",
  ]);
});
