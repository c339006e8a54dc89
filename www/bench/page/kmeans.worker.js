import init, { kMeans } from "../../src/engine/wasm/segmentlab.js";
import engine from "../../src/engine/wasm/segmentlab_bg.wasm?url";

const ready = init({ module_or_path: fetch(engine) });

self.onmessage = async ({ data: { values, job } }) => {
  await ready;
  const start = performance.now();
  const labels = kMeans(values, job.d, job.k, job.starts, job.tolerance, job.seed);
  self.postMessage({ seconds: (performance.now() - start) / 1000, labels });
};
