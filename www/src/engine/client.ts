/** The page's side of the engine. */
import { proxy, type Remote } from "comlink";
import { Pool } from "./pool";
import {
  asEngineError,
  type Day,
  type Division,
  type Engine,
  type EngineError,
  type ImportParams,
  type LessonParams,
  type LifecycleParams,
  type Opened,
  type OpenOptions,
  type Progress,
  type Recipe,
  type Refused,
} from "./protocol";
import { watchRequests } from "./requests";
import type { EngineRole, TextSource } from "./roles";
import { seal } from "./seal";
import { type Source, type SourceOptions, sourceOf } from "./source";
import wasmUrl from "./wasm/segmentlab_bg.wasm?url";

export interface EngineOptions {
  /** Workers that parse; by default one per core, at most 8. */
  readonly shards?: number;
  /** Bytes per block. */
  readonly blockBytes?: number;
  /** Told how many requests were seen since the user's file was opened, first with 0. */
  readonly onRequests?: (count: number) => void;
}

/** Fetches and compiles the engine; call it once, before anything is opened. */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  // Not streamed: that would need a host that knows the media type.
  const response = await fetch(wasmUrl);
  return new PageEngine(await WebAssembly.compile(await response.arrayBuffer()), options);
}

class PageEngine implements Engine {
  readonly #module: WebAssembly.Module;
  readonly #shards: number;
  readonly #blockBytes: number;
  readonly #onRequests: (count: number) => void;
  /** Requests per thread; null until the page is sealed. */
  #requests: number[] | null = null;
  #pool: Pool | null = null;
  /** Texts of the files that are open: a workbook is not unpacked twice. */
  #sources: readonly Source[] = [];
  /** Ends the unpacking of a workbook. */
  #unpacking = new AbortController();

  constructor(module: WebAssembly.Module, { shards, blockBytes = 8 << 20, onRequests = () => {} }: EngineOptions) {
    this.#module = module;
    this.#shards = shards ?? Math.min(8, Math.max(1, navigator.hardwareConcurrency));
    this.#blockBytes = blockBytes;
    this.#onRequests = onRequests;
  }

  open(files: readonly File[], options?: OpenOptions): Promise<Opened> {
    if (this.#requests === null) {
      seal(document);
      this.#requests = [];
      watchRequests(this.#counter());
    }
    return this.openSample(files, options);
  }

  async openSample(files: readonly File[], options: OpenOptions = {}): Promise<Opened> {
    // Other files get workers of their own: memory that earlier ones have grown to is never given back, and workers
    // made before the seal are not bound by it.
    this.#drop();
    const { sources, refused } = await this.#unpacked(files, options);
    this.#sources = sources;
    // A lesson may have asked for workers meanwhile.
    this.#drop();
    this.#pool = new Pool(this.#module, {
      shards: this.#shards,
      blockBytes: this.#blockBytes,
      ...this.#counted(),
    });
    const opened = await this.#ask((engine) => engine.open(sources.map(textOf)));
    return { ...opened, refused: [...refused, ...opened.refused] };
  }

  async add(files: readonly File[], options: OpenOptions = {}): Promise<Opened> {
    const { sources, refused } = await this.#unpacked(files, options);
    this.#sources = [...this.#sources, ...sources];
    const opened = await this.#ask((engine) => engine.add(sources.map(textOf)));
    return { ...opened, refused: [...refused, ...opened.refused] };
  }

  look = (table: number, params: ImportParams) => this.#ask((engine) => engine.look(table, params));
  read = (table: number, params: ImportParams, onProgress: (progress: Progress) => void) =>
    this.#ask((engine) => engine.read(table, params, proxy(onProgress)));
  readOther = (table: number, params: ImportParams, onProgress: (progress: Progress) => void) =>
    this.#ask((engine) => engine.readOther(table, params, proxy(onProgress)));
  join = (table: number) => this.#ask((engine) => engine.join(table));
  recall = (table: number, recipe: Recipe) => this.#ask((engine) => engine.recall(table, recipe));
  cancel = () => {
    this.#unpacking.abort({ code: "cancelled" });
    void this.#ask((engine) => engine.cancel()).catch(() => {});
  };
  fold = (params: Parameters<Engine["fold"]>[0]) => this.#ask((engine) => engine.fold(params));
  score = (params: Parameters<Engine["score"]>[0]) => this.#ask((engine) => engine.score(params));
  features = () => this.#ask((engine) => engine.features());
  defaultFeatures = () => this.#ask((engine) => engine.defaultFeatures());
  sweep = (...[params, onSweep]: Parameters<Engine["sweep"]>) =>
    this.#ask((engine) => engine.sweep(params, proxy(onSweep)));
  cluster = (choice: Parameters<Engine["cluster"]>[0]) => this.#ask((engine) => engine.cluster(choice));
  projection = (...[features, most]: Parameters<Engine["projection"]>) =>
    this.#ask((engine) => engine.projection(features, most));
  compare = (names: readonly string[]) => this.#ask((engine) => engine.compare(names));
  assign = (model: Parameters<Engine["assign"]>[0]) => this.#ask((engine) => engine.assign(model));
  clusterModel = (names: readonly string[]) => this.#ask((engine) => engine.clusterModel(names));
  lifecycle = (params: LifecycleParams) => this.#ask((engine) => engine.lifecycle(params));
  movement = (division: Division, names: readonly string[], earlier: Day) =>
    this.#ask((engine) => engine.movement(division, names, earlier));
  divisions = () => this.#ask((engine) => engine.divisions());
  profile = (division: Division, names: readonly string[]) => this.#ask((engine) => engine.profile(division, names));
  labels = (division: Division, names: readonly string[]) => this.#ask((engine) => engine.labels(division, names));
  facts = () => this.#ask((engine) => engine.facts());
  coverage = (...[params, names]: Parameters<Engine["coverage"]>) =>
    this.#ask((engine) => engine.coverage(params, names));
  findCalls = (query: Parameters<Engine["findCalls"]>[0]) => this.#ask((engine) => engine.findCalls(query));
  callRows = (positions: Uint32Array) => this.#ask((engine) => engine.callRows(positions));
  exportCalls = (...[words, query]: Parameters<Engine["exportCalls"]>) =>
    this.#ask((engine) => engine.exportCalls(words, query));
  reallocate = (params: Parameters<Engine["reallocate"]>[0]) => this.#ask((engine) => engine.reallocate(params));
  personas = () => this.#ask((engine) => engine.personas());

  lesson(params: LessonParams) {
    // Samples need no file: until one is opened, which brings its own workers, a worker without shards answers.
    this.#pool ??= new Pool(this.#module, { shards: 0, blockBytes: this.#blockBytes, ...this.#counted() });
    return this.#ask((engine) => engine.lesson(params));
  }
  find = (query: Parameters<Engine["find"]>[0]) => this.#ask((engine) => engine.find(query));
  rows = (positions: Uint32Array) => this.#ask((engine) => engine.rows(positions));
  exportCustomers = (...[words, query]: Parameters<Engine["exportCustomers"]>) =>
    this.#ask((engine) => engine.exportCustomers(words, query));
  exportClusters = (words: Parameters<Engine["exportClusters"]>[0]) =>
    this.#ask((engine) => engine.exportClusters(words));
  exportUnmatched = (...[table, side, words]: Parameters<Engine["exportUnmatched"]>) =>
    this.#ask((engine) => engine.exportUnmatched(table, side, words));
  exportRows = (...[table, reason, words, onProgress]: Parameters<Engine["exportRows"]>) =>
    this.#ask((engine) => engine.exportRows(table, reason, words, proxy(onProgress)));

  /** The text of every file; fails with the first failure if not one of them has any. */
  async #unpacked(files: readonly File[], { sheetOf, onUnpacking = () => {} }: OpenOptions) {
    this.#unpacking.abort({ code: "cancelled" });
    this.#unpacking = new AbortController();
    const { signal } = this.#unpacking;
    const around: SourceOptions = { module: this.#module, onProgress: onUnpacking, signal, ...this.#counted() };
    const sources: Source[] = [];
    const refused: Refused[] = [];
    for (const file of files) {
      const sheet = sheetOf?.(file);
      const known = this.#sources.find((one) => one.file === file && (sheet === undefined || one.sheet === sheet));
      try {
        sources.push(known ?? (await sourceOf(file, { sheet: sheet ?? null }, around)));
      } catch (thrown) {
        const error = asEngineError(thrown);
        if (files.length === 1 || error.code === "cancelled") throw error;
        refused.push({ name: file.name, error });
      }
    }
    const [first] = refused;
    if (sources.length === 0 && first !== undefined) throw { ...first.error, file: first.name } satisfies EngineError;
    return { sources, refused };
  }

  /** Once the page is sealed, the requests of every worker are counted. */
  #counted(): { counter?: () => (count: number) => void } {
    return this.#requests === null ? {} : { counter: () => this.#counter() };
  }

  async #ask<T>(question: (engine: Remote<EngineRole>) => Promise<T>): Promise<T> {
    const pool = this.#pool;
    if (pool === null) throw { code: "not_ready", step: "head" };
    try {
      return await pool.ask(question);
    } catch (thrown) {
      const error = asEngineError(thrown);
      if (error.code === "engine_crashed" || error.code === "out_of_memory") {
        pool.end(error);
        if (this.#pool === pool) this.#pool = null;
      }
      throw error;
    }
  }

  #drop(): void {
    this.#pool?.end({ code: "cancelled" });
    this.#pool = null;
  }

  /** Counts the requests of one more thread. */
  #counter(): (count: number) => void {
    const counts = this.#requests ?? [];
    const thread = counts.push(0) - 1;
    return (count) => {
      counts[thread] = count;
      this.#onRequests(counts.reduce((sum, one) => sum + one, 0));
    };
  }
}

const textOf = ({ file, text, sheets, sheet }: Source): TextSource => ({
  name: file.name,
  size: file.size,
  text,
  sheets,
  sheet,
});
