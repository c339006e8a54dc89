import type { Division, Stage } from "../engine/protocol";
import type { Words } from "../words";

/** What a way to divide customers is called. */
export const divisionName = (words: Words, division: Division): string =>
  division.kind === "attribute" ? division.name : words.terms.divisions[division.kind];

/** What a segment is called. `name` is its name in the engine's records, `index` its place among the division's segments. */
export function segmentName(words: Words, division: Division, name: string, index: number): string {
  switch (division.kind) {
    case "rfm":
      return words.rfm.segmentName(name);
    case "tiers":
      return words.rfm.tiers.names[index] ?? name;
    case "clusters":
      return name || words.clustering.cluster(index);
    case "lifecycle":
      return isStage(words, name) ? words.terms.stages[name] : name;
    case "attribute":
      return name;
  }
}

/** What the customers are called whom a division leaves out. */
export const unassignedName = (words: Words, division: Division): string => words.terms.unassigned[division.kind];

const isStage = (words: Words, name: string): name is Stage => Object.hasOwn(words.terms.stages, name);
