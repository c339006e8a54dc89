import type { Division } from "../engine/protocol";
import { type Colour, segmentTokens } from "../ui";
import { colourOf } from "./cluster-colours";

export const TEN = [
  "champions",
  "loyal_customers",
  "potential_loyalists",
  "new_customers",
  "promising",
  "need_attention",
  "about_to_sleep",
  "cant_lose_them",
  "at_risk",
  "lost",
];

export const EIGHT = [
  "key_valued",
  "key_to_develop",
  "key_to_keep",
  "key_to_win_back",
  "ordinary_valued",
  "ordinary_to_develop",
  "ordinary_to_keep",
  "ordinary_to_win_back",
];

const ofKey = (name: string): Colour | null => {
  if (name === "others") return "others";
  for (const keys of [TEN, EIGHT]) {
    const index = keys.indexOf(name);
    if (index >= 0) return index + 1;
  }
  return null;
};

/** One colour per segment: a shipped segment keeps its own in every set, the user's take what is left, in order. */
export function segmentColours(names: readonly string[]): readonly Colour[] {
  const fixed = names.map(ofKey);
  const free = Array.from({ length: segmentTokens }, (_, index) => index + 1).filter((token) => !fixed.includes(token));
  let next = 0;
  return fixed.map((token) => {
    if (token !== null) return token;
    next += 1;
    return free[(next - 1) % free.length] ?? ((next - 1) % segmentTokens) + 1;
  });
}

/** The colour of each segment of a division by its place there; `names` has one name per segment of the division. */
export function divisionColours(division: Division, names: readonly string[]): readonly Colour[] {
  return division.kind === "rfm" ? segmentColours(names) : names.map((_, segment) => colourOf(segment));
}
