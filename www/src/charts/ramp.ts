/** Steps of the magnitude tokens `--scale-1` to `--scale-8`, from little to much. */
export const rampSteps = 8;

/** How values are spread over the ramp. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  /** Equal ratios, not equal differences, are equal steps: money is skewed. */
  readonly log: boolean;
}

/** The scale of these values: by ratio where they are all positive and far apart. Null when there are none. */
export function scaleOf(values: readonly number[]): Scale | null {
  if (values.length === 0) return null;
  const min = Math.min(...values);
  const max = Math.max(...values);
  return { min, max, log: min > 0 && max / min > 8 };
}

/** The step of a value, 1 to `rampSteps`; where all values are equal, the middle one. */
export function stepOf(value: number, scale: Scale): number {
  if (scale.max === scale.min) return rampSteps / 2;
  const position = scale.log
    ? Math.log(value / scale.min) / Math.log(scale.max / scale.min)
    : (value - scale.min) / (scale.max - scale.min);
  return Math.min(Math.max(Math.floor(position * rampSteps) + 1, 1), rampSteps);
}
