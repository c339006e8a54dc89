import type { FeatureInfo, FeatureKey, LessonData, LessonParams, Measure } from "../engine/protocol";

/** What the user set for the lesson. */
export type LessonSettings = Omit<LessonParams, "data" | "measure"> & {
  /** Null: as the data asks for. */
  readonly measure: Measure | null;
  /** Null: the customers that are open, or else the first sample. */
  readonly data: LessonData | null;
};

export const defaultLesson: LessonSettings = {
  data: null,
  k: null,
  measure: null,
  outlier: false,
  start: { kind: "random" },
  // One that takes a while and ends well on the first sample.
  seed: 1,
};

export const sameKey = (one: FeatureKey, other: FeatureKey): boolean => JSON.stringify(one) === JSON.stringify(other);

const has = (catalog: readonly FeatureInfo[], key: FeatureKey) => catalog.some((info) => sameKey(info.key, key));

/** R and M where they are there, else the first two features; null with fewer. */
export function usualFeatures(catalog: readonly FeatureInfo[]): LessonData | null {
  const [first, second] = catalog;
  if (first === undefined || second === undefined) return null;
  const [x, y]: FeatureKey[] = [{ kind: "recency" }, { kind: "monetary" }];
  return x !== undefined && y !== undefined && has(catalog, x) && has(catalog, y)
    ? { kind: "features", x, y }
    : { kind: "features", x: first.key, y: second.key };
}

/** Of most features of customers a few large figures would leave all others in a corner. */
export const usualMeasure = (data: LessonData): Measure => (data.kind === "features" ? "log" : "standard");

/** The lesson that is asked for; features that the customers lack give way to those they have, or to a sample. */
export function lessonParams(settings: LessonSettings, catalog: readonly FeatureInfo[]): LessonParams {
  const { data } = settings;
  const kept =
    data !== null && (data.kind === "sample" || (has(catalog, data.x) && has(catalog, data.y))) ? data : null;
  const used: LessonData = kept ?? usualFeatures(catalog) ?? { kind: "sample", sample: "blobs" };
  return { ...settings, data: used, measure: settings.measure ?? usualMeasure(used) };
}

/** Settings changed; a start that was put by hand belongs to its data and its number of clusters. */
export function withLesson(settings: LessonSettings, patch: Partial<LessonSettings>): LessonSettings {
  const moved = (patch.data !== undefined || patch.k !== undefined) && patch.start === undefined;
  const given = settings.start.kind === "given";
  return {
    ...settings,
    // As many clusters as the data suggests, until the user says otherwise again; no logarithm of samples.
    ...(patch.data === undefined ? {} : { k: null, ...(settings.measure === "log" ? { measure: null } : {}) }),
    ...(moved && given ? { start: defaultLesson.start } : {}),
    ...patch,
  };
}
