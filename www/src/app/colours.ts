import type { Division, ProfileReport, RfmReport } from "../engine/protocol";
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

/** Stages from new to lost, in the order of the engine: their colours mean the same on every screen. */
export const STAGE_COLOURS: readonly Colour[] = [4, 1, 3, 6, 8];

/** The colour of each segment of a division by its place there; `names` has one name per segment of the division. */
export function divisionColours(division: Division, names: readonly string[]): readonly Colour[] {
  if (division.kind === "lifecycle") return STAGE_COLOURS;
  return division.kind === "rfm" ? segmentColours(names) : names.map((_, segment) => colourOf(segment));
}

/** One colour per segment of a profile. A segment of RFM keeps the colour it has beside those whom nobody is in. */
export function profileColours(
  { division, segments }: Pick<ProfileReport, "division" | "segments">,
  rfm: Pick<RfmReport, "segments"> | null,
): readonly Colour[] {
  const count = Math.max(...segments.map(({ segment }) => segment), -1) + 1;
  const named = division.kind === "rfm" && rfm !== null ? rfm.segments : null;
  const names = Array.from(
    { length: Math.max(count, named?.length ?? 0) },
    (_, at) => named?.[at]?.name ?? segments.find(({ segment }) => segment === at)?.name ?? "",
  );
  const colours = divisionColours(division, names);
  return segments.map(({ segment }) => colours[segment] ?? "others");
}
