import type { Drawer } from "../../charts";
import type { Words } from "../../words";
import type { Lang, State } from "../state";

/** What a report is made of. */
export interface Study {
  readonly state: State;
  readonly lang: Lang;
  readonly words: Words;
  /** A chart as the text of an SVG, under a name that no other on the page has. */
  readonly draw: Drawer;
}

/** The parts a report can have, in their order. */
export const PARTS = [
  "data",
  "customers",
  "rfm",
  "lifecycle",
  "clusters",
  "profiles",
  "personas",
  "coverage",
  "method",
] as const;
export type ReportPart = (typeof PARTS)[number];

/** Whether there is something to say in a part. */
export function isReady(
  { read, overview, rfm, lifecycle, clustering, insight, coverage }: State,
  part: ReportPart,
): boolean {
  switch (part) {
    case "data":
    case "method":
      return read !== null;
    case "customers":
      return overview !== null;
    case "rfm":
      return rfm !== null;
    case "lifecycle":
      return lifecycle.report !== null;
    case "clusters":
      return clustering.report !== null;
    case "profiles":
      return insight.profile !== null;
    case "coverage":
      return coverage.report !== null;
    case "personas":
      return insight.profile !== null && insight.personas !== null;
  }
}
