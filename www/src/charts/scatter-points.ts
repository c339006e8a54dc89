import type { Size } from "./drawing";

/** Points ready to be painted. */
export interface Points {
  /** Pairs of pixels, point by point. */
  readonly points: Float32Array;
  /** The cluster of each point. */
  readonly labels: ArrayLike<number>;
  /** One colour per cluster. */
  readonly colours: readonly string[];
}

/** Points painted in one go per cluster: enough to be fast, few enough that no cluster hides another. */
const batch = 1000;
/** From so many points on, they are drawn small. */
const crowd = 8000;
/** Edge of the squares by which points are found under the pointer. */
const cell = 6;

/** Paints points in the order of the data; those of the cluster that stands out last, the others faint. */
export function paint(context: CanvasRenderingContext2D, of: Points, marked: number | null): void {
  const count = of.labels.length;
  const radius = count > crowd ? 1.3 : count > 2000 ? 2 : 2.6;
  const strength = count > crowd ? 0.6 : count > 2000 ? 0.65 : 0.75;
  const all = of.colours.map((_, cluster) => cluster);
  if (marked === null) pass(context, of, all, radius, strength);
  else {
    const others = all.filter((cluster) => cluster !== marked);
    pass(context, of, others, radius, 0.14);
    pass(context, of, [marked], radius, 0.85);
  }
  context.globalAlpha = 1;
}

function pass(
  context: CanvasRenderingContext2D,
  { points, labels, colours }: Points,
  clusters: readonly number[],
  radius: number,
  strength: number,
): void {
  const many = labels.length > crowd;
  context.globalAlpha = strength;
  for (let from = 0; from < labels.length; from += batch) {
    const end = Math.min(from + batch, labels.length);
    for (const cluster of clusters) {
      context.fillStyle = colours[cluster] ?? "";
      context.beginPath();
      for (let at = from; at < end; at += 1) {
        if (labels[at] !== cluster) continue;
        const x = points[2 * at] ?? 0;
        const y = points[2 * at + 1] ?? 0;
        // This small, squares look the same and are drawn in a fraction of the time.
        if (many) context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
        else {
          context.moveTo(x + radius, y);
          context.arc(x, y, radius, 0, 2 * Math.PI);
        }
      }
      context.fill();
    }
  }
}

const around = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Finds the cluster of a point within a few pixels; of several, that of the last. */
export function finder({ points, labels }: Points, size: Size): (x: number, y: number) => number | null {
  const columns = Math.ceil(size.width / cell) + 1;
  const rows = Math.ceil(size.height / cell) + 1;
  const found = new Int16Array(columns * rows).fill(-1);
  for (let at = 0; at < labels.length; at += 1) {
    const column = Math.floor((points[2 * at] ?? 0) / cell);
    const row = Math.floor((points[2 * at + 1] ?? 0) / cell);
    found[row * columns + column] = labels[at] ?? -1;
  }
  return (x, y) => {
    for (const [dx, dy] of around) {
      const column = Math.floor(x / cell) + dx;
      const row = Math.floor(y / cell) + dy;
      if (column < 0 || column >= columns || row < 0 || row >= rows) continue;
      const label = found[row * columns + column] ?? -1;
      if (label >= 0) return label;
    }
    return null;
  };
}
