import type {
  Peak,
  Persona,
  PersonaEdits,
  ProfileReport,
  SegmentProfile,
  TraitInfo,
  TraitProfile,
} from "../../engine/protocol";
import type { Words } from "../../words";
import { segmentName } from "../divisions";
import type { Written } from "../insight";
import { categoryName, traitName } from "../traits";
import { habitStatements, peakFacts, stageStatements } from "./habit";
import { type SegmentTold, tellSegment } from "./profile";
import { type Fact, type Statement, unitText } from "./statement";

/** What can be rewritten on a card. */
export type PersonaField = Exclude<keyof PersonaEdits, "division" | "segment">;

/** What can be rewritten of the plan, in the order in which it is read. */
export const PLAN = ["goal", "channel", "content", "frequency"] as const satisfies readonly PersonaField[];

/** What the data says, or the user's own words in its place. */
export interface OwnStatement extends Statement {
  /** Whether these are the user's words; the evidence is of what the data says. */
  readonly own: boolean;
}

/** A card. */
export interface PersonaTold extends SegmentTold {
  readonly title: OwnStatement;
  readonly habit: readonly Statement[];
  readonly stages: readonly Statement[];
  readonly example: Statement;
  readonly plan: Readonly<Record<(typeof PLAN)[number], OwnStatement>>;
  /** The user's; null where there are none. */
  readonly notes: string | null;
}

/** The cards of a division, in the order of its segments. */
export function tellPersonas(
  words: Words,
  report: ProfileReport,
  personas: readonly Persona[],
  written: Written,
): readonly PersonaTold[] {
  return report.segments.flatMap((segment) => {
    const persona = personas.find((one) => one.segment === segment.segment);
    return persona === undefined ? [] : [tellPersona(words, report, segment, persona, written(segment))];
  });
}

/** One card. */
export function tellPersona(
  words: Words,
  report: ProfileReport,
  segment: SegmentProfile,
  persona: Persona,
  written: PersonaEdits,
): PersonaTold {
  const told = tellSegment(words, report, segment);
  const rewritten = (field: PersonaField, said: Statement): OwnStatement => {
    const own = written[field];
    return { text: own ?? said.text, evidence: said.evidence, own: own !== null };
  };
  return {
    ...told,
    title: rewritten("title", { text: titleOf(words, report, segment), evidence: titleFacts(words, told, segment) }),
    habit: persona.habit === null ? [] : habitStatements(words, persona.habit),
    stages: stageStatements(words, persona.stages, segment.customers, report.customers),
    example: exampleStatement(words, report, segment, persona),
    plan: {
      goal: rewritten("goal", goalStatement(words, persona, segment)),
      channel: rewritten(
        "channel",
        peakStatement(words, persona.plan.channel, "Channel", persona.habit?.channel ?? null),
      ),
      content: rewritten(
        "content",
        peakStatement(words, persona.plan.content, "Content", persona.habit?.category ?? null),
      ),
      frequency: rewritten("frequency", frequencyStatement(words, persona)),
    },
    notes: written.notes,
  };
}

/** How many differences make a title. */
const most = 3;

/** A title of what most surely sets a segment apart: customers of which kind, then where from and what with. */
export function titleOf(words: Words, report: ProfileReport, segment: SegmentProfile): string {
  const say = words.personas;
  const adjectives: string[] = [];
  const tails: string[] = [];
  const rare: string[] = [];
  for (const { at, category, above } of segment.differences) {
    if (adjectives.length + tails.length === most) break;
    const info = report.traits[at];
    if (info === undefined) continue;
    const { key, spread } = info;
    if (key.kind === "figure") {
      // A few customers can move a mean: what the middle one of them does not show is no title for all.
      if (!isSeenInMedians(info, segment.traits[at], above)) continue;
      const { kind } = key.feature;
      if (kind === "share" || kind === "column") tails.push(say.higher(traitName(words, key), above));
      else adjectives.push(say.adjective(kind, above));
    } else if (category !== null && spread.kind === "categories" && key.kind === "attribute") {
      const name = categoryName(words, key, spread.values[category] ?? "");
      if (above) tails.push(say.often(key, name));
      else rare.push(say.seldom(key, name));
    }
  }
  if (adjectives.length + tails.length > 0) return say.title({ adjectives, tails });
  // What is rare among them says little of who they are, but more than that they are like all others.
  if (rare.length > 0) return say.title({ adjectives, tails: rare.slice(0, 1) });
  const { name } = segment;
  return segment.differences.length === 0 ? say.ordinary : segmentName(words, report.division, name, segment.segment);
}

function isSeenInMedians({ spread }: TraitInfo, found: TraitProfile | undefined, above: boolean): boolean {
  if (spread.kind !== "figure" || found?.kind !== "figure" || found.spread === null) return false;
  const [own, all] = [found.spread.quartiles[1], spread.spread.quartiles[1]];
  return above ? own > all : own < all;
}

const titleFacts = (words: Words, told: SegmentTold, { customers }: SegmentProfile): readonly Fact[] => [
  { term: words.apart.facts.customers, value: words.f.number(customers) },
  ...told.differences.map(({ text, evidence }) => ({
    term: text,
    value: evidence.find(({ term }) => term === words.apart.facts.v)?.value ?? "",
  })),
];

function exampleStatement(
  words: Words,
  report: ProfileReport,
  { customers }: SegmentProfile,
  { example }: Persona,
): Statement {
  if (example === null)
    return { text: customers < 5 ? words.personas.fewExample : words.personas.noExample, evidence: [] };
  const evidence = report.traits.flatMap(({ key }, at): Fact[] => {
    const figure = example.figures[at] ?? null;
    const category = example.categories[at] ?? null;
    if (key.kind === "figure" && figure !== null)
      return [{ term: traitName(words, key), value: unitText(words, key.feature, [figure])(figure) }];
    return category === null ? [] : [{ term: traitName(words, key), value: categoryName(words, key, category) }];
  });
  return { text: words.personas.example(example.masked), evidence };
}

function goalStatement(words: Words, { plan, traits }: Persona, segment: SegmentProfile): Statement {
  const { goals, goal, facts } = words.personas;
  const { name, text } = goals[plan.goal];
  const yes = (better: boolean) => (better ? facts.yes : facts.no);
  return {
    text: goal(name, text),
    evidence: [
      { term: words.apart.facts.customers, value: words.f.number(segment.customers) },
      ...(traits === null
        ? []
        : [
            { term: facts.r, value: yes(traits.recent) },
            { term: facts.f, value: yes(traits.frequent) },
            { term: facts.m, value: yes(traits.valuable) },
          ]),
    ],
  };
}

const peakStatement = (
  words: Words,
  peak: Peak | null,
  of: "Channel" | "Content",
  /** What they use or buy most; null where the data has none. */
  most: Peak | null,
): Statement => {
  const say = words.personas;
  if (peak !== null) return { text: say[`plan${of}` as const](peak.value), evidence: peakFacts(words, peak) };
  return { text: most === null ? say[`no${of}` as const] : say[`plain${of}` as const], evidence: [] };
};

function frequencyStatement(words: Words, { plan, habit }: Persona): Statement {
  const { every, noEvery, facts } = words.personas;
  if (plan.every === null) return { text: noEvery, evidence: [] };
  return {
    text: every(plan.every),
    evidence: habit === null ? [] : [{ term: facts.gaps, value: words.f.number(habit.gaps) }],
  };
}
