import { describe, expect, it } from "vitest";
import { wordsOf } from "../words";
import { textOf } from "../words/sentence";
import { defaultReallocation } from "./coverage";
import { coverage, reallocation } from "./coverage.fixture";
import { cellsOf, dimensionsOf } from "./coverage-cells";
import {
  changesOf,
  countsTouches,
  effortRows,
  gainedOf,
  held,
  idle,
  limitOf,
  ownersCapacities,
  percentOf,
  placeOf,
  rise,
  total,
  trackEnd,
  withCapacities,
  withCost,
  withDimension,
  withLimit,
  withoutBounds,
} from "./effort";

const words = wordsOf("en");
const cells = cellsOf(dimensionsOf(words, coverage));
const curve = { ...defaultReallocation, model: { kind: "adbudg", shape: 1, kept: 0.5 } } as const;

describe("changes of cells", () => {
  it("come by size, whichever way they go, and add up to what the budget changes by", () => {
    const changes = changesOf(reallocation, cells);
    expect(changes.map(({ cell, change }) => [cell.name, change])).toEqual([
      ["south · shops", 120],
      ["south · web", -60],
      ["north · web", -50],
      ["north · shops", -10],
    ]);
    const sum = changes.reduce((all, { change }) => all + change, 0);
    expect(sum).toBe(reallocation.spent - reallocation.spentBefore);
  });

  it("are whole where parts of touches are, as what is before and after them", () => {
    const halves = reallocation.cells.map((cell, at) => (at === 0 ? { ...cell, before: 831, after: 415.5 } : cell));
    const [first] = changesOf({ ...reallocation, cells: halves }, cells);
    // Shown as 831, 416 and what lies between them.
    expect(first?.change).toBe(-415);
  });

  it("leave out cells that nobody is in", () => {
    const empty = { ...reallocation.cells[0], before: 0, after: 0, need: 0 };
    const without = { ...reallocation, cells: [empty, ...reallocation.cells.slice(1)] } as typeof reallocation;
    expect(changesOf(without, cells)).toHaveLength(3);
  });
});

describe("what a result says", () => {
  it("is a rise over what is gained now, none where that is nothing", () => {
    // 4400 / 3900 = 1.128...
    expect(rise(reallocation)).toBeCloseTo(0.128_205, 6);
    expect(rise({ ...reallocation, gainBefore: 0 })).toBeNull();
  });

  it("tells budget that nobody can take, not what rounding leaves", () => {
    expect(idle({ ...reallocation, budget: 500, spent: 400 })).toBe(100);
    expect(idle({ ...reallocation, budget: 400, spent: 399.99 })).toBeNull();
  });

  it("counts touches while each costs one", () => {
    expect(countsTouches(reallocation)).toBe(true);
    const [first, ...rest] = reallocation.cells;
    if (first === undefined) throw new Error("no cell");
    expect(countsTouches({ ...reallocation, cells: [{ ...first, cost: 2 }, ...rest] })).toBe(false);
    expect(total(reallocation, ({ before }) => before)).toBe(400);
  });

  it("holds the floors, and all that a cell has that is left out", () => {
    // 90 + 50 + 15 + 30; then the first cell keeps its 180.
    expect(held(reallocation)).toBe(185);
    const cells = reallocation.cells.map((cell, at) => (at === 0 ? { ...cell, leftOut: true } : cell));
    expect(held({ ...reallocation, cells })).toBe(275);
  });

  it("gains sales by the curve, else what cells are worth", () => {
    expect(gainedOf(reallocation, defaultReallocation)).toBe("potential");
    expect(gainedOf(reallocation, curve)).toBe("sales");
  });

  it("stands in the headline", () => {
    const of = {
      spent: 400,
      available: null,
      inTouches: true,
      budget: 1,
      before: 3900,
      after: 4400,
      gained: "potential",
    } as const;
    const say = (lang: "en" | "zh", more: { rise: number | null; budget?: number; available?: number }) =>
      textOf(wordsOf(lang).effort.headline({ ...of, ...more }));
    expect(say("en", { rise: 500 / 3900 })).toBe(
      "The same 400 touches would reach 12.8% more potential: 4,400 instead of 3,900.",
    );
    expect(say("en", { rise: -0.02, budget: 0.8 })).toBe(
      "With 80% of today’s budget, 400 touches would reach 2.0% less potential: 4,400 instead of 3,900.",
    );
    expect(say("en", { rise: 0 })).toBe("The same 400 touches would reach as much potential as now: 4,400.");
    expect(say("en", { rise: 500 / 3900, available: 450 })).toBe(
      "400 of the 450 touches would reach 12.8% more potential: 4,400 instead of 3,900.",
    );
    expect(say("zh", { rise: 500 / 3900, available: 450 })).toBe(
      "现有 450 次触达中只用 400 次，可实现的潜力多 12.8%：由 3,900 变为 4,400。",
    );
    expect(say("zh", { rise: 500 / 3900 })).toBe("同样的 400 次触达，可实现的潜力多 12.8%：由 3,900 变为 4,400。");
  });
});

describe("settings", () => {
  const place = ["north", "web"];

  it("hold bounds of a cell by the names that the engine has for it", () => {
    const cell = cells[1];
    if (cell === undefined) throw new Error("no cell");
    expect(placeOf(coverage, cell)).toEqual(place);
    const one = withLimit(defaultReallocation, place, { floor: 10 });
    const both = withLimit(one, place, { ceiling: 20 });
    expect(both.limits).toEqual([{ place, floor: 10, ceiling: 20 }]);
    expect(limitOf(both, place)?.ceiling).toBe(20);
    expect(limitOf(both, ["north", "shops"])).toBeUndefined();
  });

  it("forget a cell without any bound, and a segment without cost and capacity", () => {
    const bound = withLimit(defaultReallocation, place, { floor: 10 });
    expect(withLimit(bound, place, { floor: null })).toEqual(defaultReallocation);
    const priced = withCost(defaultReallocation, "web", { cost: 3 });
    expect(priced.costs).toEqual([{ segment: "web", cost: 3, capacity: null }]);
    expect(withCost(priced, "web", { cost: null })).toEqual(defaultReallocation);
  });

  it("take what owners can do in the period, where the cells are parted by owners", () => {
    const region = coverage.params.dimensions?.[0] ?? null;
    const owned = {
      ...coverage,
      months: 3,
      params: { ...coverage.params, owner: region, capacity: 100, capacities: [{ owner: "south", perMonth: 20 }] },
    };
    const lines = ownersCapacities(owned, 0);
    expect(lines.map(({ segment, capacity }) => [segment, capacity])).toEqual([
      ["north", 300],
      ["south", 60],
    ]);
    expect(ownersCapacities(owned, 1)).toEqual([]);
    expect(ownersCapacities(coverage, 0)).toEqual([]);
    const priced = withCost({ ...defaultReallocation, by: 0 }, "south", { cost: 3 });
    expect(withCapacities(priced, lines).costs).toEqual([
      { segment: "north", cost: null, capacity: 300 },
      { segment: "south", cost: 3, capacity: 60 },
    ]);
  });

  it("lose floors, limits and capacities, and keep what touches cost", () => {
    const bound = withLimit({ ...defaultReallocation, by: 1 }, place, { floor: 10 });
    const both = withCost(withCost(bound, "web", { cost: 3, capacity: 5 }), "shops", { capacity: 9 });
    expect(withoutBounds(both)).toEqual({
      ...defaultReallocation,
      by: 1,
      floor: 0,
      costs: [{ segment: "web", cost: 3, capacity: null }],
    });
  });

  it("drop what was said of segments of another dimension", () => {
    const priced = withCost({ ...defaultReallocation, by: 1 }, "web", { capacity: 50 });
    expect(withDimension(priced, 0)).toEqual({ ...defaultReallocation, by: 0 });
  });

  it("are shown as round percentages, on tracks that end at powers of ten", () => {
    expect(percentOf(0.55)).toBe(55);
    expect([1, 100, 101, 2500].map(trackEnd)).toEqual([100, 100, 1000, 10_000]);
  });
});

it("is told in a file cell by cell, with every digit", () => {
  const params = withLimit(defaultReallocation, ["south", "shops"], { ceiling: 150 });
  const [header, ...rows] = effortRows(words, coverage, params, reallocation);
  expect(header?.slice(0, 4)).toEqual(["region", "channel", "Touches now", "Touches, best"]);
  expect(rows).toHaveLength(4);
  expect(rows[2]).toEqual(["south", "shops", 30, 150, 120, 150, 15, 150, 1, 30, 150, 300, 1600, null]);
  for (const row of rows) expect(row).toHaveLength(header?.length ?? 0);
});
