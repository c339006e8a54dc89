/**
 * k-means in one worker of the browser, against scikit-learn outside of it (one thread) and ml-kmeans in a worker of
 * the same browser: the same overlapping clouds, as many starts, scikit-learn's tolerance of 1e-4. Only fitting is
 * timed; the inertia is computed here, from everyone's labels.
 */
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { scikitLearn } from "./scikit.mjs";

/** Rows, features, clusters, and the starts that ml-kmeans is given time for. */
const JOBS = [
  { n: 10_000, d: 3, k: 5, mlStarts: 10 },
  { n: 200_000, d: 4, k: 6, mlStarts: 1 },
  { n: 1_000_000, d: 3, k: 8, mlStarts: 1 },
  { n: 50_000, d: 20, k: 10, mlStarts: 1 },
];
const TOLERANCE = 1e-4;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** Clouds around centers in a cube, wide enough to overlap, as little-endian doubles row by row; the same every time. */
function clouds(folder, { n, d, k }) {
  const path = join(folder, `clouds-${n}-${d}-${k}.f64`);
  if (existsSync(path)) return path;
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const centers = Float64Array.from({ length: k * d }, () => 8 * next() - 4);
  const values = Float64Array.from({ length: n * d }, (_, at) => {
    const row = Math.floor(at / d);
    let noise = -6;
    for (let draw = 0; draw < 12; draw++) noise += next();
    return centers[(row % k) * d + (at % d)] + 1.5 * noise;
  });
  const file = openSync(`${path}.part`, "w");
  writeSync(file, new Uint8Array(values.buffer));
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

/** Sum of squared distances to the mean of the own cluster. */
function inertia(values, labels, { d, k }) {
  const [sums, sizes] = [new Float64Array(k * d), new Float64Array(k)];
  labels.forEach((label, row) => {
    sizes[label]++;
    for (let j = 0; j < d; j++) sums[label * d + j] += values[row * d + j];
  });
  let total = 0;
  labels.forEach((label, row) => {
    for (let j = 0; j < d; j++) total += (values[row * d + j] - sums[label * d + j] / sizes[label]) ** 2;
  });
  return total;
}

async function contenders(address) {
  const found = { SegmentLab: await launch(`${address}kmeans.html`) };
  const scikit = await scikitLearn();
  if (scikit === null) console.log("scikit-learn is left out: it needs python3 with venv, and PyPI the first time.");
  else {
    console.log(`scikit-learn ${scikit.version}, one thread`);
    found["scikit-learn"] = scikit;
  }
  found["ml-kmeans"] = await launch(`${address}mlkmeans.html`);
  return found;
}

export async function measureKMeans(address, folder, runs) {
  const all = await contenders(address);
  try {
    const warm = { ...JOBS[0], starts: 1, tolerance: TOLERANCE, seed: 0 };
    const small = clouds(folder, warm);
    for (const one of Object.values(all)) await one.run(small, warm);
    for (const shape of JOBS)
      for (const starts of [1, 10]) {
        const file = clouds(folder, shape);
        const bytes = readFileSync(file);
        const values = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
        const results = new Map();
        for (let round = 0; round < runs; round++)
          for (const [name, one] of Object.entries(all)) {
            if (name === "ml-kmeans" && (round > 0 || starts > shape.mlStarts)) continue;
            const job = { ...shape, starts, tolerance: TOLERANCE, seed: round + 1 };
            const { seconds, labels } = await one.run(file, job);
            const found = results.get(name) ?? { seconds: [], inertias: [] };
            found.seconds.push(seconds);
            found.inertias.push(inertia(values, labels, shape));
            results.set(name, found);
          }
        report(shape, starts, results);
      }
  } finally {
    for (const one of Object.values(all)) await one.close();
  }
}

function report({ n, d, k }, starts, results) {
  console.log(`\n${n} rows, ${d} features, ${k} clusters, ${starts} ${starts === 1 ? "start" : "starts"}`);
  const ours = median(results.get("SegmentLab").seconds);
  const rows = [...results].map(([name, { seconds, inertias }]) => [
    name,
    {
      "median s": median(seconds).toFixed(4),
      "min s": Math.min(...seconds).toFixed(4),
      "max s": Math.max(...seconds).toFixed(4),
      runs: seconds.length,
      "times SegmentLab": (median(seconds) / ours).toFixed(2),
      "median inertia": median(inertias).toPrecision(9),
      "least inertia": Math.min(...inertias).toPrecision(9),
    },
  ]);
  console.table(Object.fromEntries(rows));
}
