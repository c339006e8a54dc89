/** The workers of one file: an engine and its shards. */
import { proxy, type Remote, transfer, wrap } from "comlink";
import { asEngineError, type EngineError } from "./protocol";
import type { EngineRole, RoleName, ShardSetup } from "./roles";
import EngineWorker from "./worker/worker?worker&inline";

export interface PoolOptions {
  readonly shards: number;
  readonly blockBytes: number;
  /** Makes a counter for one more thread, where requests are counted. */
  readonly counter?: () => (count: number) => void;
}

export class Pool {
  readonly #workers: Worker[] = [];
  readonly #engine: Remote<EngineRole>;
  readonly #ended: Promise<never>;
  #end: (why: EngineError) => void = () => {};

  constructor(module: WebAssembly.Module, { shards, blockBytes, counter }: PoolOptions) {
    this.#ended = new Promise((_, reject) => {
      this.#end = reject;
    });
    this.#ended.catch(() => {});
    const ports: MessagePort[] = [];
    for (let shard = 0; shard < shards; shard++) {
      const { port1, port2 } = new MessageChannel();
      const remote = wrap<ShardSetup>(this.#worker("shard"));
      this.#must(remote.start(module, transfer(port1, [port1])));
      if (counter) this.#must(remote.watchRequests(proxy(counter())));
      ports.push(port2);
    }
    this.#engine = wrap<EngineRole>(this.#worker("engine"));
    this.#must(this.#engine.start(transfer({ module, shards: ports, blockBytes }, ports)));
    if (counter) this.#must(this.#engine.watchRequests(proxy(counter())));
  }

  /** Asks something of the engine; fails when the pool is ended, too. */
  ask<T>(question: (engine: Remote<EngineRole>) => Promise<T>): Promise<T> {
    return Promise.race([question(this.#engine), this.#ended]);
  }

  end(why: EngineError): void {
    for (const worker of this.#workers) worker.terminate();
    this.#end(why);
  }

  #must(done: Promise<void>): void {
    done.catch((thrown: unknown) => this.end(asEngineError(thrown)));
  }

  #worker(name: RoleName): Worker {
    const worker = new EngineWorker({ name });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.end({ code: "engine_crashed", detail: event.message });
    });
    this.#workers.push(worker);
    return worker;
  }
}
