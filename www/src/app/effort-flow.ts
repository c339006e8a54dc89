import type { FlowData } from "../charts";
import type { Reallocation } from "../engine/protocol";
import type { Words } from "../words";
import type { NamedCell, NamedDimension } from "./coverage-cells";
import { countsTouches } from "./effort";

/** Segments that have a colour of their own. */
const COLOURS = 15;

type Sides = readonly [from: number | null, to: number | null];

/** The segments of a dimension that a move goes between; null is the budget. */
const sidesOf = (move: Reallocation["moves"][number], cells: readonly NamedCell[], dimension: number): Sides => {
  const segment = (cell: number | null) => (cell === null ? null : (cells[cell]?.place[dimension] ?? null));
  return [segment(move.from), segment(move.to)];
};

/** The dimension between whose segments most moves. */
export function mostMoving({ moves }: Reallocation, cells: readonly NamedCell[], dimensions: number): number {
  const crossing = Array.from({ length: dimensions }, (_, dimension) =>
    moves.reduce((sum, move) => {
      const [from, to] = sidesOf(move, cells, dimension);
      return from === to ? sum : sum + move.spent;
    }, 0),
  );
  return crossing.indexOf(Math.max(...crossing));
}

/** The moves as ribbons between the segments of a dimension, those of the budget last. */
export function flowBy(
  found: Reallocation,
  cells: readonly NamedCell[],
  dimension: number,
  { segments }: NamedDimension,
  words: Words,
): FlowData {
  const say = words.effort.moves;
  const sums = new Map<string, { sides: Sides; size: number }>();
  for (const move of found.moves) {
    const sides = sidesOf(move, cells, dimension);
    const key = sides.join("-");
    sums.set(key, { sides, size: (sums.get(key)?.size ?? 0) + move.spent });
  }
  const links = [...sums.values()];
  const amount = (size: number) => say.amount(size, countsTouches(found));
  const side = (of: 0 | 1, budget: string) => {
    const places: readonly (number | null)[] = [...segments.keys(), null];
    return places.flatMap((place) => {
      const size = links.reduce((sum, link) => (link.sides[of] === place ? sum + link.size : sum), 0);
      if (size === 0) return [];
      const name = place === null ? budget : (segments[place] ?? "");
      return [{ place, name, size, colour: place === null || place >= COLOURS ? null : place + 1, note: amount(size) }];
    });
  };
  const [from, to] = [side(0, say.added), side(1, say.left)];
  return {
    from,
    to,
    links: links.map(({ sides, size }) => {
      const start = from.findIndex(({ place }) => place === sides[0]);
      const end = to.findIndex(({ place }) => place === sides[1]);
      const point = say.point(from[start]?.name ?? "", to[end]?.name ?? "", amount(size));
      return { from: start, to: end, size, point };
    }),
  };
}
