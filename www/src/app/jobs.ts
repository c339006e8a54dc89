import { asEngineError, type Engine, type Progress } from "../engine/protocol";
import type { Action } from "./reduce";
import { type PageError, STOPPABLE } from "./state";
import type { Store } from "./store";

export type OnProgress = (progress: Progress) => void;

/** Runs the page's jobs, each under a number of its own; what an older one brings is not taken any more. */
export interface Jobs {
  /** Runs one job under a new number; whether its result arrived and nothing newer was begun. */
  perform<T>(
    begin: (job: number) => Action,
    work: (engine: Engine, onProgress: OnProgress, job: number) => Promise<T>,
    arrived: (job: number, result: T) => Action,
  ): Promise<boolean>;
  /** Whether the engine has let go of the files. */
  lost: boolean;
}

export function createJobs(store: Store, starting: Promise<Engine>): Jobs {
  let last = store.state.job;
  const jobs: Jobs = {
    lost: false,
    async perform(begin, work, arrived) {
      const job = ++last;
      const replaced = store.state.busy?.task;
      store.dispatch(begin(job));
      let engine: Engine;
      try {
        engine = await starting;
      } catch (thrown) {
        store.dispatch({ type: "failed", job, error: { code: "engine_unavailable", detail: String(thrown) } });
        return false;
      }
      try {
        if (replaced !== undefined && STOPPABLE.includes(replaced)) engine.cancel();
        const result = await work(engine, (progress) => store.dispatch({ type: "progress", job, progress }), job);
        if (job === last) store.dispatch(arrived(job, result));
      } catch (thrown) {
        const error = pageErrorOf(thrown);
        jobs.lost ||= error.code === "engine_crashed" || error.code === "out_of_memory";
        store.dispatch({ type: "failed", job, error });
        return false;
      }
      return job === last;
    },
  };
  return jobs;
}

const isPageError = (thrown: unknown): thrown is PageError =>
  typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) && "code" in thrown;

export const pageErrorOf = (thrown: unknown): PageError => (isPageError(thrown) ? thrown : asEngineError(thrown));
