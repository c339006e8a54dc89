import type { Engine, JoinReport, Opened } from "../engine/protocol";
import { coverage, reallocation } from "./coverage.fixture";
import { createCommands, type Surroundings } from "./effects";
import {
  catalog,
  clusterParams,
  clusters,
  companion,
  comparison,
  head,
  lesson,
  lifecycle,
  model,
  movement,
  ordersAndCustomers,
  overview,
  personas,
  prepared,
  profile,
  projection,
  report,
  rfm,
  sweep,
} from "./samples.fixture";
import { emptyState, type State } from "./state";
import { createStore } from "./store";

/** A page without a screen: its store and commands around an engine that answers at once. */

const names = (files: readonly File[]) => files.map(({ name }) => name).join(" ");

/** Files taken for one table of orders. */
export const asOrders = (files: readonly File[]): Opened => ({
  tables: [{ files: files.map(({ name, size }) => ({ name, size })), head }],
  refused: [],
});

/** An engine that answers at once and notes what it was asked for. */
export function fakeEngine(answers: Partial<Engine> = {}) {
  const asked: string[] = [];
  const engine: Engine = {
    open: async (files) => {
      asked.push(`open ${names(files)}`);
      return asOrders(files);
    },
    openSample: async (files) => {
      asked.push(`openSample ${names(files)}`);
      return asOrders(files);
    },
    recall: async (_, recipe) => {
      asked.push(`recall ${recipe.file}`);
      return { import: recipe.import, complete: true, differences: [] };
    },
    add: async (files) => {
      asked.push(`add ${names(files)}`);
      return ordersAndCustomers;
    },
    look: async (table, params) => {
      asked.push(`look ${table}`);
      return { files: ordersAndCustomers.tables[table]?.files ?? [], head: { ...head, params } };
    },
    read: async (table, params) => {
      asked.push(`read ${table} ${params.dateOrder}`);
      return { report, params, again: false };
    },
    readOther: async (table, params) => {
      asked.push(`readOther ${table}`);
      return { report, params, again: false };
    },
    join: async (table) => {
      asked.push(`join ${table}`);
      return companion.join as JoinReport;
    },
    cancel: () => void asked.push("cancel"),
    fold: async () => {
      asked.push("fold");
      return overview;
    },
    score: async () => {
      asked.push("score");
      return rfm;
    },
    features: async () => {
      asked.push("features");
      return catalog;
    },
    defaultFeatures: async () => clusterParams.features,
    sweep: async () => {
      asked.push("sweep");
      return { prepared, report: sweep };
    },
    cluster: async ({ k }) => {
      asked.push(`cluster ${k}`);
      return clusters;
    },
    projection: async () => projection,
    compare: async () => comparison,
    assign: async (model) => {
      asked.push(`assign ${model.centroids.length}`);
      return clusters;
    },
    clusterModel: async () => model,
    exportClusters: async (words) => new Blob([words.names.join()]),
    lesson: async () => lesson,
    lifecycle: async () => {
      asked.push("lifecycle");
      return lifecycle;
    },
    movement: async () => movement,
    divisions: async () => [{ kind: "rfm" }, { kind: "lifecycle" }],
    profile: async (division) => {
      asked.push(`profile ${division.kind}`);
      return { ...profile, division };
    },
    personas: async () => personas,
    coverage: async () => {
      asked.push("coverage");
      return coverage;
    },
    findCalls: async () => new Uint32Array(),
    callRows: async () => [],
    exportCalls: async (words) => new Blob([words.columns.join()]),
    reallocate: async () => {
      asked.push("reallocate");
      return reallocation;
    },
    labels: async () => ({ names: ["champions", "lost"], labels: Uint16Array.of(0, 2) }),
    facts: async () => ({ ids: [], value: new Float64Array(), figures: [], texts: [] }),
    find: async () => new Uint32Array(),
    rows: async () => [],
    exportCustomers: async (words) => new Blob([words.segments.join()]),
    exportRows: async () => new Blob(),
    exportUnmatched: async (_, side) => new Blob([side]),
    ...answers,
  };
  return { engine, asked };
}

export function page(
  engine: Engine,
  around: Partial<Surroundings> = {},
  state: State = emptyState("en", "light", "data"),
) {
  const store = createStore(state);
  const reached: string[] = [];
  const commands = createCommands(store, {
    engine: Promise.resolve(engine),
    fetchLateParts: async () => void reached.push("late parts"),
    fetchSample: async (id) => [new File(["x"], `${id}.csv`)],
    save: (_, name) => void reached.push(`save ${name}`),
    drawer: async () => (name) => `<svg id="${name}"></svg>`,
    shelf: { list: async () => [], keep: async () => {}, take: async () => Promise.reject(), erase: async () => {} },
    reload: (link) => void reached.push(`reload ${link.sample}`),
    ...around,
  });
  const until = (reachedState: (state: State) => boolean) =>
    new Promise<State>((resolve) => {
      const look = (state: State) => reachedState(state) && resolve(state);
      store.subscribe(look);
      look(store.state);
    });
  const idle = () => until((state) => state.busy === null);
  return { store, commands, reached, until, idle };
}

/** Lets everything run that can run. */
export const settle = () => new Promise((resolve) => setTimeout(resolve));
