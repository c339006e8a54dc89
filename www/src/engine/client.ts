/** The page's side of the engine. */
import { proxy, type Remote } from "comlink";
import { Pool } from "./pool";
import {
  asEngineError,
  type Engine,
  type ImportParams,
  type Looked,
  type LookOptions,
  type Progress,
  type Recipe,
} from "./protocol";
import { watchRequests } from "./requests";
import type { EngineRole } from "./roles";
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
  #source: Source | null = null;
  /** Ends the unpacking of a workbook. */
  #unpacking = new AbortController();

  constructor(module: WebAssembly.Module, { shards, blockBytes = 8 << 20, onRequests = () => {} }: EngineOptions) {
    this.#module = module;
    this.#shards = shards ?? Math.min(8, Math.max(1, navigator.hardwareConcurrency));
    this.#blockBytes = blockBytes;
    this.#onRequests = onRequests;
  }

  open(file: File, options?: LookOptions): Promise<Looked> {
    if (this.#requests === null) {
      seal(document);
      this.#requests = [];
      watchRequests(this.#counter());
      // Workers made before the seal are not bound by it.
      this.#drop();
    }
    return this.#look(file, options);
  }

  openSample(file: File, options?: LookOptions): Promise<Looked> {
    return this.#look(file, options);
  }

  recall = (recipe: Recipe) => this.#ask((engine) => engine.recall(recipe));
  read = (params: ImportParams, onProgress: (progress: Progress) => void) =>
    this.#ask((engine) => engine.read(params, proxy(onProgress)));
  cancel = () => {
    this.#unpacking.abort({ code: "cancelled" });
    void this.#ask((engine) => engine.cancel()).catch(() => {});
  };
  fold = (params: Parameters<Engine["fold"]>[0]) => this.#ask((engine) => engine.fold(params));
  score = (params: Parameters<Engine["score"]>[0]) => this.#ask((engine) => engine.score(params));
  find = (query: Parameters<Engine["find"]>[0]) => this.#ask((engine) => engine.find(query));
  rows = (positions: Uint32Array) => this.#ask((engine) => engine.rows(positions));
  exportCustomers = (...[words, query]: Parameters<Engine["exportCustomers"]>) =>
    this.#ask((engine) => engine.exportCustomers(words, query));
  exportRows = (...[reason, words, onProgress]: Parameters<Engine["exportRows"]>) =>
    this.#ask((engine) => engine.exportRows(reason, words, proxy(onProgress)));

  async #look(file: File, { params, sheet, onUnpacking = () => {} }: LookOptions = {}): Promise<Looked> {
    this.#unpacking.abort({ code: "cancelled" });
    this.#unpacking = new AbortController();
    let source = this.#source;
    if (source?.file !== file || (sheet !== undefined && sheet !== source.sheet)) {
      // Another file gets workers of its own: memory that one has grown to is never given back.
      this.#drop();
      source = await sourceOf(file, { sheet: sheet ?? null }, this.#around(onUnpacking));
      this.#source = source;
    }
    const { text, sheets, sheet: looked } = source;
    this.#pool ??= new Pool(this.#module, {
      shards: this.#shards,
      blockBytes: this.#blockBytes,
      ...this.#counted(),
    });
    const head = await this.#ask((engine) => engine.look(text, params, looked !== null));
    return { ...head, sheets, sheet: looked };
  }

  #around(onProgress: SourceOptions["onProgress"]): SourceOptions {
    return { module: this.#module, onProgress, signal: this.#unpacking.signal, ...this.#counted() };
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
    [this.#pool, this.#source] = [null, null];
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
