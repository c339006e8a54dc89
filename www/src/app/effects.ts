import type { Drawer } from "../charts";
import type { Engine, ImportParams, OpenOptions, Table } from "../engine/protocol";
import { wordsOf } from "../words";
import { bookOf } from "./book";
import { clusterCommands } from "./cluster-effects";
import type { Commands } from "./commands";
import { coverageCommands } from "./coverage-effects";
import { csvText } from "./csv";
import { insightCommands } from "./insight-effects";
import { createJobs, type OnProgress, pageErrorOf } from "./jobs";
import type { Link } from "./link";
import { projectCommands } from "./project-effects";
import type { Shelf } from "./projects";
import { bring, isKept, jsonBlob, mainBy, parseKept, recipeOf } from "./recipe";
import { reportOf } from "./report";
import type { SampleId } from "./state";
import { canFold } from "./steps";
import type { Store } from "./store";
import { canJoin, fileOf } from "./tables";
import {
  callsFile,
  customersFile,
  pictureFile,
  recipeFile,
  reportFile,
  rowsFile,
  tableFile,
  unmatchedFile,
  workbookFile,
} from "./takeaway";

/** What the commands reach outside for. */
export interface Surroundings {
  readonly engine: Promise<Engine>;
  /** Fetches what the page loads late: once a file is open it can fetch nothing more. */
  readonly fetchLateParts: () => Promise<void>;
  readonly fetchSample: (id: SampleId) => Promise<readonly File[]>;
  readonly save: (content: Blob, name: string) => void;
  /** What draws charts off the screen. */
  readonly drawer: () => Promise<Drawer>;
  /** Where projects are kept. */
  readonly shelf: Shelf;
  readonly reload: (link: Link) => void;
}

export function createCommands(store: Store, around: Surroundings): Commands {
  /** All files that are open. */
  let files: readonly File[] = [];
  /** The sheets that were chosen of workbooks. */
  const sheets = new Map<File | undefined, string>();
  /** Files that were dropped while others are open. */
  let dropped: readonly File[] = [];
  const jobs = createJobs(store, around.engine);
  const { perform } = jobs;

  const unpacking = (job: number): OpenOptions => ({
    sheetOf: (file) => sheets.get(file),
    onUnpacking: (progress) => store.dispatch({ type: "unpacking", job, progress }),
  });

  const fileNamed = (name: string): File | undefined => files.find((file) => file.name === name);

  /** Looks at files: by settings that were chosen or those of the files before, or by guesses. */
  async function open(chosen: readonly File[], sample: SampleId | null, anew = false): Promise<boolean> {
    const { recipe } = store.state;
    const settings = recipe ?? (anew ? null : recipeOf(store.state));
    if (chosen !== files) sheets.clear();
    files = chosen;
    jobs.lost = false;
    return perform(
      (job) => ({ type: "opening", job, file: fileOf(chosen, sample) }),
      async (engine, _, job) => {
        await around.fetchLateParts();
        const look = () =>
          sample === null ? engine.open(chosen, unpacking(job)) : engine.openSample(chosen, unpacking(job));
        let opened = await look();
        let main = mainBy(opened.tables, settings);
        const kept = settings === null ? null : otherSheet(opened.tables[main], settings.sheet);
        if (kept !== null) {
          sheets.set(fileNamed(kept.file), kept.sheet);
          opened = await look();
          main = mainBy(opened.tables, settings);
        }
        if (settings === null || sample !== null) return { opened, main, brought: null };
        const { tables, brought } = await bring(engine, settings, opened.tables, main, recipe !== null);
        return { opened: { ...opened, tables }, main, brought };
      },
      (job, { opened, main, brought }) => ({ type: "opened", job, opened, main, brought }),
    );
  }

  async function add(more: readonly File[]): Promise<void> {
    files = [...files, ...more];
    const wasRead = store.state.read !== null;
    const done = await perform(
      (job) => ({ type: "adding", job }),
      (engine, _, job) => engine.add(more, unpacking(job)),
      (job, opened) => ({ type: "added", job, opened }),
    );
    // Companions of a table that was read and stays as it is are matched at once.
    if (!done || !wasRead || store.state.read === null) return;
    await readOthers();
    await ready();
  }

  /** Looks at the main table by other params; where the engine was lost, it gets the files again first. */
  async function look(params: ImportParams): Promise<void> {
    const { table, file } = store.state;
    const again = jobs.lost;
    jobs.lost = false;
    await perform(
      (job) => ({ type: "looking", job, params }),
      async (engine, _, job) => {
        if (again) await (file?.sample ? engine.openSample(files, unpacking(job)) : engine.open(files, unpacking(job)));
        return engine.look(table, params);
      },
      (job, looked) => ({ type: "looked", job, table: looked }),
    );
  }

  async function openSample(sample: SampleId): Promise<void> {
    let fetched: readonly File[] | null = null;
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
      (engine, onProgress) => engine.read(store.state.table, params, onProgress),
      (job, result) => ({ type: "was_read", job, result }),
    );
    if (!done || (canFold(store.state) && !(await fold(store.state.customersParams)))) return;
    await readOthers();
    await ready();
  }

  /** Reads the companions that were not read yet, and matches their customers. */
  async function readOthers(): Promise<void> {
    for (const { table } of store.state.companions) {
      const other = () => store.state.companions.find((one) => one.table === table);
      const before = other();
      if (before !== undefined && before.read === null) {
        const done = await perform(
          (job) => ({ type: "reading_other", job, table }),
          (engine, onProgress) =>
            engine.readOther(table, before.params, onProgress).catch((thrown: unknown) => {
              throw { file: before.files[0]?.name, ...pageErrorOf(thrown) };
            }),
          (job, result) => ({ type: "other_read", job, table, result }),
        );
        if (!done) return;
      }
      const after = other();
      if (after !== undefined && after.join === null && canJoin(store.state, after)) {
        const done = await perform(
          (job) => ({ type: "joining", job }),
          (engine) => engine.join(table),
          (job, join) => ({ type: "joined", job, table, join }),
        );
        if (!done) return;
      }
    }
  }

  const clustering = clusterCommands(store, jobs, around);
  const insight = insightCommands(store, jobs, around);
  const coverage = coverageCommands(store, jobs, around);

  /** Brings what the screen in sight shows first. */
  async function ready(): Promise<void> {
    await clustering.ready();
    await insight.ready();
    await coverage.ready();
  }

  async function fold(params: Parameters<Engine["fold"]>[0]): Promise<boolean> {
    const done = await perform(
      (job) => ({ type: "folding", job, params }),
      (engine) => engine.fold(params),
      (job, overview) => ({ type: "folded", job, overview }),
    );
    return done && score(store.state.rfmParams);
  }

  async function score(params: Parameters<Engine["score"]>[0]): Promise<boolean> {
    return perform(
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

  /** Takes settings, or a model of clusters, for the file that is open or for the next. */
  async function takeKept(from: File, chosen: readonly File[]): Promise<void> {
    try {
      const kept = await parseKept(from);
      if ("model" in kept) {
        store.dispatch({ type: "model_brought", brought: { from: from.name, model: kept.model } });
        if (chosen.length > 0) void open(chosen, null);
        else clustering.commands.assign();
        return;
      }
      // With a file open the engine can say at once whether it is one.
      if (store.state.head !== null) await (await around.engine).recall(store.state.table, kept.recipe);
      store.dispatch({ type: "recipe_chosen", recipe: kept.recipe });
    } catch (thrown) {
      store.dispatch({ type: "refused", error: pageErrorOf(thrown) });
      return;
    }
    const next = chosen.length > 0 ? chosen : files;
    if (next.length > 0) void open(next, null);
  }

  /** Opens files, with settings that are among them. */
  function take(chosen: readonly File[]): void {
    const kept = chosen.find(isKept);
    const others = chosen.filter((one) => one !== kept);
    if (kept !== undefined) void takeKept(kept, others);
    else if (others.length > 0) void open(others, null);
  }

  return {
    open: take,
    add(more) {
      if (more.length > 0) void add(more);
    },
    drop(found) {
      if (found.length === 0) return;
      const { head, file } = store.state;
      // A sample is nobody's work: what is dropped takes its place.
      const isFree = head === null || file === null || file.sample !== null || jobs.lost;
      if (isFree || found.some(isKept)) take(found);
      else {
        dropped = found;
        store.dispatch({ type: "dropped", names: found.map(({ name }) => name) });
      }
    },
    answerDrop(answer) {
      store.dispatch({ type: "dropped", names: null });
      if (answer === "add") void add(dropped);
      if (answer === "replace") void open(dropped, null);
      dropped = [];
    },
    takeFor: (table, kind) => store.dispatch({ type: "took_for", table, kind }),
    putFirst: (table) => store.dispatch({ type: "put_first", table }),
    async setCompanion(table, params) {
      const done = await perform(
        (job) => ({ type: "looking_at", job, table, params }),
        (engine) => engine.look(table, params),
        (job, looked) => ({ type: "looked_at", job, table, looked }),
      );
      if (!done || store.state.read === null) return;
      await readOthers();
      await ready();
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
    setImport: (params) => void look(params),
    setSheet(sheet) {
      const { file } = store.state;
      if (file === null) return;
      sheets.set(fileNamed(file.name), sheet);
      void open(files, file.sample);
    },
    read: () => void read(store.state.importParams),
    readAs(dateOrder) {
      const params = store.state.importParams;
      if (params !== null) void read({ ...params, dateOrder });
    },
    cancel: () => void around.engine.then((engine) => engine.cancel()),
    reopen() {
      const { importParams, file } = store.state;
      jobs.lost = true;
      if (importParams !== null) void look(importParams);
      else void open(files, file?.sample ?? null);
    },
    guessAnew() {
      if (files.length > 0) void open(files, store.state.file?.sample ?? null, true);
    },
    saveRecipe() {
      const recipe = recipeOf(store.state);
      if (recipe === null) return;
      const name = recipeFile(store.state.lang, recipe.file);
      around.save(jsonBlob(recipe), name);
    },
    async setCustomers(params) {
      if (await fold(params)) await ready();
    },
    async setRfm(params) {
      if (await score(params)) await ready();
    },
    setQuery: (patch) => store.dispatch({ type: "queried", patch }),
    ...clustering.commands,
    ...insight.commands,
    ...coverage.commands,
    setLesson: (patch) => store.dispatch({ type: "lesson_set", patch }),
    lesson: async (params) => (await around.engine).lesson(params),
    features: async () => (await around.engine).features(),
    go(view) {
      store.dispatch({ type: "went", view });
      void ready();
    },
    setLang: (lang) => store.dispatch({ type: "spoke", lang }),
    setTheme: (theme) => store.dispatch({ type: "lit", theme }),
    dismissError: () => store.dispatch({ type: "dismissed" }),
    exportCustomers() {
      const { rfm, overview, query } = store.state;
      if (rfm === null || overview === null) return;
      const { words, name } = customersFile(store.state.lang, store.state.file?.name ?? "", rfm, overview);
      void exporting((engine) => engine.exportCustomers(words, query), name);
    },
    ...projectCommands(
      store,
      jobs,
      around,
      () => files,
      async (content) => {
        store.dispatch({ type: "recipe_chosen", recipe: content.recipe });
        if (await open(content.files, null)) await read(store.state.importParams);
      },
    ),
    saveWorkbook() {
      const { lang, file } = store.state;
      const name = workbookFile(lang, file?.name ?? "");
      void exporting((engine) => bookOf(engine, store.state, wordsOf(lang)), name);
    },
    saveTable(title, rows) {
      const name = tableFile(store.state.file?.name ?? "", title);
      around.save(new Blob([csvText(rows)], { type: "text/csv" }), name);
      store.dispatch({ type: "saved", name });
    },
    savePicture(content, title, kind) {
      const { lang, file } = store.state;
      const name = pictureFile(lang, file?.name ?? "", title, kind);
      around.save(content, name);
      store.dispatch({ type: "saved", name });
    },
    saveReport(lang, parts) {
      const name = reportFile(lang, store.state.file?.name ?? "");
      void exporting(async () => {
        const draw = await around.drawer();
        const study = { state: store.state, lang, words: wordsOf(lang), draw };
        return new Blob([reportOf(study, parts)], { type: "text/html" });
      }, name);
    },
    exportCalls(query) {
      const { lang, file, coverage } = store.state;
      if (coverage.report === null) return;
      const { words, name } = callsFile(lang, file?.name ?? "", coverage.report, query);
      void exporting((engine) => engine.exportCalls(words, query), name);
    },
    exportRows(reason) {
      const { words, name } = rowsFile(store.state.lang, store.state.file?.name ?? "", reason);
      void exporting((engine, onProgress) => engine.exportRows(store.state.table, reason, words, onProgress), name);
    },
    exportUnmatched(table, side) {
      const { words, name } = unmatchedFile(store.state, table, side);
      void exporting((engine) => engine.exportUnmatched(table, side, words), name);
    },
    find: async (query) => (await around.engine).find(query),
    rows: async (positions) => (await around.engine).rows(positions),
  };
}

/** The sheet that settings were made on, where the table is another one of its workbook. */
function otherSheet(table: Table | undefined, wanted: string | null): { file: string; sheet: string } | null {
  const [file] = table?.files ?? [];
  const there = table?.head.sheets?.find(({ name }) => name === wanted);
  return file === undefined || there === undefined || there.name === table?.head.sheet
    ? null
    : { file: file.name, sheet: there.name };
}
