import type {
  Choice,
  ClusterModel,
  ClusterParams,
  ClusterReport,
  FeatureInfo,
  FeaturesParams,
  PreparedReport,
  SweepReport,
} from "../engine/protocol";

/** What clustering came to. A result is null until its step has run, and again when a step before it changed. */
export interface Clustering {
  readonly catalog: readonly FeatureInfo[] | null;
  /** Settings of the sweep; null until the features are known. */
  readonly params: ClusterParams | null;
  readonly prepared: PreparedReport | null;
  readonly sweep: SweepReport | null;
  /** Whether the sweep that is shown was stopped or is still running. */
  readonly unfinished: boolean;
  readonly choice: Choice;
  readonly report: ClusterReport | null;
  readonly model: ClusterModel | null;
  /** Names the user gave; empty where there is none. */
  readonly names: readonly string[];
}

export const emptyClustering: Clustering = {
  catalog: null,
  params: null,
  prepared: null,
  sweep: null,
  unfinished: false,
  choice: { k: null, method: "k_means" },
  report: null,
  model: null,
  names: [],
};

export const defaultClusters = (features: FeaturesParams): ClusterParams => ({
  features,
  kMin: 2,
  kMax: 15,
  nInit: 10,
  effort: "default",
  seed: 0,
});

/** The customers changed: what was computed of them goes, what the user set stays as far as it still has its features. */
export const unclustered = (clustering: Clustering): Clustering => ({
  ...emptyClustering,
  params: clustering.params,
  choice: clustering.choice,
});

/** Settings whose features are all there; null without any. */
export function settingsFor(params: ClusterParams | null, catalog: readonly FeatureInfo[]): ClusterParams | null {
  if (params === null) return null;
  const known = new Set(catalog.map(({ key }) => JSON.stringify(key)));
  const all = params.features.features.every(({ key }) => known.has(JSON.stringify(key)));
  return all ? params : null;
}
