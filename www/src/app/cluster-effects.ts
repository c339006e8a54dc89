import type { Choice, ClusterParams } from "../engine/protocol";
import { defaultClusters, namedModel, settingsFor } from "./clustering";
import type { Commands } from "./commands";
import type { Surroundings } from "./effects";
import type { Jobs } from "./jobs";
import { jsonBlob } from "./recipe";
import { canCluster, DESCRIBING } from "./steps";
import type { Store } from "./store";
import { clustersFile, modelFile } from "./takeaway";

type ClusterCommands = Pick<
  Commands,
  "sweep" | "cluster" | "assign" | "nameCluster" | "saveModel" | "exportClusters" | "compare" | "project"
>;

/** What clusters: the commands, and `ready`, which brings a first result where its screen is in sight. */
export function clusterCommands(
  store: Store,
  { perform }: Jobs,
  { engine: starting, save }: Pick<Surroundings, "engine" | "save">,
): { commands: ClusterCommands; ready: () => Promise<void> } {
  const listFeatures = () =>
    perform(
      (job) => ({ type: "listing_features", job }),
      async (engine) => {
        const catalog = await engine.features();
        const kept = settingsFor(store.state.clustering.params, catalog);
        return { catalog, params: kept ?? defaultClusters(await engine.defaultFeatures()) };
      },
      (job, { catalog, params }) => ({ type: "features_listed", job, catalog, params }),
    );

  const cluster = (choice: Choice) =>
    perform(
      (job) => ({ type: "clustering", job, choice }),
      async (engine) => ({ report: await engine.cluster(choice), model: await engine.clusterModel([]) }),
      (job, { report, model }) => ({ type: "clustered", job, choice, report, model }),
    );

  async function sweep(params: ClusterParams): Promise<void> {
    const done = await perform(
      (job) => ({ type: "sweeping", job, params }),
      (engine, _, job) => engine.sweep(params, (told) => store.dispatch({ type: "swept_so_far", job, told })),
      (job, result) => ({ type: "swept", job, result }),
    );
    if (!done) return;
    const { choice, sweep } = store.state.clustering;
    const isThere = sweep?.rows.some(({ k }) => k === choice.k) ?? false;
    await cluster(isThere ? choice : { ...choice, k: null });
  }

  async function assign(): Promise<void> {
    const { brought } = store.state.clustering;
    if (brought === null || !canCluster(store.state)) return;
    if (store.state.clustering.catalog === null && !(await listFeatures())) return;
    await perform(
      (job) => ({ type: "assigning", job }),
      (engine) => engine.assign(brought.model),
      (job, report) => ({ type: "assigned", job, report }),
    );
  }

  /** Clusters by the settings there are, or by a first guess. */
  async function make(): Promise<void> {
    const { clustering } = store.state;
    // Who brings a model without settings wants its clusters.
    const wantsModel = clustering.assigned || (clustering.brought !== null && clustering.params === null);
    if (!(await listFeatures())) return;
    const { params } = store.state.clustering;
    if (wantsModel) await assign();
    else if (params !== null) await sweep(params);
  }

  return {
    commands: {
      assign() {
        if (store.state.clustering.brought === null || !canCluster(store.state)) return;
        store.dispatch({ type: "went", view: "clusters" });
        void assign();
      },
      sweep: (params) => void sweep(params),
      cluster: (choice) => void cluster(choice),
      nameCluster: (index, name) => store.dispatch({ type: "cluster_named", index, name }),
      saveModel() {
        const { clustering, lang, file } = store.state;
        const model = namedModel(clustering);
        if (model !== null) save(jsonBlob(model), modelFile(lang, file?.name ?? ""));
      },
      exportClusters() {
        const { clustering, lang, file } = store.state;
        if (clustering.report === null) return;
        const { words, name } = clustersFile(lang, file?.name ?? "", clustering.report, clustering.names);
        void perform(
          (job) => ({ type: "exporting", job }),
          async (engine) => save(await engine.exportClusters(words), name),
          (job) => ({ type: "exported", job, name }),
        );
      },
      compare: async (names) => (await starting).compare(names),
      project: async (features, most) => (await starting).projection(features, most),
    },
    async ready() {
      const { view, clustering, busy } = store.state;
      if (!canCluster(store.state) || busy !== null || clustering.report !== null) return;
      // Clusters of settings that were kept belong to every screen that describes, whether their own was seen or not.
      const isWanted = view === "clusters" || (clustering.kept !== null && DESCRIBING.includes(view));
      if (!isWanted) return;
      if (clustering.catalog === null) await make();
      // It was being taken when something else was asked for.
      else if (clustering.sweep !== null && !clustering.unfinished) await cluster(clustering.choice);
    },
  };
}
