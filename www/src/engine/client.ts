/** The page's side of the engine. */
import type { Engine } from "./protocol";

export interface EngineOptions {
  /** Workers that parse; by default one per core, at most 8. */
  readonly shards?: number;
  /** Bytes per block. */
  readonly blockBytes?: number;
  /** Told how many requests were seen since the user's file was opened, first with 0. */
  readonly onRequests?: (count: number) => void;
}

/** Fetches and compiles the engine; call it once, before anything is opened. */
export async function startEngine(_options: EngineOptions = {}): Promise<Engine> {
  throw new Error("not yet connected");
}
