import { toneOf, toneOfRatio } from "../../charts";
import type { ProfileReport, SegmentProfile, TraitGroup, TraitInfo } from "../../engine/protocol";
import type { Words } from "../../words";
import { featureFormat } from "../figures";
import { categoryName, traitName, traitUnit } from "../traits";
import { categoryFacts, categoryShares, categoryStands, figureFacts, figureStands } from "./differences";
import { areYears, type Fact } from "./statement";

export interface TableCell {
  readonly text: string;
  /** Step of its colour; 0 where the difference is not both large and sure. */
  readonly tone: number;
  readonly facts: readonly Fact[];
}

/** A figure, or a category, of all segments. */
export interface TableRow {
  /** The trait's place in the report. */
  readonly at: number;
  /** Null for a figure. */
  readonly category: number | null;
  readonly name: string;
  /** The unit of a figure, the name of a category. */
  readonly detail: string;
  /** Of all customers. */
  readonly all: string;
  /** One per segment of the report. */
  readonly cells: readonly TableCell[];
}

/** A cell of the table by its row, counted over all groups, and its segment, counted from 0. */
export interface Place {
  readonly row: number;
  readonly segment: number;
}

/** Traits of one group. */
export interface TableGroup {
  readonly group: TraitGroup;
  readonly traits: readonly number[];
}

const GROUPS: readonly TraitGroup[] = ["behaviour", "demographics", "geography", "attitudes", "other"];

/** Categories shown of a trait that is opened. */
export const shownCategories = 10;

/** The groups that have traits, each with their places in the report. */
export const groupsOf = (traits: readonly TraitInfo[]): readonly TableGroup[] =>
  GROUPS.map((group) => ({ group, traits: [...traits.keys()].filter((at) => traits[at]?.group === group) })).filter(
    (one) => one.traits.length > 0,
  );

/** The rows of a trait: one of a figure; of categories the one of most customers, or the first few where it is opened. */
export function rowsOf(words: Words, report: ProfileReport, at: number, open: boolean): readonly TableRow[] {
  const info = report.traits[at];
  if (info === undefined) return [];
  if (info.spread.kind === "figure") return [figureRow(words, report, info, at)];
  const shown = open ? shownCategories : 1;
  return info.spread.values.slice(0, shown).map((value, category) => ({
    at,
    category,
    name: traitName(words, info.key),
    detail: categoryName(words, info.key, value),
    all: words.f.percent(info.n === 0 ? 0 : (categoryCounts(info)[category] ?? 0) / info.n),
    cells: report.segments.map((segment) => categoryCell(words, report, segment, at, category)),
  }));
}

const categoryCounts = ({ spread }: TraitInfo): readonly number[] =>
  spread.kind === "categories" ? spread.counts : [];

function figureRow(words: Words, report: ProfileReport, info: TraitInfo, at: number): TableRow {
  const means = report.segments.map(({ traits }) => {
    const found = traits[at];
    return found?.kind === "figure" ? (found.spread?.mean ?? null) : null;
  });
  const spread = info.spread.kind === "figure" ? info.spread.spread : null;
  const mean = spread?.mean ?? 0;
  const years = spread !== null && areYears(spread);
  const format =
    info.key.kind === "figure" && !years
      ? featureFormat(info.key.feature, [mean, ...means.filter((one) => one !== null)], words.f)
      : (value: number) => value.toFixed(0);
  return {
    at,
    category: null,
    name: traitName(words, info.key),
    detail: traitUnit(words, info.key),
    all: format(mean),
    cells: report.segments.map((segment, index) => {
      const found = segment.traits[at];
      const own = means[index] ?? null;
      return {
        text: own === null ? "–" : format(own),
        tone: found?.kind === "figure" && figureStands(found) ? toneOf(found.difference ?? 0) : 0,
        facts: figureFacts(words, report, segment, at),
      };
    }),
  };
}

function categoryCell(
  words: Words,
  report: ProfileReport,
  segment: SegmentProfile,
  at: number,
  category: number,
): TableCell {
  const found = segment.traits[at];
  const { share } = categoryShares(report, segment, at, category);
  const index = found?.kind === "categories" ? (found.indices[category] ?? null) : null;
  return {
    text: share === null ? "–" : words.f.percent(share),
    tone: categoryStands(report, segment, at, category) ? toneOfRatio((index ?? 100) / 100) : 0,
    facts: categoryFacts(words, report, segment, at, category),
  };
}
