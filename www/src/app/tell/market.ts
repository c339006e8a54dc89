import type { CoverageReport } from "../../engine/protocol";
import type { NamedCell } from "../coverage-cells";

/** A cell against its market, or all cells together; null where it cannot be told. */
export interface MarketFigures {
  /** Its part of the market, or of what stands in for it: see `weightOf`. */
  readonly weight: number | null;
  readonly customers: number | null;
  readonly universe: number | null;
  readonly penetration: number | null;
  /** Potential of the covered customers, of all potential. */
  readonly weighted: number | null;
  readonly sales: number | null;
  readonly market: number | null;
  readonly share: number | null;
  readonly index: number | null;
  readonly expected: number | null;
  readonly growth: number | null;
  readonly marketGrowth: number | null;
  readonly target: number | null;
  readonly attainment: number | null;
}

export type MarketColumn = keyof MarketFigures;

/** The columns of the table, in its order. */
export const MARKET_COLUMNS: readonly MarketColumn[] = [
  "weight",
  "customers",
  "universe",
  "penetration",
  "weighted",
  "sales",
  "market",
  "share",
  "index",
  "expected",
  "growth",
  "marketGrowth",
  "target",
  "attainment",
];

export interface MarketRow extends MarketFigures {
  readonly cell: NamedCell;
  /** One of two figures is wrong: own ones are above those of the market. */
  readonly beyond: boolean;
}

/** What cells are weighed by. */
export type WeighedBy = "market" | "universe" | "potential" | "customers";

export interface MarketTable {
  readonly weighedBy: WeighedBy;
  /** Cells of which something is known, the largest first. */
  readonly rows: readonly MarketRow[];
  readonly whole: MarketFigures;
  /** Columns of which anything is known. */
  readonly columns: readonly MarketColumn[];
}

type Known = number | null;

const sum = (values: readonly Known[]): Known => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
};

const ratio = (part: Known, of: Known): Known => (part === null || of === null || of <= 0 ? null : part / of);

const less = (value: Known, by: number): Known => (value === null ? null : value - by);

/** The cells against their market, as rows of a table. */
export function marketTable(report: CoverageReport, cells: readonly NamedCell[]): MarketTable {
  const { now, markets, market, salesTargets, inputs } = report;
  const { by, weights } = weightOf(report);
  const beyond = new Set(market.beyond);
  const ofSales = (value: Known | undefined): Known => (inputs.value ? (value ?? null) : null);
  const all = cells.map((cell): MarketRow => {
    const { index } = cell;
    const [own, standing] = [markets[index], market.cells[index]];
    const target = salesTargets[index] ?? null;
    const sales = ofSales(own?.sales);
    return {
      cell,
      beyond: beyond.has(index),
      weight: weights[index] ?? null,
      customers: own?.customers ?? null,
      universe: own?.universe ?? null,
      penetration: standing?.penetration ?? null,
      weighted: now.cells[index]?.potentialRate ?? null,
      sales,
      market: own?.market ?? null,
      share: ofSales(standing?.share),
      index: ofSales(standing?.index),
      expected: ofSales(standing?.expected),
      growth: ofSales(standing?.growth),
      marketGrowth: standing?.marketGrowth ?? null,
      target,
      attainment: ratio(sales, target),
    };
  });
  const rows = all
    .filter(
      ({ cell, universe, market: sold, target }) =>
        (now.cells[cell.index]?.customers ?? 0) > 0 || universe !== null || sold !== null || target !== null,
    )
    .sort((a, b) => (b.weight ?? -1) - (a.weight ?? -1) || a.cell.index - b.cell.index);
  const whole = wholeOf(report, rows);
  return {
    weighedBy: by,
    rows,
    whole,
    columns: MARKET_COLUMNS.filter((column) => rows.some((row) => row[column] !== null)),
  };
}

/** The parts of the cells in the first of these that is known: market sales, market customers, potential, customers. */
function weightOf({ markets, now }: CoverageReport): { by: WeighedBy; weights: readonly Known[] } {
  const measures: readonly (readonly [WeighedBy, readonly Known[]])[] = [
    ["market", markets.map(({ market }) => market)],
    ["universe", markets.map(({ universe }) => universe)],
    ["potential", now.cells.map(({ potential }) => potential)],
    ["customers", now.cells.map(({ customers }) => customers)],
  ];
  const [by, values] = measures.find(([, found]) => (sum(found) ?? 0) > 0) ?? ["customers" as const, []];
  const total = sum(values);
  return { by, weights: values.map((value) => ratio(value, total)) };
}

/** All cells together. Ratios are of the cells for which both sides are known. */
function wholeOf({ now, markets, market, inputs }: CoverageReport, rows: readonly MarketRow[]): MarketFigures {
  const total = (of: (row: MarketRow) => Known) => sum(rows.map(of));
  const among = (part: (row: MarketRow) => Known, of: (row: MarketRow) => Known): Known => {
    const both = rows.filter((row) => part(row) !== null && of(row) !== null);
    return ratio(sum(both.map(part)), sum(both.map(of)));
  };
  const before = (row: MarketRow) => (row.sales === null ? null : (markets[row.cell.index]?.salesBefore ?? null));
  const { whole } = market;
  return {
    weight: 1,
    customers: total(({ customers }) => customers),
    universe: total(({ universe }) => universe),
    penetration: whole.penetration,
    weighted: now.whole.potentialRate,
    sales: total(({ sales }) => sales),
    market: total((row) => row.market),
    share: inputs.value ? whole.share : null,
    index: inputs.value ? whole.index : null,
    expected: inputs.value ? whole.expected : null,
    growth: less(
      among(({ sales }) => sales, before),
      1,
    ),
    marketGrowth: whole.marketGrowth,
    target: total(({ target }) => target),
    attainment: among(
      ({ sales }) => sales,
      ({ target }) => target,
    ),
  };
}

/** Why columns have no figures. */
export type LackingWhy = "universe" | "market" | "marketBefore" | "target" | "orders" | "before" | "potential";

export interface LackingColumns {
  readonly columns: readonly MarketColumn[];
  readonly why: LackingWhy;
  /** The file has a column for it, but no figure in it is of a single cell. */
  readonly unplaced: boolean;
}

/** The columns without figures, by what is missing for them. */
export function lackingColumns({ params, inputs }: CoverageReport, table: MarketTable): readonly LackingColumns[] {
  const { targets } = params;
  const stated: Partial<Record<LackingWhy, string | null | undefined>> = {
    universe: targets?.universe,
    market: targets?.market,
    marketBefore: targets?.marketBefore,
    target: targets?.sales,
  };
  const needs: readonly (readonly [LackingWhy, readonly MarketColumn[]])[] = [
    ["universe", ["penetration"]],
    ["market", ["share", "index", "expected"]],
    ["before", ["growth"]],
    ["marketBefore", ["marketGrowth"]],
    ["target", ["attainment"]],
    ["potential", ["weighted"]],
  ];
  const found: LackingColumns[] = [];
  for (const [need, columns] of needs) {
    const lacking = columns.filter((column) => !table.columns.includes(column));
    if (lacking.length === 0) continue;
    const why = !inputs.value && OF_ORDERS.includes(need) ? "orders" : need;
    const unplaced = stated[why] != null;
    // Told once where several lack the same.
    const same = found.findIndex((one) => (unplaced ? one.unplaced : !one.unplaced && one.why === why));
    const before = found[same];
    if (before === undefined) found.push({ columns: lacking, why, unplaced });
    else found[same] = { ...before, columns: [...before.columns, ...lacking] };
  }
  return found;
}

/** What own sales are needed for too. */
const OF_ORDERS: readonly LackingWhy[] = ["market", "before", "target"];

/** What is held against its market in the picture. */
export type Measure = "share" | "penetration" | "attainment";
export const MEASURES: readonly Measure[] = ["share", "penetration", "attainment"];

/** What is told of a cell, and what it is a part of. */
const SIDES: Record<Measure, { own: MarketColumn; base: MarketColumn }> = {
  share: { own: "sales", base: "market" },
  penetration: { own: "customers", base: "universe" },
  attainment: { own: "sales", base: "target" },
};

export interface AgainstCell {
  readonly cell: NamedCell;
  /** Its part of what all cells are held against. */
  readonly weight: number;
  readonly rate: number;
  /** What it would have more at the rate of all; below zero where it is ahead. For the target: what is missing. */
  readonly short: number;
}

export interface Against {
  readonly measure: Measure;
  readonly whole: number;
  /** Own ones and what they are held against, of these cells. */
  readonly own: number;
  readonly base: number;
  /** The largest first. */
  readonly cells: readonly AgainstCell[];
}

/** The cells of which both sides of a measure are known; null where there are none. */
export function against({ rows, whole }: MarketTable, measure: Measure): Against | null {
  const { own, base } = SIDES[measure];
  const rate = whole[measure];
  const known = rows.filter((row) => row[measure] !== null && (row[base] ?? 0) > 0);
  const all = sum(known.map((row) => row[base]));
  if (rate === null || all === null) return null;
  const wanted = measure === "attainment" ? 1 : rate;
  const cells = known
    .map((row) => ({
      cell: row.cell,
      weight: (row[base] ?? 0) / all,
      rate: row[measure] ?? 0,
      short: wanted * (row[base] ?? 0) - (row[own] ?? 0),
    }))
    .sort((a, b) => b.weight - a.weight || a.cell.index - b.cell.index);
  return { measure, whole: rate, own: sum(known.map((row) => row[own])) ?? 0, base: all, cells };
}

/** The cell that falls furthest short for its size; null where none does. */
export function furthestShort({ cells }: Against): AgainstCell | null {
  const [first, ...rest] = cells;
  if (first === undefined) return null;
  const worst = rest.reduce((most, one) => (one.short > most.short ? one : most), first);
  return worst.short > 0 ? worst : null;
}
