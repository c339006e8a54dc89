import type { ClusterModel, Difference, Engine, Head, Recalled, Recipe, Table } from "../engine/protocol";
import { namedModel } from "./clustering";
import { defaultCoverage, defaultReallocation } from "./coverage";
import { emptyInsight } from "./insight";
import { defaultLifecycle } from "./lifecycle";
import { defaultCustomers, defaultRfm, type State } from "./state";
import { mainOf } from "./tables";

/** Form of a recipe, as the engine knows it. */
const VERSION = 1;

/** Settings of another file that were brought to the one that is open. */
export interface Brought {
  /** The file they were made on. */
  readonly from: string;
  readonly complete: boolean;
  readonly differences: readonly Difference[];
  /** Files beside theirs for which there is no table, or none that has all their columns. */
  readonly absent: readonly string[];
  readonly recipe: Recipe;
}

/** The settings of all steps, once a file was read with them. */
export function recipeOf(state: State): Recipe | null {
  const { file, head, importParams, read, clustering } = state;
  if (file === null || head === null || importParams === null || read === null) return null;
  const model = namedModel(clustering);
  return {
    version: VERSION,
    file: file.name,
    sheet: head.sheet,
    columns: head.columns.map((column) => column.name),
    import: importParams,
    customers: state.customersParams,
    rfm: state.rfmParams,
    clusters:
      clustering.params === null || model === null
        ? clustering.kept
        : { params: clustering.params, choice: clustering.choice, model, assigned: clustering.assigned },
    lifecycle: state.lifecycle.params,
    division: state.insight.division,
    personas: [...state.insight.edits],
    coverage: state.coverage.params,
    reallocation: state.coverage.reallocationParams,
    companions: state.companions.map(({ files, head: { sheet, columns: named }, params }) => ({
      file: files[0]?.name ?? "",
      sheet,
      columns: named.map((column) => column.name),
      import: params,
    })),
  };
}

/** A recipe or a model as a file; the order of its fields is fixed, so that the same settings give the same bytes. */
export const jsonBlob = (content: object): Blob =>
  new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" });

export const isKept = (file: File): boolean => /\.json$/i.test(file.name);

/** What stands in a dropped JSON file: settings of all steps, or a model of clusters. Whether it is one the engine says. */
export async function parseKept(file: File): Promise<{ recipe: Recipe } | { model: ClusterModel }> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await file.text());
  } catch (thrown) {
    throw { code: "bad_recipe", found: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  if (typeof parsed === "object" && parsed !== null && "centroids" in parsed) {
    if (!Array.isArray(parsed.centroids)) throw { code: "bad_model", found: "centroids" };
    return { model: parsed as ClusterModel };
  }
  const recipe = parsed as Recipe;
  // Older settings say nothing of what came later.
  const {
    clusters = null,
    lifecycle = defaultLifecycle,
    division = emptyInsight.division,
    personas = [],
    coverage = defaultCoverage,
    reallocation = defaultReallocation,
    companions = [],
  } = recipe;
  return { recipe: { ...recipe, clusters, lifecycle, division, personas, coverage, reallocation, companions } };
}

/** The table that settings are for: the one of their file, else what is the main one by itself. */
export function mainBy(tables: readonly Table[], recipe: Recipe | null): number {
  const named = tables.findIndex(({ files }) => files.some(({ name }) => name === recipe?.file));
  return named < 0 ? mainOf(tables) : named;
}

/**
 * Looks at tables by settings that were kept. Those of the file before are only taken where all their columns are
 * there, and those of the tables beside it by the same rule.
 */
export async function bring(
  engine: Engine,
  recipe: Recipe,
  tables: readonly Table[],
  main: number,
  chosen: boolean,
): Promise<{ tables: readonly Table[]; brought: Brought | null }> {
  const table = tables[main];
  if (table === undefined) return { tables, brought: null };
  const recalled = await engine.recall(main, recipe);
  if (!chosen && (!recalled.complete || changesNothing(recipe, recalled, table.head))) return { tables, brought: null };
  // A day chosen for another file is no as-of date for this one.
  const isSame = recipe.file === table.files[0]?.name;
  const asOf = isSame ? recipe.customers.asOf : null;
  const coverage = isSame ? recipe.coverage : { ...recipe.coverage, period: null, before: null, asOf: null };
  const looked = tables.with(main, await engine.look(main, recalled.import));
  const beside = await bringBeside(engine, recipe, looked, main);
  const brought = {
    from: recipe.file,
    complete: recalled.complete,
    differences: recalled.differences,
    absent: beside.absent,
    recipe: { ...recipe, customers: { ...recipe.customers, asOf }, coverage },
  };
  return { tables: beside.tables, brought };
}

/** Looks at the tables beside the main one: each companion's settings go to the table of its file, else to the first that has all its columns. */
async function bringBeside(
  engine: Engine,
  recipe: Recipe,
  tables: readonly Table[],
  main: number,
): Promise<{ tables: readonly Table[]; absent: readonly string[] }> {
  let looked = tables;
  const absent: string[] = [];
  const left = new Set([...tables.keys()].filter((at) => at !== main));
  for (const companion of recipe.companions) {
    let found = false;
    const named = [...left].filter((at) => tables[at]?.files.some(({ name }) => name === companion.file));
    for (const at of named.length > 0 ? named : [...left]) {
      if ((tables[at]?.head.sheet ?? null) !== companion.sheet) continue;
      const { import: params, complete } = await engine.recall(at, { ...recipe, ...companion, companions: [] });
      if (!complete) continue;
      looked = looked.with(at, await engine.look(at, params));
      left.delete(at);
      found = true;
      break;
    }
    if (!found) absent.push(companion.file);
  }
  return { tables: looked, absent };
}

const changesNothing = (recipe: Recipe, recalled: Recalled, head: Head): boolean =>
  [
    [recalled.import, head.params],
    [recalled.differences, []],
    [{ ...recipe.customers, asOf: null }, defaultCustomers],
    [recipe.rfm, defaultRfm],
    [recipe.clusters, null],
    [recipe.lifecycle, defaultLifecycle],
    [recipe.division, emptyInsight.division],
    [recipe.personas, []],
    [recipe.coverage, defaultCoverage],
    [recipe.reallocation, defaultReallocation],
    [recipe.companions, []],
  ].every(([one, other]) => JSON.stringify(one) === JSON.stringify(other));
