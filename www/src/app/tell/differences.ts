import type { NamedDifference, ProfileReport, SegmentProfile } from "../../engine/protocol";
import type { Words } from "../../words";
import type { Degree } from "../../words/en/apart";
import { categoryName } from "../traits";
import { type Fact, type Statement, traitText } from "./statement";

/** How large a standardised difference is (Cohen's 0.2, 0.5, 0.8). */
export function degreeOf(difference: number): Degree {
  const size = Math.abs(difference);
  if (size >= 0.8) return "far";
  return size >= 0.5 ? "clear" : "some";
}

/** One thing that sets a segment apart, without a full stop; null where the report has no such trait. */
export function differenceStatement(
  words: Words,
  report: ProfileReport,
  segment: SegmentProfile,
  difference: NamedDifference,
): Statement | null {
  return difference.category === null
    ? figureStatement(words, report, segment, difference)
    : categoryStatement(words, report, segment, difference, difference.category);
}

function figureStatement(
  words: Words,
  report: ProfileReport,
  segment: SegmentProfile,
  { at, above }: NamedDifference,
): Statement | null {
  const info = report.traits[at];
  const found = segment.traits[at];
  if (info?.key.kind !== "figure" || info.spread.kind !== "figure") return null;
  if (found?.kind !== "figure" || found.spread === null) return null;
  const key = info.key.feature;
  const text = traitText(words, report, at);
  // The means, for they are what the degree and the v.test are of; the medians stand in the evidence.
  return {
    text: words.apart.figure({
      key,
      above,
      degree: degreeOf(found.difference ?? 0),
      value: words.apart.unit(key, text(found.spread.mean)),
      overall: text(info.spread.spread.mean),
    }),
    evidence: figureFacts(words, report, segment, at),
  };
}

function categoryStatement(
  words: Words,
  report: ProfileReport,
  segment: SegmentProfile,
  { at }: NamedDifference,
  category: number,
): Statement | null {
  const info = report.traits[at];
  const found = segment.traits[at];
  if (info?.spread.kind !== "categories" || found?.kind !== "categories") return null;
  const { share, overall } = categoryShares(report, segment, at, category);
  return {
    text: words.apart.category({
      key: info.key,
      category: categoryName(words, info.key, info.spread.values[category] ?? ""),
      ratio: (found.indices[category] ?? 100) / 100,
      share: share ?? 0,
      overall,
    }),
    evidence: categoryFacts(words, report, segment, at, category),
  };
}

/** From where on a difference is large and sure, and customers of a category that make it worth a word: as in the engine. */
const least = { difference: 0.2, index: 20, v: 2.58, customers: 5 };

/** Whether a figure of a segment differs from all both much and for sure. */
export const figureStands = ({ difference, v }: { difference: number | null; v: number | null }): boolean =>
  Math.abs(difference ?? 0) >= least.difference && Math.abs(v ?? 0) >= least.v;

/** The same of a category that enough customers of the segment have, or would have with the share of all. */
export function categoryStands(report: ProfileReport, segment: SegmentProfile, at: number, category: number): boolean {
  const found = segment.traits[at];
  if (found?.kind !== "categories") return false;
  const expected = found.n * categoryShares(report, segment, at, category).overall;
  return (
    Math.abs((found.indices[category] ?? 100) - 100) > least.index &&
    Math.abs(found.v[category] ?? 0) >= least.v &&
    Math.max(expected, found.counts[category] ?? 0) >= least.customers
  );
}

/** What a figure of a segment comes to, for those who ask. */
export function figureFacts(words: Words, report: ProfileReport, segment: SegmentProfile, at: number): Fact[] {
  const info = report.traits[at];
  const found = segment.traits[at];
  if (info?.key.kind !== "figure" || info.spread.kind !== "figure" || found?.kind !== "figure") return [];
  const { facts, quartiles, deviations } = words.apart;
  const { f } = words;
  const all = info.spread.spread;
  const own = found.spread;
  const text = traitText(words, report, at);
  const three = ([low, median, high]: readonly [number, number, number]) =>
    quartiles(text(low), text(median), text(high));
  return [
    { term: facts.n, value: f.number(found.n) },
    ...(own === null
      ? []
      : [
          { term: facts.mean, value: text(own.mean) },
          { term: facts.quartiles, value: three(own.quartiles) },
        ]),
    { term: facts.meanOverall, value: text(all.mean) },
    { term: facts.quartilesOverall, value: three(all.quartiles) },
    ...(found.difference === null
      ? []
      : [{ term: facts.difference, value: deviations(signed(words, found.difference, 2)) }]),
    ...(found.v === null ? [] : [{ term: facts.v, value: signed(words, found.v, 1) }]),
  ];
}

/** Share of a category among those with a value: in the segment, null where nobody has one, and among all. */
export function categoryShares(
  report: ProfileReport,
  segment: SegmentProfile,
  at: number,
  category: number,
): { readonly share: number | null; readonly overall: number } {
  const info = report.traits[at];
  const found = segment.traits[at];
  if (info?.spread.kind !== "categories" || found?.kind !== "categories") return { share: null, overall: 0 };
  return {
    share: found.n === 0 ? null : (found.counts[category] ?? 0) / found.n,
    overall: info.n === 0 ? 0 : (info.spread.counts[category] ?? 0) / info.n,
  };
}

/** What a category of a segment comes to, for those who ask. */
export function categoryFacts(
  words: Words,
  report: ProfileReport,
  segment: SegmentProfile,
  at: number,
  category: number,
): Fact[] {
  const found = segment.traits[at];
  if (found?.kind !== "categories") return [];
  const { facts } = words.apart;
  const { f } = words;
  const { share, overall } = categoryShares(report, segment, at, category);
  const index = found.indices[category] ?? null;
  const v = found.v[category] ?? null;
  return [
    { term: facts.n, value: f.number(found.n) },
    { term: facts.count, value: f.number(found.counts[category] ?? 0) },
    ...(share === null ? [] : [{ term: facts.share, value: f.percent(share) }]),
    { term: facts.overall, value: f.percent(overall) },
    ...(index === null ? [] : [{ term: facts.index, value: f.number(index) }]),
    ...(v === null ? [] : [{ term: facts.v, value: signed(words, v, 1) }]),
  ];
}

/** With a plus or a true minus sign. */
export const signed = (words: Words, value: number, decimals: number): string => {
  const text = words.f.fixed(Math.abs(value), decimals);
  return `${value < 0 ? "−" : "+"}${text}`;
};
