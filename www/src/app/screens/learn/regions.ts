import type { Point } from "./frame";

/**
 * The part of a box that is nearest to each centroid, as polygons in pixels. Distances are those of the measure, in
 * which a pixel may be worth more along one axis than along the other: `stretch` says how many pixels a unit has.
 */
export function regionsOf(
  centroids: readonly Point[],
  stretch: Point,
  [left, top, right, bottom]: readonly [number, number, number, number],
): readonly (readonly Point[])[] {
  const box: readonly Point[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  const weigh = ([x, y]: Point): Point => [x / stretch[0] ** 2, y / stretch[1] ** 2];
  return centroids.map((own, at) =>
    centroids.reduce<readonly Point[]>((rest, other, beside) => {
      if (beside === at) return rest;
      // Of two centroids in one place the first has it.
      if (other[0] === own[0] && other[1] === own[1]) return beside < at ? [] : rest;
      const toward = weigh([other[0] - own[0], other[1] - own[1]]);
      const middle: Point = [(own[0] + other[0]) / 2, (own[1] + other[1]) / 2];
      const beyond = ([x, y]: Point) => (x - middle[0]) * toward[0] + (y - middle[1]) * toward[1];
      return clipped(rest, beyond);
    }, box),
  );
}

/** The part of a polygon in which `beyond` is not above 0. */
function clipped(polygon: readonly Point[], beyond: (point: Point) => number): Point[] {
  return polygon.flatMap((point, at) => {
    const next = polygon[(at + 1) % polygon.length] ?? point;
    const [here, there] = [beyond(point), beyond(next)];
    const kept: Point[] = here <= 0 ? [point] : [];
    if (here < 0 !== there < 0 && here !== there) {
      const share = here / (here - there);
      kept.push([point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share]);
    }
    return kept;
  });
}
