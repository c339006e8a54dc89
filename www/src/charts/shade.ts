import type { ChartTheme } from "./theme";
import { toneSteps } from "./tone";

/** A colour and that of what is written on it. */
export interface Shade {
  readonly fill: string;
  readonly ink: string;
}

/** The colour of a step of the ramp, 1 to `rampSteps`; 0 is nothing. */
export const shadeOf = (step: number, theme: ChartTheme): Shade => ({
  fill: (step === 0 ? undefined : theme.scale[step - 1]) ?? theme.faint,
  ink: (step === 0 ? undefined : theme.scaleInks[step - 1]) ?? theme.text,
});

/** The colour of a step below or above the mean of all, `-toneSteps` to `toneSteps`. */
export const toneShadeOf = (step: number, theme: ChartTheme): Shade => ({
  fill: theme.tones[step + toneSteps] ?? theme.faint,
  ink: (step === 0 ? undefined : theme.toneInks[Math.abs(step) - 1]) ?? theme.text,
});
