import type { CoverageReport, Stands } from "../../engine/protocol";
import type { NamedCell } from "../coverage-cells";
import type { MarketTable } from "./market";

/** A third of the scores: low, middle, high. */
export type Third = 0 | 1 | 2;

/** What the boxes of the grid say of effort: most above the falling diagonal, least below it. */
export type Zone = "invest" | "select" | "harvest";
export const ZONES: readonly Zone[] = ["invest", "select", "harvest"];

export interface PlacedStance {
  readonly cell: NamedCell;
  readonly weight: number;
  readonly attractiveness: number;
  readonly strength: number;
  readonly zone: Zone;
}

export const thirdOf = (score: number): Third => (score < 1 / 3 ? 0 : score < 2 / 3 ? 1 : 2);

export function zoneOf(attractive: Third, strong: Third): Zone {
  const steps = attractive + strong;
  return steps > 2 ? "invest" : steps < 2 ? "harvest" : "select";
}

/** The cells in the grid of three by three, the largest first; those that no criterion tells of are left out. */
export function stancesOf({ stances }: CoverageReport, { rows }: MarketTable): readonly PlacedStance[] {
  return rows.flatMap(({ cell, weight }) => {
    const { attractiveness, strength } = stances[cell.index] ?? { attractiveness: null, strength: null };
    if (attractiveness === null || strength === null) return [];
    const zone = zoneOf(thirdOf(attractiveness), thirdOf(strength));
    return [{ cell, weight: weight ?? 0, attractiveness, strength, zone }];
  });
}

export type Criterion = keyof Stands;

/** The criteria of each side of the grid. */
export const CRITERIA: Readonly<Record<"attractiveness" | "strength", readonly Criterion[]>> = {
  attractiveness: ["size", "growth", "whiteSpace"],
  strength: ["share", "coverage", "momentum"],
};

/** What the size of a segment goes by, and the share in it. */
export interface StanceBasis {
  readonly size: "market" | "potential" | "customers";
  readonly share: "market" | "wallet";
  /** Criteria of which nothing is known; they say nothing. */
  readonly unknown: readonly Criterion[];
}

export function stanceBasis({ now, market, markets, inputs }: CoverageReport): StanceBasis {
  const hasMarket = markets.some((cell) => cell.market !== null);
  const any = (values: readonly (number | null)[]) => values.some((value) => value !== null);
  const known: Record<Criterion, boolean> = {
    size: true,
    growth: any(market.cells.map(({ marketGrowth }) => marketGrowth)),
    whiteSpace: any(now.cells.map(({ whiteSpace }) => whiteSpace)),
    share:
      inputs.value && any(hasMarket ? market.cells.map(({ share }) => share) : now.cells.map(({ wallet }) => wallet)),
    coverage: any(now.cells.map(({ rate }) => rate)),
    momentum: inputs.value && any(market.cells.map(({ growth }) => growth)),
  };
  const byPotential = any(now.cells.map(({ potential }) => potential));
  return {
    size: hasMarket ? "market" : byPotential ? "potential" : "customers",
    share: hasMarket ? "market" : "wallet",
    unknown: [...CRITERIA.attractiveness, ...CRITERIA.strength].filter((one) => !known[one]),
  };
}
