import { describe, expect, it } from "vitest";
import type { Dimension } from "../engine/protocol";
import { binsOf, tiesOf, wholeRange } from "./bands";

const histogram = { edges: [1, 2], counts: [100], openBelow: false, openAbove: false, log: false };
const dimension = (part: Partial<Dimension>): Dimension => ({
  cuts: [],
  sizes: [],
  atCut: [],
  surviving: 0,
  mode: 1,
  modeCount: 1,
  histogram,
  ...part,
});

// Online Retail, reference/online_retail.json: cut points and customers per score.
const recency = dimension({
  cuts: [14.2, 33, 72, 180],
  sizes: [861, 866, 863, 881, 868],
  atCut: [0, 1, 2, 3],
  surviving: 5,
});
const frequency = dimension({
  cuts: [1, 2, 3, 6],
  sizes: [1494, 835, 508, 802, 700],
  atCut: [1494, 835, 508, 0],
  surviving: 5,
  mode: 1,
  modeCount: 1494,
});

describe("bins of a dimension", () => {
  it("run from few to many, R from its best score", () => {
    expect(binsOf("r", recency).map(({ score, customers }) => [score, customers])).toEqual([
      [5, 868],
      [4, 881],
      [3, 863],
      [2, 866],
      [1, 861],
    ]);
    expect(binsOf("f", frequency).map(({ score }) => score)).toEqual([1, 2, 3, 4, 5]);
  });

  it("end at a cut point, whose customers they hold", () => {
    const [first, , , fourth, last] = binsOf("f", frequency);
    expect(first).toEqual({ score: 1, above: null, upTo: 1, customers: 1494, atCut: 1494 });
    expect(fourth).toMatchObject({ above: 3, upTo: 6 });
    expect(last).toMatchObject({ above: 6, upTo: null, atCut: null });
  });

  it("have no cut points where they differ by the score above", () => {
    const nested = dimension({ sizes: [50, 50] });
    expect(binsOf("m", nested)).toEqual([
      { score: 1, above: null, upTo: null, customers: 50, atCut: null },
      { score: 2, above: null, upTo: null, customers: 50, atCut: null },
    ]);
  });

  it("are written as the whole numbers they hold", () => {
    const number = (value: number) => String(value);
    expect(binsOf("f", frequency).map((bin) => wholeRange(bin, 1, number))).toEqual(["1", "2", "3", "4–6", ">6"]);
    expect(binsOf("r", recency).map((bin) => wholeRange(bin, 0, number))).toEqual([
      "≤14",
      "15–33",
      "34–72",
      "73–180",
      ">180",
    ]);
  });
});

describe("ties to beware of", () => {
  it("are groups of equals larger than an even bin", () => {
    // 1494 of 4339 have one order; an even fifth is 868.
    expect(tiesOf([recency, frequency, recency], true)).toEqual([
      { name: "f", surviving: 5, bins: 5, mode: { value: 1, share: 1494 / 4339 } },
    ]);
  });

  it("are no matter where bins are not meant to be even", () => {
    expect(tiesOf([recency, frequency, recency], false)).toEqual([]);
  });

  it("are scores that nobody has, whatever the scoring", () => {
    const collapsed = dimension({ sizes: [60, 0, 40], surviving: 2, modeCount: 1 });
    expect(tiesOf([collapsed], false)).toEqual([{ name: "r", surviving: 2, bins: 3, mode: null }]);
  });
});
