/** Width of a text at a font size, near enough to keep labels apart: wide for Chinese, half that for the rest. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const letter of text) units += (letter.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.58;
  return units * size;
}

export interface Placed<T> {
  readonly item: T;
  readonly row: number;
}

/**
 * Puts labels centred on their positions into as few rows as needed, left to right; a label for which
 * no row has room is left out.
 */
export function placeLabels<T extends { readonly x: number; readonly width: number }>(
  items: readonly T[],
  rows: number,
  gap = 6,
): Placed<T>[] {
  const ends: number[] = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY);
  const placed: Placed<T>[] = [];
  for (const item of [...items].sort((a, b) => a.x - b.x)) {
    const left = item.x - item.width / 2;
    const row = ends.findIndex((end) => end + gap <= left);
    if (row < 0) continue;
    ends[row] = left + item.width;
    placed.push({ item, row });
  }
  return placed;
}

/** The smallest stride at which labels of this width do not touch. */
export function labelStride(count: number, available: number, width: number, gap = 10): number {
  const fitting = Math.max(1, Math.floor(available / (width + gap)));
  return Math.max(1, Math.ceil(count / fitting));
}
