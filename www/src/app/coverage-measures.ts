import { rampSteps, toneOf, toneOfRatio } from "../charts";
import type { CellReach } from "../engine/protocol";
import type { Words } from "../words";

/** What can be shown of the cells. */
export const MEASURES = [
  "rate",
  "valueRate",
  "potentialRate",
  "gap",
  "points",
  "atStake",
  "whiteSpace",
  "wallet",
  "customers",
  "lift",
] as const;
export type CoverageMeasure = (typeof MEASURES)[number];

/** Customers expected from which on a lift says something. */
export const ENOUGH_EXPECTED = 5;

/** Percentage points for a standard deviation's worth of colour: 20 bear the strongest. */
const POINTS = 10;

const shares: readonly CoverageMeasure[] = ["rate", "valueRate", "potentialRate", "wallet"];

export const knownMeasures = (cells: readonly CellReach[]): readonly CoverageMeasure[] =>
  MEASURES.filter((measure) => cells.some((cell) => cell[measure] !== null));

/** How a figure is written. */
export function measureText({ f }: Words, measure: CoverageMeasure, value: number | null): string {
  if (value === null) return "–";
  if (shares.includes(measure)) return f.percent(value);
  switch (measure) {
    case "points":
      return f.fixed(value, 1);
    case "lift":
      return f.fixed(value, 2);
    case "atStake":
    case "whiteSpace":
      return f.compact(value);
    default:
      return f.number(value);
  }
}

/** The colour of a cell: a step of the ramp, or of the tones to both sides. */
export type CellColour = { readonly shade: number } | { readonly tone: number };

/** Least and largest figure among cells, between which they are shaded; amounts and counts from zero on. */
export function rangeOf(measure: CoverageMeasure, cells: readonly CellReach[]): readonly [number, number] {
  const values = cells.flatMap((cell) => (cell.customers === 0 ? [] : (cell[measure] ?? [])));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.length === 0 ? [0, 0] : [shares.includes(measure) ? low : Math.min(low, 0), high];
}

/** Coverage is coloured by how far it lies from the target, as the gap in points is. */
export const isToned = (measure: CoverageMeasure): measure is "rate" | "points" | "lift" =>
  measure === "rate" || measure === "points" || measure === "lift";

/** `range` is that of all cells. */
export function measureColour(
  measure: CoverageMeasure,
  cell: CellReach,
  [low, high]: readonly [number, number],
): CellColour {
  const value = cell[measure];
  if (measure === "rate" || measure === "points")
    return { tone: cell.points === null ? 0 : toneOf(-cell.points / POINTS) };
  if (measure === "lift") return { tone: value === null || cell.expected < ENOUGH_EXPECTED ? 0 : toneOfRatio(value) };
  if (value === null || high === low) return { shade: value === null ? 0 : 1 };
  return { shade: 1 + Math.min(Math.floor(((value - low) / (high - low)) * rampSteps), rampSteps - 1) };
}
