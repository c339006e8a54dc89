import {
  asEngineError,
  type Engine,
  type ImportParams,
  type LookOptions,
  type Progress,
  type SheetProgress,
} from "../engine/protocol";
import type { Commands } from "./commands";
import type { Link } from "./link";
import { bring, isRecipe, parseRecipe, recipeBlob, recipeOf } from "./recipe";
import type { Action } from "./reduce";
import type { OpenFile, PageError, SampleId } from "./state";
import { canFold } from "./steps";
import type { Store } from "./store";
import { customersFile, recipeFile, rowsFile } from "./takeaway";

/** What the commands reach outside for. */
export interface Surroundings {
  readonly engine: Promise<Engine>;
  /** Fetches what the page loads late: once a file is open it can fetch nothing more. */
  readonly fetchLateParts: () => Promise<void>;
  readonly fetchSample: (id: SampleId) => Promise<File>;
  readonly save: (content: Blob, name: string) => void;
  readonly reload: (link: Link) => void;
}

type OnProgress = (progress: Progress) => void;

export function createCommands(store: Store, around: Surroundings): Commands {
  let file: File | null = null;
  let last = store.state.job;

  /** Runs one job under a new number; whether its result arrived and nothing newer was begun. */
  async function perform<T>(
    begin: (job: number) => Action,
    work: (engine: Engine, onProgress: OnProgress, job: number) => Promise<T>,
    arrived: (job: number, result: T) => Action,
  ): Promise<boolean> {
    const job = ++last;
    const replaced = store.state.busy?.task;
    store.dispatch(begin(job));
    let engine: Engine;
    try {
      engine = await around.engine;
    } catch (thrown) {
      store.dispatch({ type: "failed", job, error: { code: "engine_unavailable", detail: String(thrown) } });
      return false;
    }
    try {
      if (replaced === "read" || replaced === "export") engine.cancel();
      const result = await work(engine, (progress) => store.dispatch({ type: "progress", job, progress }), job);
      if (job === last) store.dispatch(arrived(job, result));
    } catch (thrown) {
      store.dispatch({ type: "failed", job, error: pageErrorOf(thrown) });
      return false;
    }
    return job === last;
  }

  /** Looks at a file: by params, by settings that were chosen or those of the file before, or by guesses. */
  async function open(
    opened: File,
    sample: SampleId | null,
    { params, sheet, anew = false }: { params?: ImportParams; sheet?: string; anew?: boolean } = {},
  ): Promise<boolean> {
    const { recipe } = store.state;
    const settings = recipe ?? (anew ? null : recipeOf(store.state));
    file = opened;
    const about: OpenFile = { name: opened.name, size: opened.size, sample };
    return perform(
      (job) => (params ? { type: "looking", job, params } : { type: "opening", job, file: about }),
      async (engine, _, job) => {
        await around.fetchLateParts();
        const onUnpacking = (progress: SheetProgress) => store.dispatch({ type: "unpacking", job, progress });
        const look = (by: LookOptions) => {
          const options = { ...by, onUnpacking };
          return sample === null ? engine.open(opened, options) : engine.openSample(opened, options);
        };
        let head = await look({ ...(params && { params }), ...(sheet !== undefined && { sheet }) });
        if (params || settings === null || sample !== null) return { head, brought: null };
        const kept = head.sheets?.find(({ name }) => name === settings.sheet)?.name;
        if (sheet === undefined && kept !== undefined && kept !== head.sheet) head = await look({ sheet: kept });
        return bring(engine, settings, opened.name, head, recipe !== null, (params) => look({ params }));
      },
      (job, { head, brought }) => ({ type: "looked", job, head, brought }),
    );
  }

  async function openSample(sample: SampleId): Promise<void> {
    let fetched: File | null = null;
    const there = await perform(
      (job) => ({ type: "fetching", job }),
      async () => {
        fetched = await around.fetchSample(sample);
      },
      (job) => ({ type: "fetched", job }),
    );
    if (there && fetched !== null && (await open(fetched, sample))) await read(store.state.importParams);
  }

  async function read(params: ImportParams | null): Promise<void> {
    if (params === null) return;
    const done = await perform(
      (job) => ({ type: "reading", job, params }),
      (engine, onProgress) => engine.read(params, onProgress),
      (job, result) => ({ type: "was_read", job, result }),
    );
    if (done && canFold(store.state)) await fold(store.state.customersParams);
  }

  async function fold(params: Parameters<Engine["fold"]>[0]): Promise<void> {
    const done = await perform(
      (job) => ({ type: "folding", job, params }),
      (engine) => engine.fold(params),
      (job, overview) => ({ type: "folded", job, overview }),
    );
    if (done) await score(store.state.rfmParams);
  }

  async function score(params: Parameters<Engine["score"]>[0]): Promise<void> {
    await perform(
      (job) => ({ type: "scoring", job, params }),
      (engine) => engine.score(params),
      (job, report) => ({ type: "scored", job, report }),
    );
  }

  async function exporting(
    content: (engine: Engine, onProgress: OnProgress) => Promise<Blob>,
    name: string,
  ): Promise<void> {
    await perform(
      (job) => ({ type: "exporting", job }),
      async (engine, onProgress) => around.save(await content(engine, onProgress), name),
      (job) => ({ type: "exported", job, name }),
    );
  }

  /** Takes settings for the file that is open, or for the next. */
  async function takeRecipe(from: File, files: readonly File[]): Promise<void> {
    try {
      const recipe = await parseRecipe(from);
      // With a file open the engine can say at once whether it is one.
      if (store.state.head !== null) await (await around.engine).recall(recipe);
      store.dispatch({ type: "recipe_chosen", recipe });
    } catch (thrown) {
      store.dispatch({ type: "refused", error: pageErrorOf(thrown) });
      return;
    }
    const [next = file] = files;
    if (next !== null) void open(next, null);
  }

  return {
    open(files) {
      const recipe = files.find(isRecipe);
      if (recipe !== undefined) {
        void takeRecipe(
          recipe,
          files.filter((one) => one !== recipe),
        );
        return;
      }
      const [only, ...more] = files;
      if (only === undefined) return;
      if (more.length > 0)
        store.dispatch({ type: "refused", error: { code: "several_files", names: files.map((one) => one.name) } });
      else void open(only, null);
    },
    openSample(sample) {
      if (store.state.requests === null) void openSample(sample);
      else store.dispatch({ type: "reload_asked", sample });
    },
    answerReload(yes) {
      const sample = store.state.reloadFor;
      store.dispatch({ type: "reload_asked", sample: null });
      if (yes && sample !== null) around.reload({ sample, view: store.state.view, lang: store.state.lang });
    },
    setImport(params) {
      if (file !== null) void open(file, store.state.file?.sample ?? null, { params });
    },
    setSheet(sheet) {
      if (file !== null) void open(file, store.state.file?.sample ?? null, { sheet });
    },
    read: () => void read(store.state.importParams),
    readAs(dateOrder) {
      const params = store.state.importParams;
      if (params !== null) void read({ ...params, dateOrder });
    },
    cancel: () => void around.engine.then((engine) => engine.cancel()),
    reopen() {
      const { file: about, importParams: params } = store.state;
      if (file !== null) void open(file, about?.sample ?? null, params === null ? {} : { params });
    },
    guessAnew() {
      if (file !== null) void open(file, store.state.file?.sample ?? null, { anew: true });
    },
    saveRecipe() {
      const recipe = recipeOf(store.state);
      if (recipe === null) return;
      const name = recipeFile(store.state.lang, recipe.file);
      around.save(recipeBlob(recipe), name);
    },
    setCustomers: (params) => void fold(params),
    setRfm: (params) => void score(params),
    setQuery: (patch) => store.dispatch({ type: "queried", patch }),
    go: (view) => store.dispatch({ type: "went", view }),
    setLang: (lang) => store.dispatch({ type: "spoke", lang }),
    setTheme: (theme) => store.dispatch({ type: "lit", theme }),
    dismissError: () => store.dispatch({ type: "dismissed" }),
    exportCustomers() {
      const { rfm, overview, query } = store.state;
      if (rfm === null || overview === null) return;
      const { words, name } = customersFile(store.state.lang, store.state.file?.name ?? "", rfm, overview);
      void exporting((engine) => engine.exportCustomers(words, query), name);
    },
    exportRows(reason) {
      const { words, name } = rowsFile(store.state.lang, store.state.file?.name ?? "", reason);
      void exporting((engine, onProgress) => engine.exportRows(reason, words, onProgress), name);
    },
    find: async (query) => (await around.engine).find(query),
    rows: async (positions) => (await around.engine).rows(positions),
  };
}

const isPageError = (thrown: unknown): thrown is PageError =>
  typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) && "code" in thrown;

const pageErrorOf = (thrown: unknown): PageError => (isPageError(thrown) ? thrown : asEngineError(thrown));
