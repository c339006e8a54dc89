import type { ClusterModel, Difference, Engine, Head, Recalled, Recipe, Table } from "../engine/protocol";
import { namedModel } from "./clustering";
import { emptyInsight } from "./insight";
import { defaultLifecycle } from "./lifecycle";
import { defaultCustomers, defaultRfm, type State } from "./state";

/** Form of a recipe, as the engine knows it. */
const VERSION = 1;

/** Settings of another file that were brought to the one that is open. */
export interface Brought {
  /** The file they were made on. */
  readonly from: string;
  readonly complete: boolean;
  readonly differences: readonly Difference[];
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
  const { clusters = null, lifecycle = defaultLifecycle, division = emptyInsight.division, personas = [] } = recipe;
  return { recipe: { ...recipe, clusters, lifecycle, division, personas } };
}

/** Looks at a table by settings that were kept. Those of the file before are only taken where all their columns are there. */
export async function bring(
  engine: Engine,
  recipe: Recipe,
  name: string,
  number: number,
  table: Table,
  chosen: boolean,
): Promise<{ table: Table; brought: Brought | null }> {
  const recalled = await engine.recall(number, recipe);
  if (!chosen && (!recalled.complete || changesNothing(recipe, recalled, table.head))) return { table, brought: null };
  // A day chosen for another file is no as-of date for this one.
  const asOf = recipe.file === name ? recipe.customers.asOf : null;
  const brought = {
    from: recipe.file,
    complete: recalled.complete,
    differences: recalled.differences,
    recipe: { ...recipe, customers: { ...recipe.customers, asOf } },
  };
  return { table: await engine.look(number, recalled.import), brought };
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
  ].every(([one, other]) => JSON.stringify(one) === JSON.stringify(other));
