import { describe, expect, it } from "vitest";
import type { ProfileReport } from "../../../engine/protocol";
import { profile } from "../../samples.fixture";
import { mostParts, partsOf } from "./parts";

describe("categories as parts of the whole", () => {
  it("add up to it, those beyond taken together", () => {
    const parts = partsOf(profile, 1);
    expect(parts?.values).toEqual(["UK", "France"]);
    expect(parts?.others).toBe(true);
    for (const shares of [parts?.all, ...(parts?.segments.map((one) => one.shares) ?? [])])
      expect(shares?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(parts?.all?.[2]).toBeCloseTo(10 / 90, 12);
  });

  it("are as many as can be told apart", () => {
    const values = Array.from({ length: 12 }, (_, index) => `Country ${index}`);
    const counts = values.map(() => 5);
    const [figure, country] = profile.traits;
    if (figure === undefined || country === undefined) throw new Error("no trait");
    const many: ProfileReport = {
      ...profile,
      traits: [figure, { ...country, n: 60, spread: { kind: "categories", values, counts, others: 0, distinct: 12 } }],
      segments: [],
    };
    expect(partsOf(many, 1)?.values).toHaveLength(mostParts);
    expect(partsOf(many, 1)?.all?.at(-1)).toBeCloseTo((12 - mostParts) / 12, 12);
  });

  it("of a calendar stand in its order, each with its own share", () => {
    const [figure, country] = profile.traits;
    if (figure === undefined || country === undefined) throw new Error("no trait");
    const weekdays: ProfileReport = {
      ...profile,
      traits: [
        figure,
        {
          ...country,
          n: 10,
          key: { kind: "weekday" },
          spread: { kind: "categories", values: ["4", "1", "7"], counts: [5, 3, 2], others: 0, distinct: 3 },
        },
      ],
      segments: [],
    };
    expect(partsOf(weekdays, 1)).toMatchObject({ values: ["1", "4", "7"], others: false, all: [0.3, 0.5, 0.2] });
  });

  it("are none of a figure", () => {
    expect(partsOf(profile, 0)).toBeNull();
  });
});
