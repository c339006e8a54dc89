import type {
  CellCost,
  CellLimit,
  CoverageReport,
  Reallocation,
  ReallocationParams,
  SpentCell,
} from "../engine/protocol";
import type { Words } from "../words";
import { sameDimension } from "./coverage";
import { cellsOf, dimensionsOf, type NamedCell } from "./coverage-cells";
import type { CsvCell } from "./csv";

/** A cell with what it has and what it should have. */
export interface CellChange {
  readonly cell: NamedCell;
  readonly spent: SpentCell;
  /** Touches added, or taken away if below zero, as both are shown: whole. */
  readonly change: number;
}

/** Fewer touches than this are shown as none. */
const SHOWN = 0.5;

/** The cells with anything to spend, the largest changes first, then in their own order. */
export const changesOf = ({ cells }: Reallocation, named: readonly NamedCell[]): readonly CellChange[] =>
  named
    .flatMap((cell) => {
      const spent = cells[cell.index];
      if (spent === undefined || (spent.before === 0 && spent.need === 0)) return [];
      return [{ cell, spent, change: Math.round(spent.after) - Math.round(spent.before) }];
    })
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || a.cell.index - b.cell.index);

/** Whether a touch costs one everywhere, so that the budget counts touches. */
export const countsTouches = ({ cells }: Reallocation): boolean => cells.every(({ cost }) => cost === 1);

/** A sum over all cells. */
export const total = ({ cells }: Reallocation, of: (cell: SpentCell) => number): number =>
  cells.reduce((sum, cell) => sum + of(cell), 0);

/** The part of the budget that cannot move: floors, and all of the cells that are left out. */
export const held = (found: Reallocation): number =>
  total(found, ({ leftOut, before, floor, cost }) => (leftOut ? before : floor) * cost);

/** How much more is gained, as a part of what is now; null where that is nothing. */
export const rise = ({ gain, gainBefore }: Reallocation): number | null =>
  gainBefore > 0 ? gain / gainBefore - 1 : null;

/** Budget that no cell can take; null where that is nothing to speak of. */
export function idle({ budget, spent }: Reallocation): number | null {
  const left = budget - spent;
  return left > SHOWN && left > 1e-6 * budget ? left : null;
}

/** What a cell gains: by the curve its sales, else the reached part of its worth. */
export type Gained = Reallocation["worth"] | "sales";
export const gainedOf = ({ worth }: Reallocation, { model }: ReallocationParams): Gained =>
  model.kind === "adbudg" ? "sales" : worth;

const samePlace = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, at) => name === other[at]);

/** The segments that meet in a cell, as the engine names them. */
export const placeOf = ({ now }: CoverageReport, { place }: NamedCell): string[] =>
  place.map((at, dimension) => now.names[dimension]?.[at] ?? "");

export const limitOf = ({ limits }: ReallocationParams, place: readonly string[]): CellLimit | undefined =>
  limits.find((limit) => samePlace(limit.place, place));

/** The settings with other bounds of a cell; one without any bound is as all others. */
export function withLimit(
  params: ReallocationParams,
  place: readonly string[],
  bounds: Partial<Pick<CellLimit, "floor" | "ceiling">>,
): ReallocationParams {
  const before = limitOf(params, place) ?? { place: [...place], floor: null, ceiling: null };
  const limit = { ...before, ...bounds };
  const others = params.limits.filter((one) => !samePlace(one.place, place));
  const isNone = limit.floor === null && limit.ceiling === null;
  return { ...params, limits: isNone ? others : [...others, limit] };
}

/** The settings with another cost or capacity of a segment. */
export function withCost(
  params: ReallocationParams,
  segment: string,
  own: { readonly cost?: number | null; readonly capacity?: number | null },
): ReallocationParams {
  const before = params.costs.find((one) => one.segment === segment) ?? { segment, cost: null, capacity: null };
  const line = { ...before, ...own };
  const others = params.costs.filter((one) => one.segment !== segment);
  return { ...params, costs: line.cost === null && line.capacity === null ? others : [...others, line] };
}

/** The settings with costs and capacities by another dimension: what was said of segments of the last is dropped. */
export const withDimension = (params: ReallocationParams, by: number | null): ReallocationParams => ({
  ...params,
  by,
  costs: [],
});

/** Capacities of the owners in the period, where the cells are parted by them and it is known what they can do. */
export function ownersCapacities({ params, months, now }: CoverageReport, by: number | null): readonly CellCost[] {
  const dimension = by === null ? null : (params.dimensions?.[by] ?? null);
  if (by === null || months === null || dimension === null || !sameDimension(dimension, params.owner)) return [];
  return (now.names[by] ?? []).flatMap((segment) => {
    const perMonth = params.capacities.find(({ owner }) => owner === segment)?.perMonth ?? params.capacity;
    return perMonth === null ? [] : [{ segment, cost: null, capacity: Math.round(perMonth * months) }];
  });
}

/** The settings with other capacities of segments; what their touches cost stays. */
export const withCapacities = (params: ReallocationParams, lines: readonly CellCost[]): ReallocationParams =>
  lines.reduce((so, { segment, capacity }) => withCost(so, segment, { capacity }), params);

/** The settings without anything that a cell must keep or a segment cannot exceed. */
export const withoutBounds = (params: ReallocationParams): ReallocationParams => ({
  ...params,
  floor: 0,
  limits: [],
  costs: params.costs.flatMap((line) => (line.cost === null ? [] : [{ ...line, capacity: null }])),
});

/** A part as a percentage, without the digits that binary fractions add. */
export const percentOf = (part: number): number => Number((100 * part).toPrecision(12));

/** The end of a track on which a figure of any size can be set: the next power of ten, at least a hundred. */
export const trackEnd = (value: number): number => 10 ** Math.max(2, Math.ceil(Math.log10(Math.max(value, 1))));

/** Every cell with its figures, for a file. */
export function effortRows(
  words: Words,
  report: CoverageReport,
  params: ReallocationParams,
  found: Reallocation,
): readonly (readonly CsvCell[])[] {
  const say = words.effort.file;
  const dimensions = dimensionsOf(words, report);
  const header = [...dimensions.map(({ name }) => name), ...say.columns(gainedOf(found, params))];
  const rows = cellsOf(dimensions).flatMap((cell) => {
    const spent = found.cells[cell.index];
    if (spent === undefined) return [];
    const { before, after, need, floor, cost, gainBefore, gainAfter, leftOut } = spent;
    const ceiling = limitOf(params, placeOf(report, cell))?.ceiling ?? null;
    const segments = cell.place.map((at, dimension) => dimensions[dimension]?.segments[at] ?? "");
    const effort = [before, after, after - before, need, floor, ceiling, cost, before * cost, after * cost];
    const gains = leftOut ? [null, null, say.leftOut] : [gainBefore, gainAfter, null];
    return [[...segments, ...effort, ...gains]];
  });
  return [header, ...rows];
}
