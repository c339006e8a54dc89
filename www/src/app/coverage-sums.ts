import type { CellReach, ReachReport } from "../engine/protocol";
import type { NamedCell } from "./coverage-cells";

const over = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** Several cells as one: a row or a column of the table of cells. What the dimensions would have by chance is added up too. */
export function summed(cells: readonly CellReach[]): CellReach {
  const sum = (of: (cell: CellReach) => number | null) => cells.reduce((all, cell) => all + (of(cell) ?? 0), 0);
  const has = (of: (cell: CellReach) => number | null) => cells.some((cell) => of(cell) !== null);
  const known = (is: boolean, value: number | null) => (is ? value : null);
  const customers = sum((cell) => cell.customers);
  const covered = sum((cell) => cell.covered);
  const target = sum((cell) => cell.target);
  const value = sum((cell) => cell.value);
  const potential = sum((cell) => cell.potential);
  const whiteSpace = sum((cell) => cell.whiteSpace);
  const [isTouched, isValued, isWorth] = [
    has((cell) => cell.covered),
    has((cell) => cell.value),
    has((cell) => cell.potential),
  ];
  const rate = known(isTouched, over(covered, customers));
  const goal = over(target, customers);
  const expected = sum((cell) => cell.expected);
  return {
    customers,
    covered: known(isTouched, covered),
    rate,
    value: known(isValued, value),
    valueRate: known(
      isTouched && isValued,
      over(
        sum((cell) => (cell.valueRate ?? 0) * (cell.value ?? 0)),
        value,
      ),
    ),
    goal,
    target,
    // What each cell lacks: one that has more than its target makes up for no other.
    gap: known(
      isTouched,
      sum((cell) => cell.gap),
    ),
    points: rate === null || goal === null ? null : 100 * (goal - rate),
    potential: known(isWorth, potential),
    potentialKnown: sum((cell) => cell.potentialKnown),
    potentialRate: known(
      isTouched && isWorth,
      over(
        sum((cell) => (cell.potentialRate ?? 0) * (cell.potential ?? 0)),
        potential,
      ),
    ),
    atStake: known(
      isTouched && isWorth,
      sum((cell) => cell.atStake),
    ),
    whiteSpace: known(isValued && isWorth, whiteSpace),
    // Value of those whose potential is known.
    wallet: known(isValued && isWorth, over(potential - whiteSpace, potential)),
    expected,
    lift: over(customers, expected),
  };
}

/** Cells below their target, and the customers that they lack together. */
export const shortOf = (cells: readonly CellReach[]) => ({
  cells: cells.filter(({ gap }) => (gap ?? 0) > 0).length,
  gap: cells.reduce((sum, { gap }) => sum + (gap ?? 0), 0),
});

/** The cells below their target, those where most is at stake first; equal ones in the order of the cells. */
export function gapsOf(
  cells: readonly NamedCell[],
  { cells: reached, whole }: ReachReport,
): readonly (NamedCell & { readonly reach: CellReach })[] {
  const short = cells.flatMap((cell) => {
    const reach = reached[cell.index];
    return reach !== undefined && (reach.gap ?? 0) > 0 ? [{ ...cell, reach }] : [];
  });
  const stake = ({ reach }: { readonly reach: CellReach }) => (whole.atStake === null ? 0 : (reach.atStake ?? 0));
  return short.sort((a, b) => stake(b) - stake(a) || (b.reach.gap ?? 0) - (a.reach.gap ?? 0));
}
