import type { Division, Persona, PersonaEdits, ProfileReport } from "../engine/protocol";

/** The division that is described, and what was found of its segments. */
export interface Insight {
  readonly division: Division;
  /** What can be described now; null until asked for. */
  readonly divisions: readonly Division[] | null;
  /** Null until it was computed, and again when the division changed. */
  readonly profile: ProfileReport | null;
  /** One for each segment of the profile. */
  readonly personas: readonly Persona[] | null;
  /** What the user wrote on the cards, of all divisions. */
  readonly edits: readonly PersonaEdits[];
}

export const emptyInsight: Insight = {
  division: { kind: "rfm" },
  divisions: null,
  profile: null,
  personas: null,
  edits: [],
};

/** What was computed goes; what the user chose and wrote stays. */
export const undescribed = (insight: Insight): Insight => ({
  ...insight,
  divisions: null,
  profile: null,
  personas: null,
});

export const sameDivision = (one: Division, other: Division): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the user wrote on the card of a segment; nothing yet where there is none. */
export const editsOf = (edits: readonly PersonaEdits[], division: Division, segment: number): PersonaEdits =>
  edits.find((one) => one.segment === segment && sameDivision(one.division, division)) ?? {
    division,
    segment,
    title: null,
    notes: null,
    goal: null,
    channel: null,
    content: null,
    frequency: null,
  };

const isEmpty = ({ division, segment, ...words }: PersonaEdits): boolean =>
  Object.values(words).every((word) => word === null);

/** The edits with those of one card changed; in an order of their own, so that the same edits give the same bytes. */
export function withEdits(edits: readonly PersonaEdits[], changed: PersonaEdits): readonly PersonaEdits[] {
  const others = edits.filter(
    ({ division, segment }) => segment !== changed.segment || !sameDivision(division, changed.division),
  );
  const key = ({ division, segment }: PersonaEdits) => `${JSON.stringify(division)} ${String(segment).padStart(6)}`;
  return [...others, changed]
    .filter((one) => !isEmpty(one))
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
