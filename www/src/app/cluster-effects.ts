import type { Choice, ClusterParams, Engine } from "../engine/protocol";
import { defaultClusters, settingsFor } from "./clustering";
import type { Commands } from "./commands";
import type { Jobs } from "./jobs";
import { canCluster } from "./steps";
import type { Store } from "./store";

type ClusterCommands = Pick<Commands, "sweep" | "cluster" | "nameCluster" | "project">;

/** What clusters: the commands, and `ready`, which brings a first result where its screen is in sight. */
export function clusterCommands(
  store: Store,
  { perform }: Jobs,
  starting: Promise<Engine>,
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
      (job, { report, model }) => ({ type: "clustered", job, report, model }),
    );

  async function sweep(params: ClusterParams): Promise<void> {
    const { choice } = store.state.clustering;
    const done = await perform(
      (job) => ({ type: "sweeping", job, params }),
      (engine, _, job) => engine.sweep(params, (told) => store.dispatch({ type: "swept_so_far", job, told })),
      (job, result) => ({ type: "swept", job, result }),
    );
    if (done) await cluster({ ...choice, k: null });
  }

  return {
    commands: {
      sweep: (params) => void sweep(params),
      cluster: (choice) => void cluster(choice),
      nameCluster: (index, name) => store.dispatch({ type: "cluster_named", index, name }),
      project: async (features, most) => (await starting).projection(features, most),
    },
    async ready() {
      const { view, clustering, busy } = store.state;
      if (view !== "clusters" || !canCluster(store.state) || busy !== null || clustering.catalog !== null) return;
      const { params } = (await listFeatures()) ? store.state.clustering : { params: null };
      if (params !== null) await sweep(params);
    },
  };
}
