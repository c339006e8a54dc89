import { JOBS } from "../jobs.mjs";

/** Offers the job to the runner: the chosen file in, seconds and checksums out. */
export function contend(run) {
  window.contend = async (name) => {
    const [file] = document.querySelector("input").files;
    const start = performance.now();
    const sums = await run(file, JOBS[name]).catch((thrown) => {
      throw thrown instanceof Error ? thrown : new Error(JSON.stringify(thrown));
    });
    return { seconds: (performance.now() - start) / 1000, ...sums };
  };
}
