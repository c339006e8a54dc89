import type {
  Choice,
  ClusterModel,
  ClusterParams,
  ClusterReport,
  FeatureInfo,
  FeaturesParams,
  PreparedReport,
  Recipe,
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
  /** What the user wants of a sweep; without a number the one suggested. */
  readonly choice: Choice;
  readonly report: ClusterReport | null;
  readonly model: ClusterModel | null;
  /** Names the user gave; empty where there is none. */
  readonly names: readonly string[];
  /** A model of other customers, from settings or a file of its own. */
  readonly brought: BroughtModel | null;
  /** Whether the customers are assigned to the clusters of that model, instead of making their own. */
  readonly assigned: boolean;
  /** Clusters as settings that were kept have them, until they are made again here. */
  readonly kept: Recipe["clusters"];
}

/** A model that these customers can be assigned by. */
export interface BroughtModel {
  /** The file it comes from. */
  readonly from: string;
  readonly model: ClusterModel;
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
  brought: null,
  assigned: false,
  kept: null,
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
  brought: clustering.brought,
  assigned: clustering.assigned,
  kept: clustering.kept,
});

/** Names for a clustering: those given so far where they fit, or those of a model that is the very same. */
export function namesFor(
  { names, brought }: Clustering,
  report: ClusterReport,
  model: ClusterModel,
): readonly string[] {
  const k = report.clusters.length;
  if (names.length === k) return names;
  return isBrought(brought, model) && brought?.model.names.length === k
    ? brought.model.names
    : report.clusters.map(() => "");
}

/** Whether a model that was brought is the very same but for its names. */
export const isBrought = (brought: BroughtModel | null, model: ClusterModel | null): boolean =>
  brought !== null && model !== null && nameless(brought.model) === nameless(model);

const nameless = (model: ClusterModel): string => JSON.stringify({ ...model, names: [] });

/** Settings whose features are all there; null without any. */
export function settingsFor(params: ClusterParams | null, catalog: readonly FeatureInfo[]): ClusterParams | null {
  if (params === null) return null;
  const known = new Set(catalog.map(({ key }) => JSON.stringify(key)));
  const all = params.features.features.every(({ key }) => known.has(JSON.stringify(key)));
  return all ? params : null;
}

/** The model with the names the user gave. */
export const namedModel = ({ model, names }: Pick<Clustering, "model" | "names">): ClusterModel | null =>
  model === null ? null : { ...model, names: [...names] };
