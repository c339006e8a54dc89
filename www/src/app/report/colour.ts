import { chartThemes } from "../../charts";
import type { Colour } from "../../ui";

/** The colour of a segment on paper. */
export const colourHex = (colour: Colour | undefined): string =>
  (typeof colour === "number" ? chartThemes.light.segments[colour - 1] : undefined) ?? chartThemes.light.others;
