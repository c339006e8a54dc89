/** The page's side of the engine. */
import { proxy, type Remote } from "comlink";
import { Pool } from "./pool";
import { asEngineError, type Engine, type Head, type ImportParams, type Progress, type Recipe } from "./protocol";
import { watchRequests } from "./requests";
import type { EngineRole } from "./roles";
import { seal } from "./seal";
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
  #file: File | null = null;

  constructor(module: WebAssembly.Module, { shards, blockBytes = 8 << 20, onRequests = () => {} }: EngineOptions) {
    this.#module = module;
    this.#shards = shards ?? Math.min(8, Math.max(1, navigator.hardwareConcurrency));
    this.#blockBytes = blockBytes;
    this.#onRequests = onRequests;
  }

  open(file: File, params?: ImportParams): Promise<Head> {
    if (this.#requests === null) {
      seal(document);
      this.#requests = [];
      watchRequests(this.#counter());
      // Workers made before the seal are not bound by it.
      this.#drop();
    }
    return this.#look(file, params);
  }

  openSample(file: File, params?: ImportParams): Promise<Head> {
    return this.#look(file, params);
  }

  recall = (recipe: Recipe) => this.#ask((engine) => engine.recall(recipe));
  read = (params: ImportParams, onProgress: (progress: Progress) => void) =>
    this.#ask((engine) => engine.read(params, proxy(onProgress)));
  cancel = () => void this.#ask((engine) => engine.cancel()).catch(() => {});
  fold = (params: Parameters<Engine["fold"]>[0]) => this.#ask((engine) => engine.fold(params));
  score = (params: Parameters<Engine["score"]>[0]) => this.#ask((engine) => engine.score(params));
  find = (query: Parameters<Engine["find"]>[0]) => this.#ask((engine) => engine.find(query));
  rows = (positions: Uint32Array) => this.#ask((engine) => engine.rows(positions));
  exportCustomers = (...[words, query]: Parameters<Engine["exportCustomers"]>) =>
    this.#ask((engine) => engine.exportCustomers(words, query));
  exportRows = (...[reason, words, onProgress]: Parameters<Engine["exportRows"]>) =>
    this.#ask((engine) => engine.exportRows(reason, words, proxy(onProgress)));

  #look(file: File, params?: ImportParams): Promise<Head> {
    // Another file gets workers of its own: memory that one has grown to is never given back.
    if (this.#file !== file || this.#pool === null) {
      this.#drop();
      this.#file = file;
      const sealed = this.#requests !== null;
      this.#pool = new Pool(this.#module, {
        shards: this.#shards,
        blockBytes: this.#blockBytes,
        ...(sealed && { counter: () => this.#counter() }),
      });
    }
    return this.#ask((engine) => engine.look(file, params));
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
