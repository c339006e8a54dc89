import type { CoverageReport, GridDimension } from "../engine/protocol";
import type { Words } from "../words";
import { divisionName, segmentName } from "./divisions";

/** A dimension of the cells with the names of its segments, in the user's language. */
export interface NamedDimension {
  readonly name: string;
  readonly segments: readonly string[];
}

/** A cell: where it stands in the report's lists, the segment of each dimension, and what it is called. */
export interface NamedCell {
  readonly index: number;
  readonly place: readonly number[];
  readonly name: string;
}

/** What a dimension is called. */
export function dimensionName(words: Words, dimension: GridDimension): string {
  switch (dimension.kind) {
    case "division":
      return divisionName(words, dimension.division);
    case "score":
      return words.coverage.score;
    case "contact":
      return dimension.name;
  }
}

/** What the segments of a dimension are called. */
export function segmentNames(words: Words, dimension: GridDimension, names: readonly string[]): readonly string[] {
  switch (dimension.kind) {
    case "division":
      return names.map((name, index) => segmentName(words, dimension.division, name, index));
    case "score":
      return names.map((name, index) => words.rfm.tiers.names[index] ?? name);
    case "contact":
      return names;
  }
}

/** What the tiers are called, from the highest down; none without tiers. */
export const tierNames = (words: Words, { params }: CoverageReport): readonly string[] =>
  params.tier === null
    ? []
    : segmentNames(
        words,
        params.tier,
        params.plan.map(({ tier }) => tier),
      );

/** What the owners are called, in the order of the report; none without owners. */
export const ownerNames = (words: Words, { params, owners }: CoverageReport): readonly string[] =>
  params.owner === null
    ? []
    : segmentNames(
        words,
        params.owner,
        owners.map(({ owner }) => owner),
      );

/** The dimensions of a report. */
export const dimensionsOf = (words: Words, { params, now }: CoverageReport): readonly NamedDimension[] =>
  (params.dimensions ?? []).map((dimension, at) => ({
    name: dimensionName(words, dimension),
    segments: segmentNames(words, dimension, now.names[at] ?? []),
  }));

/** The cells in the order of the report's lists, the last dimension running fastest. */
export function cellsOf(dimensions: readonly NamedDimension[]): readonly NamedCell[] {
  const places = dimensions.reduce<readonly (readonly number[])[]>(
    (before, { segments }) => before.flatMap((place) => segments.map((_, at) => [...place, at])),
    [[]],
  );
  return places.map((place, index) => ({
    index,
    place,
    name: place.map((at, dimension) => dimensions[dimension]?.segments[at] ?? "").join(" · "),
  }));
}
