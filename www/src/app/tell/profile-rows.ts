import type { ProfileReport, SegmentProfile, TraitInfo } from "../../engine/protocol";
import type { Words } from "../../words";
import type { CsvCell } from "../csv";
import { segmentName } from "../divisions";
import { categoryName, traitName } from "../traits";
import { categoryShares, categoryStands, figureStands } from "./differences";

/** The whole profile, a row per segment and figure or category; the first row names the columns. */
export function profileRows(words: Words, report: ProfileReport): readonly (readonly CsvCell[])[] {
  return [
    words.profiles.file.columns,
    ...report.segments.flatMap((segment) => {
      const of = [
        segmentName(words, report.division, segment.name, segment.segment),
        segment.customers,
        segment.share,
        segment.value,
        segment.valueShare,
      ];
      return report.traits.flatMap((info, at) =>
        traitRows(words, report, segment, info, at).map((row) => [...of, ...row]),
      );
    }),
  ];
}

function traitRows(
  words: Words,
  report: ProfileReport,
  segment: SegmentProfile,
  { key, group, spread }: TraitInfo,
  at: number,
): readonly (readonly CsvCell[])[] {
  const { yes, no } = words.profiles.file;
  const names = [words.traits.groups[group], traitName(words, key)];
  const found = segment.traits[at];
  if (spread.kind === "figure" && found?.kind === "figure") {
    const [low, median, high] = found.spread?.quartiles ?? [null, null, null];
    const stands = figureStands(found) ? yes : no;
    const mean = found.spread?.mean ?? null;
    return [
      [...names, null, found.n, mean, spread.spread.mean, low, median, high, found.difference, null, found.v, stands],
    ];
  }
  if (spread.kind !== "categories" || found?.kind !== "categories") return [];
  return spread.values.map((value, category) => {
    const { share, overall } = categoryShares(report, segment, at, category);
    const [index, v] = [found.indices[category] ?? null, found.v[category] ?? null];
    const stands = categoryStands(report, segment, at, category) ? yes : no;
    const name = categoryName(words, key, value);
    return [...names, name, found.n, share, overall, null, null, null, null, index, v, stands];
  });
}
