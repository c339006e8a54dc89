import { describe, expect, it } from "vitest";
import type { Recipe } from "../engine/protocol";
import { emptyClustering, namedModel, settingsFor } from "./clustering";
import { fakeEngine, page } from "./page.fixture";
import { recipeOf } from "./recipe";
import { reduce } from "./reduce";
import { catalog, clusterParams, clusters, model, params, prepared, scored, sweep } from "./samples.fixture";
import { defaultCustomers, type State } from "./state";

const clustered: State = {
  ...scored,
  view: "clusters",
  clustering: { ...emptyClustering, catalog, params: clusterParams, prepared, sweep, report: clusters, model },
};

describe("clusters", () => {
  it("go when the customers change, and their settings stay", () => {
    for (const action of [
      { type: "folding", job: 5, params: defaultCustomers },
      { type: "reading", job: 5, params },
    ] as const) {
      const { clustering } = reduce(clustered, action);
      expect(clustering).toEqual({ ...emptyClustering, params: clusterParams });
    }
  });

  it("stay when customers are only scored anew", () => {
    const { clustering } = reduce(clustered, { type: "scoring", job: 5, params: scored.rfmParams });
    expect(clustering).toBe(clustered.clustering);
  });

  it("keep their names until other clusters are taken", () => {
    let state: State = { ...clustered, clustering: { ...clustered.clustering, names: ["", ""] } };
    state = reduce(state, { type: "cluster_named", index: 1, name: "Loyal" });
    expect(namedModel(state.clustering)?.names).toEqual(["", "Loyal"]);
    const choice = { ...state.clustering.choice, k: 3 };
    state = reduce(state, { type: "clustering", job: 5, choice });
    state = reduce(state, { type: "clustered", job: 5, choice, report: clusters, model });
    expect(state.clustering.names).toEqual(["", ""]);
  });

  it("stay as they are, with their names, when another choice fails", () => {
    const named: State = { ...clustered, clustering: { ...clustered.clustering, names: ["Loyal", ""] } };
    let state = reduce(named, { type: "clustering", job: 5, choice: { k: 3, method: "gaussian_mixture" } });
    // A row of the old table can still be named.
    state = reduce(state, { type: "cluster_named", index: 1, name: "New" });
    state = reduce(state, { type: "failed", job: 5, error: { code: "mixture_failed", clusters: 3 } });
    expect(state.clustering).toEqual({ ...named.clustering, names: ["Loyal", "New"] });
  });

  it("are not shown any more when others were being taken as something else began", async () => {
    const state = reduce(clustered, { type: "clustering", job: 5, choice: { k: 3, method: "k_means" } });
    const scoring = reduce(state, { type: "scoring", job: 6, params: scored.rfmParams });
    expect(scoring.clustering).toMatchObject({ report: null, model: null, sweep });
    expect(reduce(state, { type: "clustering", job: 6, choice: { k: 4, method: "k_means" } }).clustering.report).toBe(
      clusters,
    );
    // Coming back to their screen brings them again.
    const { engine, asked } = fakeEngine();
    const { store, commands, idle } = page(engine, {}, { ...scoring, view: "rfm", busy: null });
    commands.go("clusters");
    await idle();
    expect(asked).toEqual(["cluster null"]);
    expect(store.state.clustering.report).toBe(clusters);
  });

  it("get the names of a model that is the very same", () => {
    const named = (brought: typeof model) => {
      const clustering = { ...clustered.clustering, brought: { from: "march.csv", model: brought } };
      const state = { ...clustered, clustering, job: 5 };
      const { choice } = clustering;
      return reduce(state, { type: "clustered", job: 5, choice, report: clusters, model }).clustering.names;
    };
    expect(named({ ...model, names: ["a", "b"] })).toEqual(["a", "b"]);
    expect(named({ ...model, centroids: [[1], [0.5]], names: ["a", "b"] })).toEqual(["", ""]);
  });

  it("stop as unfinished when the sweep is stopped", () => {
    let state = reduce(clustered, { type: "sweeping", job: 5, params: clusterParams });
    expect(state.clustering).toMatchObject({ report: null, sweep: null, unfinished: true });
    state = reduce(state, { type: "swept_so_far", job: 5, told: { done: 1, units: 9, prepared, report: sweep } });
    state = reduce(state, { type: "swept_so_far", job: 5, told: { done: 2, units: 9, prepared, report: null } });
    expect(state.busy).toMatchObject({ task: "sweep", done: 2, total: 9 });
    state = reduce(state, { type: "failed", job: 5, error: { code: "cancelled" } });
    expect(state.clustering).toMatchObject({ sweep, unfinished: true });
    const late = { done: 3, units: 9, prepared, report: null };
    expect(reduce(state, { type: "swept_so_far", job: 5, told: late })).toBe(state);
  });

  it("are not offered by a model that is none", () => {
    const brought = { from: "broken.json", model };
    let state = reduce(clustered, { type: "model_brought", brought });
    state = reduce(state, { type: "assigning", job: 5 });
    state = reduce(state, { type: "failed", job: 5, error: { code: "bad_model", found: "names" } });
    expect(state.clustering).toMatchObject({ brought: null, report: clusters });
  });

  it("are not said to be stopped when they were refused", () => {
    let state = reduce(clustered, { type: "sweeping", job: 5, params: clusterParams });
    state = reduce(state, { type: "failed", job: 5, error: { code: "no_features" } });
    expect(state.clustering).toMatchObject({ report: null, unfinished: false, params: clusterParams });
  });
});

describe("settings of clusters", () => {
  it("hold as long as all their features are there", () => {
    expect(settingsFor(clusterParams, catalog)).toBe(clusterParams);
    expect(settingsFor(clusterParams, catalog.slice(1))).toBeNull();
  });

  it("go with the settings of all steps, once there are clusters", () => {
    expect(recipeOf(clustered)?.clusters).toEqual({
      params: clusterParams,
      choice: { k: null, method: "k_means" },
      model,
      assigned: false,
    });
    expect(recipeOf(scored)?.clusters).toBeNull();
  });
});

describe("clusters of settings that were kept", () => {
  const named = { ...model, names: ["", "Loyal"] };
  const kept = { params: clusterParams, choice: { k: 3, method: "k_means" as const }, model: named, assigned: false };
  const recipe = { ...(recipeOf(scored) as Recipe), clusters: kept, division: { kind: "clusters" as const } };
  const settings = new File([JSON.stringify(recipe)], "settings.json");

  it("are kept on where their screen was never seen", async () => {
    const { engine, asked } = fakeEngine();
    const { commands, until } = page(engine);
    commands.open([settings, new File(["x"], "orders.csv")]);
    await until((state) => state.head !== null && state.busy === null);
    commands.read();
    const state = await until((state) => state.rfm !== null && state.busy === null);
    expect(asked).not.toContain("sweep");
    expect(recipeOf(state)?.clusters).toEqual(kept);
    expect(recipeOf(state)?.division).toEqual({ kind: "clusters" });
  });

  it("are made where they are to be described", async () => {
    const { engine, asked } = fakeEngine({ divisions: async () => [{ kind: "rfm" }, { kind: "clusters" }] });
    const { commands, until } = page(engine);
    commands.open([settings, new File(["x"], "orders.csv")]);
    await until((state) => state.head !== null && state.busy === null);
    commands.read();
    await until((state) => state.rfm !== null && state.busy === null);
    commands.go("personas");
    const state = await until((state) => state.insight.personas !== null && state.busy === null);
    expect(asked.slice(asked.indexOf("features"))).toEqual([
      "features",
      "sweep",
      "cluster 3",
      "lifecycle",
      "profile clusters",
    ]);
    expect(state).toMatchObject({ view: "personas", insight: { division: { kind: "clusters" } } });
    expect(recipeOf(state)?.clusters).toEqual(kept);
  });

  it("outlive a sweep that was stopped", () => {
    let state: State = { ...scored, clustering: { ...emptyClustering, params: clusterParams, kept } };
    state = reduce(state, { type: "sweeping", job: 5, params: clusterParams });
    state = reduce(state, { type: "failed", job: 5, error: { code: "cancelled" } });
    expect(recipeOf(state)?.clusters).toEqual(kept);
    const others = { ...clusterParams, seed: 1 };
    expect(recipeOf(reduce(state, { type: "sweeping", job: 6, params: others }))?.clusters).toBeNull();
  });
});

describe("the screen of clusters", () => {
  it("brings a first result when it is first seen, and only then", async () => {
    const { engine, asked } = fakeEngine();
    const { commands, idle, until } = page(engine);
    commands.open([new File(["x"], "orders.csv")]);
    await until((state) => state.head !== null && state.busy === null);
    commands.read();
    await until((state) => state.rfm !== null && state.busy === null);
    expect(asked).not.toContain("features");
    commands.go("clusters");
    const state = await until((state) => state.clustering.report !== null);
    expect(asked.slice(-3)).toEqual(["features", "sweep", "cluster null"]);
    expect(state.clustering.params).toEqual(clusterParams);
    commands.go("rfm");
    commands.go("clusters");
    await idle();
    expect(asked.filter((one) => one === "sweep")).toHaveLength(1);
  });

  it("takes the number the user chose as long as it was tried", async () => {
    const { engine, asked } = fakeEngine();
    const { commands, until } = page(engine);
    const k = (k: number | null) => ({ k, method: "k_means" }) as const;
    commands.cluster(k(3));
    await until((state) => state.clustering.report !== null);
    commands.sweep(clusterParams);
    await until((state) => state.clustering.report !== null);
    commands.cluster(k(7));
    await until((state) => state.clustering.choice.k === 7 && state.busy === null);
    commands.sweep(clusterParams);
    await until((state) => state.clustering.report !== null);
    expect(asked).toEqual(["cluster 3", "sweep", "cluster 3", "cluster 7", "sweep", "cluster null"]);
  });
});
