import { textWidth } from "./labels";

/** Where a name is written. */
export interface Nameplate {
  readonly x: number;
  readonly y: number;
  readonly align: "left" | "center" | "right";
}

/** Edges in pixels. */
interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Names of 12 pixels beside their marks: within the plot, and where they cover neither another name nor another mark, if there is such a place. */
export function nameplates(
  names: readonly string[],
  marks: readonly (readonly [number, number])[],
  plot: Edges,
): Nameplate[] {
  const taken: Edges[] = marks.map(([x, y]) => ({ left: x - 7, top: y - 7, right: x + 7, bottom: y + 7 }));
  return names.map((name, index) => {
    const [x, y] = marks[index] ?? [0, 0];
    const width = textWidth(name, 12);
    const places: readonly Nameplate[] = [
      { x: x + 11, y, align: "left" },
      { x: x - 11, y, align: "right" },
      { x, y: y - 16, align: "center" },
      { x, y: y + 16, align: "center" },
    ];
    const others = taken.filter((_, other) => other !== index);
    const cost = (place: Nameplate) => {
      const edges = edgesOf(place, width);
      return beyond(edges, plot) + others.reduce((sum, other) => sum + overlap(edges, other), 0);
    };
    const best = places.reduce((least, place) => (cost(place) < cost(least) ? place : least));
    taken.push(edgesOf(best, width));
    return best;
  });
}

function edgesOf({ x, y, align }: Nameplate, width: number): Edges {
  const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
  return { left: left - 1, top: y - 8, right: left + width + 1, bottom: y + 8 };
}

/** Pixels by which a name leaves the plot, weighted so that it does so only where nothing else is left. */
const beyond = ({ left, top, right, bottom }: Edges, plot: Edges): number =>
  1000 *
  [plot.left - left, right - plot.right, plot.top - top, bottom - plot.bottom].reduce(
    (sum, out) => sum + Math.max(out, 0),
    0,
  );

const overlap = (a: Edges, b: Edges): number =>
  Math.max(Math.min(a.right, b.right) - Math.max(a.left, b.left), 0) *
  Math.max(Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top), 0);
