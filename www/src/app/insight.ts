import type { ClusterReport, Division, Persona, PersonaEdits, ProfileReport, SegmentProfile } from "../engine/protocol";

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

/**
 * What a segment is known by when something is written on its card. Other rules, features or numbers of clusters make
 * other customers of the same place, and what was written does not pass to them.
 */
export function knownBy(
  { division }: ProfileReport,
  { name, segment }: SegmentProfile,
  clusters: ClusterReport | null,
) {
  if (division.kind !== "clusters" || clusters === null) return name;
  const features = clusters.features.map(({ key }) => {
    if (key.kind === "share") return `share of ${key.value}`;
    return key.kind === "column" ? key.name : key.kind;
  });
  return `${features.join(", ")}: ${segment + 1} of ${clusters.clusters.length}`;
}

/** What the user wrote on the card of a segment; nothing yet where there is none. */
export type Written = (segment: SegmentProfile) => PersonaEdits;

/** What the user wrote on the cards of the profile. */
export const writtenOn =
  ({ edits }: Insight, report: ProfileReport, clusters: ClusterReport | null): Written =>
  (segment) =>
    editsOf(edits, report.division, knownBy(report, segment, clusters));

/** What the user wrote on one card, by what its segment is known by. */
export const editsOf = (edits: readonly PersonaEdits[], division: Division, segment: string): PersonaEdits =>
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
  const key = ({ division, segment }: PersonaEdits) => `${JSON.stringify(division)} ${segment}`;
  return [...others, changed]
    .filter((one) => !isEmpty(one))
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
