import { type ChartTheme, chartThemes, rampSteps, toneSteps } from "../../charts";
import type { Colour } from "../../ui";

/** A colour and that of the letters on it. */
export interface Shade {
  readonly fill: string;
  readonly text: string;
}

const white = [255, 255, 255] as const;
const blue = [42, 78, 186] as const;
const orange = [178, 82, 8] as const;

/** Colours of a report on white paper: from little to much, in as many steps as the page has. */
export const shade = (step: number, theme: ChartTheme): Shade => mixed(blue, (0.8 * step) / rampSteps, theme);

/** Below or above the mean of all: orange and blue, as many steps to either side as the page has. */
export const tone = (step: number, theme: ChartTheme): Shade =>
  mixed(step < 0 ? orange : blue, (0.6 * Math.abs(step)) / toneSteps, theme);

function mixed(towards: readonly [number, number, number], part: number, theme: ChartTheme): Shade {
  const fill = towards.map((one, at) => Math.round((white[at] ?? 255) * (1 - part) + one * part));
  // Above a half of the way dark letters are no longer read with ease.
  return { fill: `rgb(${fill.join(",")})`, text: part > 0.5 ? "#ffffff" : theme.text };
}

/** The colour of a segment on paper. */
export const colourHex = (colour: Colour | undefined): string =>
  typeof colour === "number" ? (chartThemes.light.segments[colour - 1] ?? "#8b8d98") : "#8b8d98";
