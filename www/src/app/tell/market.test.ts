import { describe, expect, it } from "vitest";
import type { CoverageReport } from "../../engine/protocol";
import { wordsOf } from "../../words";
import { coverage } from "../coverage.fixture";
import { cellsOf, dimensionsOf } from "../coverage-cells";
import { passedOf } from "./checks";
import { against, furthestShort, lackingColumns, marketTable } from "./market";
import { marketRows } from "./market-rows";
import { stanceBasis, stancesOf, thirdOf, zoneOf } from "./stance";

const cells = cellsOf(dimensionsOf(wordsOf("en"), coverage));
const table = marketTable(coverage, cells);

/** The same customers without anything known of the market. */
const alone: CoverageReport = {
  ...coverage,
  markets: coverage.markets.map((cell) => ({ ...cell, universe: null, market: null, marketBefore: null })),
  market: {
    ...coverage.market,
    cells: coverage.market.cells.map(({ growth }) => ({
      penetration: null,
      share: null,
      index: null,
      weight: null,
      growth,
      marketGrowth: null,
      expected: null,
    })),
    whole: {
      penetration: null,
      share: null,
      index: null,
      weight: null,
      growth: null,
      marketGrowth: null,
      expected: null,
    },
  },
};

describe("cells against their market", () => {
  it("come by their size, with all together", () => {
    expect(table.weighedBy).toBe("market");
    // 80, 40, 40 and 40 customers, of 100 market sales each.
    expect(table.rows.map(({ weight }) => weight)).toEqual([0.4, 0.2, 0.2, 0.2]);
    expect(table.whole).toMatchObject({ weight: 1, customers: 200, universe: 400, sales: 2000, market: 20_000 });
    expect(table.whole.growth).toBeCloseTo(0.25, 12);
  });

  it("have no columns of which nothing is known, and tell what they lack", () => {
    expect(table.columns).not.toContain("target");
    expect(lackingColumns(coverage, table)).toEqual([{ columns: ["attainment"], why: "target", unplaced: false }]);
    const bare = marketTable(alone, cells);
    expect(bare.weighedBy).toBe("potential");
    expect(bare.columns).toEqual(["weight", "customers", "weighted", "sales", "growth"]);
    expect(lackingColumns(alone, bare).map(({ why }) => why)).toEqual(["universe", "market", "marketBefore", "target"]);
  });

  it("tell a column that is chosen but says nothing of single cells from one that is not there", () => {
    const targets = { rate: null, universe: "Outlets", sales: null, market: null, marketBefore: null, only: null };
    const chosen = { ...alone, params: { ...alone.params, targets } };
    const of = (report: CoverageReport) =>
      lackingColumns(report, marketTable(report, cells)).map(({ columns, unplaced }) => [columns[0], unplaced]);
    expect(of(chosen).slice(0, 2)).toEqual([
      ["penetration", true],
      ["share", false],
    ]);
    // Said once of all columns of which it holds.
    const both = {
      ...chosen,
      params: { ...chosen.params, targets: { ...targets, market: "Size", marketBefore: "Last" } },
    };
    const [first, ...rest] = lackingColumns(both, marketTable(both, cells));
    expect(first?.columns).toEqual(["penetration", "share", "index", "expected", "marketGrowth"]);
    expect(rest.map(({ why }) => why)).toEqual(["target"]);
  });

  it("have no share where own sales are not known", () => {
    const blind = { ...coverage, inputs: { ...coverage.inputs, value: false } };
    const found = marketTable(blind, cells);
    expect(found.columns).not.toContain("share");
    expect(found.whole.share).toBeNull();
    expect(lackingColumns(blind, found)).toEqual([
      { columns: ["share", "index", "expected", "growth", "attainment"], why: "orders", unplaced: false },
    ]);
  });

  it("leave out cells of which nothing is known", () => {
    const [first, ...rest] = coverage.now.cells;
    if (first === undefined) throw new Error("no cell");
    const empty = { ...alone, now: { ...alone.now, cells: [{ ...first, customers: 0 }, ...rest] } };
    expect(marketTable(empty, cells).rows.map(({ cell }) => cell.index)).not.toContain(0);
  });
});

describe("what is reached against what there is", () => {
  it("falls furthest short where most is missing, not where the share is lowest", () => {
    const rates = [0.09, 0.05, 0.2, 0.14];
    const skewed: CoverageReport = {
      ...coverage,
      markets: coverage.markets.map((cell, at) => ({ ...cell, sales: (rates[at] ?? 0) * (cell.market ?? 0) })),
      market: {
        ...coverage.market,
        cells: coverage.market.cells.map((cell, at) => ({ ...cell, share: rates[at] ?? 0 })),
        // .4 * .09 + .2 * (.05 + .2 + .14).
        whole: { ...coverage.market.whole, share: 0.114 },
      },
    };
    const found = against(marketTable(skewed, cells), "share");
    // 8000 * (.114 - .09) = 192, 4000 * (.114 - .05) = 256.
    expect(found?.cells.map(({ short }) => Math.round(short))).toEqual([192, 256, -344, -104]);
    expect(found && furthestShort(found)?.cell.index).toBe(1);
    // What one lacks the other has: shortfalls from the share of all add up to nothing.
    expect(found?.cells.reduce((sum, { short }) => sum + short, 0)).toBeCloseTo(0, 9);
  });

  it("is not told without both sides", () => {
    expect(against(marketTable(alone, cells), "share")).toBeNull();
    expect(against(table, "attainment")).toBeNull();
    const targeted = marketTable({ ...coverage, salesTargets: [1000, 200, null, 500] }, cells);
    const found = against(targeted, "attainment");
    // 800, 400 and 400 of 1,000, 200 and 500.
    expect(found?.whole).toBeCloseTo(1600 / 1700, 12);
    expect(found && furthestShort(found)?.short).toBe(200);
  });
});

describe("the grid of three by three", () => {
  it("parts the scores in thirds and the boxes along the falling diagonal", () => {
    expect([0, 0.33, 1 / 3, 0.66, 2 / 3, 1].map(thirdOf)).toEqual([0, 0, 1, 1, 2, 2]);
    expect(zoneOf(2, 1)).toBe("invest");
    expect([zoneOf(2, 0), zoneOf(1, 1), zoneOf(0, 2)]).toEqual(["select", "select", "select"]);
    expect(zoneOf(1, 0)).toBe("harvest");
  });

  it("has the cells of which both sides are known", () => {
    expect(stancesOf(coverage, table).map(({ zone }) => zone)).toEqual(["invest", "invest", "harvest", "select"]);
    const open = { ...coverage, stances: coverage.stances.map((one) => ({ ...one, strength: null })) };
    expect(stancesOf(open, table)).toEqual([]);
  });

  it("tells what its criteria go by, and which of them nothing is known of", () => {
    expect(stanceBasis(coverage)).toEqual({ size: "market", share: "market", unknown: [] });
    expect(stanceBasis(alone)).toEqual({ size: "potential", share: "wallet", unknown: ["growth"] });
  });
});

describe("the five checks", () => {
  it("count cells that pass all, and those that pass what can be told", () => {
    expect(passedOf(coverage, table)).toEqual({
      segments: 4,
      all: 0,
      told: 0,
      open: ["actionable"],
      hardest: { question: "differentiable", failed: 4 },
    });
  });
});

it("writes a row per cell, as wide as its names, in figures with all their digits", () => {
  for (const lang of ["en", "zh"] as const) {
    const [names = [], ...rows] = marketRows(wordsOf(lang), coverage);
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toHaveLength(names.length);
  }
  const [, first = []] = marketRows(wordsOf("en"), coverage);
  expect(first.slice(0, 6)).toEqual(["north", "shops", 0.4, 80, 160, 0.5]);
  expect(first.slice(-5)).toEqual(["pass", "pass", "pass", "fail", ""]);
});
