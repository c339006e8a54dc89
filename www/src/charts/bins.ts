/** A histogram; bin `i` holds `edges[i] <= x < edges[i + 1]`, the last bin its upper edge too. */
export interface Bins {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly openBelow: boolean;
  readonly openAbove: boolean;
  readonly log: boolean;
}

/** What one bin holds: from and to, both included for whole numbers; null on an open side. */
export interface BinRange {
  readonly from: number | null;
  readonly to: number | null;
}

export function binRange(bins: Bins, index: number, whole: boolean): BinRange {
  const last = index === bins.counts.length - 1;
  const low = bins.edges[index] ?? 0;
  const high = bins.edges[index + 1] ?? low;
  const to = whole && !last ? Math.ceil(high) - 1 : high;
  return {
    from: index === 0 && bins.openBelow ? null : whole ? Math.ceil(low) : low,
    to: last && bins.openAbove ? null : whole ? Math.max(Math.ceil(low), Math.floor(to)) : to,
  };
}

/** Whether each bin holds one whole number, so that its label belongs under its middle. */
export function oneValueBins(bins: Bins): boolean {
  return bins.edges.slice(1, -1).every((edge, index) => edge - (bins.edges[index] ?? 0) === 1);
}

/** Where a value lies, in bins from the left edge: 0 to the number of bins. */
export function positionOf(bins: Bins, value: number): number {
  const { edges, log } = bins;
  const count = bins.counts.length;
  if (count === 0 || value <= (edges[0] ?? 0)) return 0;
  for (let index = 0; index < count; index += 1) {
    const low = edges[index] ?? 0;
    const high = edges[index + 1] ?? low;
    if (value > high) continue;
    const part = log && low > 0 ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return index + (Number.isFinite(part) ? part : 1);
  }
  return count;
}

/**
 * Where a cut is drawn. Values equal to a cut lie below it; of whole numbers, the bar that holds the cut
 * therefore stands on its left.
 */
export function cutPosition(bins: Bins, cut: number, whole: boolean): number {
  return positionOf(bins, whole ? Math.floor(cut) + 1 : cut);
}

/** Where a value itself is marked: over the middle of its bar where each bar stands for one number. */
export function markPosition(bins: Bins, value: number): number {
  return positionOf(bins, oneValueBins(bins) ? value + 0.5 : value);
}
