import type {
  Choice,
  ClusterModel,
  ClusterParams,
  ClusterReport,
  CoverageParams,
  CoverageReport,
  CustomerQuery,
  CustomersParams,
  Division,
  FeatureInfo,
  FileKind,
  ImportParams,
  JoinReport,
  LifecycleParams,
  LifecycleReport,
  Opened,
  Overview,
  Persona,
  PersonaEdits,
  ProfileReport,
  Progress,
  ReadResult,
  Reallocation,
  ReallocationParams,
  Recipe,
  RfmParams,
  RfmReport,
  SheetProgress,
  Sweeping,
  SweepResult,
  Table,
} from "../engine/protocol";
import { type BroughtModel, type Clustering, emptyClustering, namesFor, unclustered } from "./clustering";
import { type CoveragePart, emptyCoverage, uncovered } from "./coverage";
import { emptyInsight, undescribed, withEdits } from "./insight";
import { type LessonSettings, withLesson } from "./lesson";
import { emptyLifecycle } from "./lifecycle";
import type { Project } from "./projects";
import type { Brought } from "./recipe";
import {
  type Busy,
  defaultCustomers,
  defaultQuery,
  defaultRfm,
  type Lang,
  type OpenFile,
  type PageError,
  type SampleId,
  type State,
  type Task,
  type Theme,
  type View,
} from "./state";
import { openedAs, unread, withAdded, withCompanion, withMain, withoutRows } from "./tables";

/** What can happen. A job is begun under a new number; what it brings carries the number. */
export type Action =
  | { type: "fetching"; job: number }
  | { type: "fetched"; job: number }
  | { type: "opening"; job: number; file: OpenFile }
  | { type: "looking"; job: number; params: ImportParams }
  | { type: "unpacking"; job: number; progress: SheetProgress }
  | { type: "opened"; job: number; opened: Opened; main: number; brought: Brought | null }
  | { type: "adding"; job: number }
  | { type: "added"; job: number; opened: Opened }
  | { type: "looked"; job: number; table: Table }
  | { type: "looking_at"; job: number; table: number; params: ImportParams }
  | { type: "looked_at"; job: number; table: number; looked: Table }
  | { type: "reading"; job: number; params: ImportParams }
  | { type: "was_read"; job: number; result: ReadResult }
  | { type: "folding"; job: number; params: CustomersParams }
  | { type: "folded"; job: number; overview: Overview }
  | { type: "scoring"; job: number; params: RfmParams }
  | { type: "scored"; job: number; report: RfmReport }
  | { type: "reading_other"; job: number; table: number }
  | { type: "other_read"; job: number; table: number; result: ReadResult }
  | { type: "joining"; job: number }
  | { type: "joined"; job: number; table: number; join: JoinReport }
  | { type: "listing_features"; job: number }
  | { type: "features_listed"; job: number; catalog: readonly FeatureInfo[]; params: ClusterParams }
  | { type: "sweeping"; job: number; params: ClusterParams }
  | { type: "swept_so_far"; job: number; told: Sweeping }
  | { type: "swept"; job: number; result: SweepResult }
  | { type: "clustering"; job: number; choice: Choice }
  | { type: "clustered"; job: number; choice: Choice; report: ClusterReport; model: ClusterModel }
  | { type: "assigning"; job: number }
  | { type: "assigned"; job: number; report: ClusterReport }
  | { type: "telling_lifecycle"; job: number; params: LifecycleParams }
  | { type: "lifecycle_told"; job: number; report: LifecycleReport }
  | { type: "profiling"; job: number; division: Division }
  | {
      type: "profiled";
      job: number;
      divisions: readonly Division[];
      profile: ProfileReport;
      personas: readonly Persona[];
    }
  | { type: "covering"; job: number; params: CoverageParams }
  | { type: "covered"; job: number; report: CoverageReport }
  | { type: "reallocating"; job: number; params: ReallocationParams }
  | { type: "reallocated"; job: number; reallocation: Reallocation }
  | { type: "coverage_part"; part: CoveragePart }
  | { type: "keeping"; job: number }
  | { type: "kept"; job: number; projects: readonly Project[] }
  | { type: "projects_listed"; projects: readonly Project[] }
  | { type: "exporting"; job: number }
  | { type: "exported"; job: number; name: string }
  | { type: "saved"; name: string }
  | { type: "progress"; job: number; progress: Progress }
  | { type: "failed"; job: number; error: PageError }
  | { type: "recipe_chosen"; recipe: Recipe }
  | { type: "refused"; error: PageError }
  | { type: "took_for"; table: number; kind: FileKind }
  | { type: "put_first"; table: number }
  | { type: "dropped"; names: readonly string[] | null }
  | { type: "dismissed" }
  | { type: "queried"; patch: Partial<CustomerQuery> }
  | { type: "model_brought"; brought: BroughtModel }
  | { type: "cluster_named"; index: number; name: string }
  | { type: "persona_edited"; edits: PersonaEdits }
  | { type: "lesson_set"; patch: Partial<LessonSettings> }
  | { type: "went"; view: View }
  | { type: "spoke"; lang: Lang }
  | { type: "lit"; theme: Theme }
  | { type: "requests"; count: number }
  | { type: "reload_asked"; sample: SampleId | null };

const begin = (task: Task, total = 0): Busy => ({ task, done: 0, total, rows: 0, setAside: 0, again: false });

const withoutScores = { rfm: null } as const;

/** What was computed of customers who change; what the user set stays. */
const anew = (state: State) =>
  ({
    clustering: unclustered(state.clustering),
    lifecycle: { ...state.lifecycle, report: null },
    insight: undescribed(state.insight),
    coverage: uncovered(state.coverage),
  }) as const;

const withoutCustomers = (state: State) => ({ overview: null, ...withoutScores, ...anew(state) }) as const;

/** Positions in the query speak of one scoring's segments, scores and tiers; search and order outlive it. */
const withoutFilters = (query: CustomerQuery): CustomerQuery => ({
  ...query,
  segment: null,
  r: null,
  f: null,
  tier: null,
});

const withSettings = (state: State, brought: Brought) => ({
  brought,
  recipe: null,
  customersParams: brought.recipe.customers,
  rfmParams: brought.recipe.rfm,
  clustering: recalled(state.clustering, brought.recipe),
  lifecycle: { params: brought.recipe.lifecycle, report: null },
  insight: { ...emptyInsight, division: brought.recipe.division, edits: brought.recipe.personas },
  coverage: { ...emptyCoverage, params: brought.recipe.coverage, reallocationParams: brought.recipe.reallocation },
});

/** Clustering as settings that were kept have it; it runs when it is wanted. */
const recalled = (before: Clustering, { clusters, file }: Recipe): Clustering =>
  clusters === null
    ? before
    : {
        ...emptyClustering,
        params: clusters.params,
        choice: clusters.choice,
        brought: { from: file, model: clusters.model },
        assigned: clusters.assigned ?? false,
        kept: clusters,
      };

/** Clustering without a result that the engine may have replaced: one was being taken, and its answer will not be heard. */
function inStep({ busy, clustering }: State, { type }: Action): Clustering {
  const isOvertaken = busy?.task === "cluster" && type !== "clustering" && type !== "assigning";
  return isOvertaken ? { ...clustering, report: null, model: null } : clustering;
}

/** A job starts: it discards what lies downstream of it and nothing else. Its own result stays in sight until the new one is there. */
function start(state: State, action: Action & { job: number }): State | null {
  const begun = { ...state, clustering: inStep(state, action), job: action.job, error: null, saved: null };
  switch (action.type) {
    case "fetching":
      return { ...begun, busy: begin("sample") };
    case "opening":
      return {
        ...begun,
        ...withoutRows(state),
        file: action.file,
        table: 0,
        files: [],
        companions: [],
        refused: [],
        kind: null,
        head: null,
        importParams: null,
        brought: null,
        customersParams: defaultCustomers,
        rfmParams: defaultRfm,
        // A model that came with the file, or before it, is for this one.
        clustering: { ...emptyClustering, brought: state.clustering.brought },
        lifecycle: emptyLifecycle,
        insight: emptyInsight,
        coverage: emptyCoverage,
        query: defaultQuery,
        busy: begin("head"),
      };
    case "adding":
      return { ...begun, busy: begin("head") };
    case "looking":
      return { ...begun, importParams: action.params, ...withoutRows(state), busy: begin("head") };
    case "looking_at":
      return {
        ...withCompanion(begun, action.table, { params: action.params, read: null, join: null }),
        busy: begin("head"),
      };
    case "reading":
      return {
        ...begun,
        importParams: action.params,
        ...withoutRows(state),
        busy: begin("read", state.file?.size ?? 0),
      };
    case "folding":
      return {
        ...begun,
        customersParams: action.params,
        ...withoutScores,
        ...anew(state),
        busy: begin("customers"),
      };
    case "scoring":
      return {
        ...begun,
        rfmParams: action.params,
        query: withoutFilters(state.query),
        insight: undescribed(state.insight),
        coverage: uncovered(state.coverage),
        busy: begin("score"),
      };
    case "reading_other":
      return {
        ...withCompanion(begun, action.table, { read: null, join: null }),
        busy: begin("others", state.companions.find(({ table }) => table === action.table)?.head.bytes ?? 0),
      };
    case "joining":
      return { ...begun, busy: begin("others") };
    case "listing_features":
      return { ...begun, busy: begin("features") };
    case "sweeping": {
      const { catalog, choice, brought, kept } = state.clustering;
      const next = {
        ...emptyClustering,
        catalog,
        choice,
        brought,
        params: action.params,
        unfinished: true,
        // Stopped, the sweep takes nothing away that was asked for by these very settings.
        kept: JSON.stringify(kept?.params) === JSON.stringify(action.params) ? kept : null,
      };
      return {
        ...begun,
        clustering: next,
        insight: undescribed(state.insight),
        coverage: uncovered(state.coverage),
        busy: begin("sweep"),
      };
    }
    case "clustering":
      return {
        ...begun,
        insight: undescribed(state.insight),
        coverage: uncovered(state.coverage),
        busy: begin("cluster"),
      };
    case "assigning":
      return {
        ...begun,
        insight: undescribed(state.insight),
        coverage: uncovered(state.coverage),
        busy: begin("cluster"),
      };
    case "telling_lifecycle":
      return {
        ...begun,
        lifecycle: { ...state.lifecycle, params: action.params },
        insight: undescribed(state.insight),
        coverage: uncovered(state.coverage),
        busy: begin("lifecycle"),
      };
    case "profiling":
      return { ...begun, insight: { ...state.insight, division: action.division }, busy: begin("profile") };
    case "covering":
      return { ...begun, coverage: { ...state.coverage, params: action.params }, busy: begin("coverage") };
    case "reallocating":
      return { ...begun, coverage: { ...state.coverage, reallocationParams: action.params }, busy: begin("coverage") };
    case "keeping":
      return { ...begun, busy: begin("keep") };
    case "exporting":
      return { ...begun, busy: begin("export", state.file?.size ?? 0) };
    default:
      return null;
  }
}

/** A job brings something. */
function arrive(state: State, action: Action & { job: number }): State {
  const done = { ...state, busy: null };
  switch (action.type) {
    case "progress":
      return state.busy === null
        ? state
        : {
            ...state,
            busy: {
              task: state.busy.task,
              done: action.progress.bytes,
              total: action.progress.total,
              rows: action.progress.rows,
              setAside: action.progress.setAside,
              again: action.progress.again,
            },
          };
    case "unpacking": {
      if (state.busy === null) return state;
      const { rows, total } = action.progress;
      return { ...state, busy: { ...begin("sheet", total ?? 0), done: rows } };
    }
    case "fetched":
      return done;
    case "opened":
      return {
        ...done,
        ...openedAs(action.opened, action.main, state.file?.sample ?? null),
        ...(action.brought && withSettings(state, action.brought)),
      };
    case "added":
      return withAdded(done, action.opened);
    case "looked": {
      const { head, files } = action.table;
      return { ...done, files, head, kind: head.kind, importParams: head.params };
    }
    case "looked_at": {
      const { head, files } = action.looked;
      return withCompanion(done, action.table, { files, head, params: head.params });
    }
    case "other_read": {
      const { report, params } = action.result;
      // Its figures are features from now on, and what it says of customers describes them.
      const clustering = params.roles.includes("measure") ? unclustered(state.clustering) : state.clustering;
      const insight = undescribed(state.insight);
      // Who of its customers never bought is told with the stages.
      const lifecycle = { ...state.lifecycle, report: null };
      const coverage = uncovered(state.coverage);
      return withCompanion({ ...done, clustering, lifecycle, insight, coverage }, action.table, {
        read: report,
        params,
      });
    }
    case "joined":
      return withCompanion(done, action.table, { join: action.join });
    case "was_read":
      return {
        ...done,
        read: action.result.report,
        readAgainFrom: action.result.again ? state.importParams : null,
        importParams: action.result.params,
      };
    case "folded":
      return { ...done, overview: action.overview };
    case "scored":
      return { ...done, rfm: action.report };
    case "features_listed": {
      const { catalog, params } = action;
      return { ...done, clustering: { ...state.clustering, catalog, params } };
    }
    case "swept_so_far": {
      // What is told comes by another way than the end, and may be overtaken by it.
      if (state.busy === null) return state;
      const { done, units, prepared, report } = action.told;
      const sweep = report ?? state.clustering.sweep;
      return {
        ...state,
        clustering: { ...state.clustering, prepared, sweep },
        busy: { ...begin("sweep", units), done },
      };
    }
    case "swept": {
      const { prepared, report } = action.result;
      return { ...done, clustering: { ...state.clustering, prepared, sweep: report, unfinished: false } };
    }
    case "clustered": {
      const { choice, report, model } = action;
      const isSame = JSON.stringify(choice) === JSON.stringify(state.clustering.choice);
      // Another number of clusters or another method: the names were given to others.
      const names = namesFor(isSame ? state.clustering : { ...state.clustering, names: [] }, report, model);
      return { ...done, clustering: { ...state.clustering, choice, report, model, names, kept: null } };
    }
    case "assigned": {
      const { catalog, params, brought } = state.clustering;
      const { model = null } = brought ?? {};
      const names = model?.names ?? [];
      return {
        ...done,
        clustering: {
          ...emptyClustering,
          catalog,
          params,
          brought,
          report: action.report,
          model,
          names,
          assigned: true,
        },
      };
    }
    case "lifecycle_told":
      return { ...done, lifecycle: { ...state.lifecycle, report: action.report } };
    case "profiled": {
      const { divisions, profile, personas } = action;
      return { ...done, insight: { ...state.insight, division: profile.division, divisions, profile, personas } };
    }
    case "covered":
      // What was asked stays as it was asked: what the file fills in stands in the report.
      return { ...done, coverage: { ...state.coverage, report: action.report, reallocation: null } };
    case "reallocated":
      return { ...done, coverage: { ...state.coverage, reallocation: action.reallocation } };
    case "kept":
      return { ...done, projects: action.projects };
    case "exported":
      return { ...done, saved: action.name };
    case "failed":
      return {
        ...done,
        recipe: action.error.code === "bad_recipe" ? null : state.recipe,
        ...lostWith(state, state.busy?.task ?? null, action.error),
        error: action.error,
      };
    default:
      return state;
  }
}

/** What a failed job leaves without a result: its own step, whose settings no longer match what was shown; all, where the engine is gone. */
function lostWith(state: State, task: Task | null, error: PageError): Partial<State> {
  if (error.code === "engine_crashed" || error.code === "out_of_memory")
    return { ...withoutRows(state), companions: unread(state.companions) };
  if (task === "customers") return withoutCustomers(state);
  if (task === "score") return withoutScores;
  if (task === "coverage") return { coverage: { ...state.coverage, reallocation: null } };
  // A model that is none would be offered again and again.
  if (error.code === "bad_model") return { clustering: { ...state.clustering, brought: null, assigned: false } };
  // What failed would fail again; what was stopped can go on.
  if (task === "sweep" && error.code !== "cancelled") return { clustering: { ...state.clustering, unfinished: false } };
  return {};
}

export function reduce(state: State, action: Action): State {
  if ("job" in action) {
    const begun = start(state, action);
    if (begun !== null) return begun;
    return action.job === state.job ? arrive(state, action) : state;
  }
  switch (action.type) {
    case "recipe_chosen":
      return { ...state, recipe: action.recipe, error: null };
    case "refused":
      return { ...state, error: action.error };
    case "took_for":
      return action.table === state.table
        ? { ...state, kind: action.kind }
        : withCompanion(state, action.table, { kind: action.kind });
    case "put_first":
      return { ...withMain(state, action.table), error: null, saved: null };
    case "dropped":
      return { ...state, dropped: action.names };
    case "dismissed":
      return { ...state, error: null, saved: null };
    case "projects_listed":
      return { ...state, projects: action.projects };
    case "saved":
      return { ...state, saved: action.name };
    case "queried":
      return { ...state, query: { ...state.query, ...action.patch } };
    case "model_brought":
      return { ...state, clustering: { ...state.clustering, brought: action.brought }, error: null };
    case "cluster_named": {
      const names = state.clustering.names.with(action.index, action.name);
      return { ...state, clustering: { ...state.clustering, names } };
    }
    case "persona_edited":
      return { ...state, insight: { ...state.insight, edits: withEdits(state.insight.edits, action.edits) } };
    case "lesson_set":
      return { ...state, lesson: withLesson(state.lesson, action.patch) };
    case "coverage_part":
      return { ...state, coverage: { ...state.coverage, part: action.part } };
    case "went":
      return { ...state, view: action.view };
    case "spoke":
      return { ...state, lang: action.lang };
    case "lit":
      return { ...state, theme: action.theme };
    case "requests":
      return { ...state, requests: action.count };
    case "reload_asked":
      return { ...state, reloadFor: action.sample };
  }
}
