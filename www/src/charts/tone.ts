/** Steps to either side of the tokens `--tone-below-4` to `--tone-above-4`. */
export const toneSteps = 4;

/** Standard deviations from where on a cell bears the strongest colour. */
export const toneRange = 2;

/**
 * The step of a standardised mean, -4 to 4, 0 for next to none. The range is fixed and the same on both sides, so that
 * a colour means the same in every table.
 */
export function toneOf(standardised: number): number {
  const step = Math.round((standardised / toneRange) * toneSteps);
  // No minus zero: it would read as a colour of its own.
  return Math.min(Math.max(step, -toneSteps), toneSteps) || 0;
}

/** The step of a share against that of all, `ratio` being the one over the other: each doubling or halving is two steps. */
export const toneOfRatio = (ratio: number): number =>
  ratio <= 0 ? -toneSteps : Math.min(Math.max(Math.round(2 * Math.log2(ratio)), -toneSteps), toneSteps) || 0;
