import type { Dimension } from "../engine/protocol";

export const DIMENSIONS = ["r", "f", "m"] as const;
export type DimensionName = (typeof DIMENSIONS)[number];

/** One bin of a dimension, in the order of its values: the smallest first. */
export interface Bin {
  readonly score: number;
  /** Cut points around it; null where it is open. */
  readonly above: number | null;
  readonly upTo: number | null;
  readonly customers: number;
  /** Customers whose value equals `upTo`. */
  readonly atCut: number | null;
}

/** The bins of a dimension. Where the cut points differ (nested), only scores and sizes are known. */
export function binsOf(name: DimensionName, dimension: Dimension): readonly Bin[] {
  const scores = dimension.sizes.map((_, index) => index + 1);
  // R is reversed: the fewest days have the best score.
  const ordered = name === "r" ? scores.reverse() : scores;
  const cut = dimension.cuts.length === ordered.length - 1;
  return ordered.map((score, index) => ({
    score,
    above: cut ? (dimension.cuts[index - 1] ?? null) : null,
    upTo: cut ? (dimension.cuts[index] ?? null) : null,
    customers: dimension.sizes[score - 1] ?? 0,
    atCut: cut ? (dimension.atCut[index] ?? null) : null,
  }));
}

/**
 * The whole numbers a bin holds, none below `least`, as short as they can be written: 15–33, 2, >180. Empty
 * where the cuts are unknown.
 */
export function wholeRange({ above, upTo }: Bin, least: number, number: (value: number) => string): string {
  if (above === null && upTo === null) return "";
  if (upTo === null) return `>${number(Math.floor(above ?? 0))}`;
  const low = above === null ? least : Math.floor(above) + 1;
  const high = Math.floor(upTo);
  if (low >= high) return number(high);
  return above === null ? `≤${number(high)}` : `${number(low)}–${number(high)}`;
}

/** The dimensions in which equal values stand in the way of even bins. */
export interface Tie {
  readonly name: DimensionName;
  readonly surviving: number;
  readonly bins: number;
  /** Value and share of the largest group of equals, if it is larger than an even bin. */
  readonly mode: { readonly value: number; readonly share: number } | null;
}

export function tiesOf(dimensions: readonly Dimension[], quantile: boolean): readonly Tie[] {
  return DIMENSIONS.flatMap((name, index): Tie[] => {
    const dimension = dimensions[index];
    if (!dimension) return [];
    const bins = dimension.sizes.length;
    const customers = dimension.sizes.reduce((sum, size) => sum + size, 0);
    const uneven = quantile && dimension.modeCount > customers / bins;
    const mode = uneven ? { value: dimension.mode, share: dimension.modeCount / customers } : null;
    if (mode === null && dimension.surviving === bins) return [];
    return [{ name, surviving: dimension.surviving, bins, mode }];
  });
}
