/**
 * Groups of jobs, each with contenders of its own: text files, Chinese text in two encodings, and a workbook. File to recency, frequency and money per customer: SegmentLab with two workers, duckdb-wasm and Papa Parse in the same
 * headless browser, native DuckDB with two threads beside them; of the workbook SegmentLab and SheetJS. One run, in turns,
 * all warmed on a smaller file.
 * Everyone's checksums must agree, or it fails. k-means has a table of its own: kmeans.mjs.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { launch } from "./browser.mjs";
import { generate, inChinese } from "./generate.mjs";
import { JOBS } from "./jobs.mjs";
import { measureKMeans } from "./kmeans.mjs";
import { nativeDuckDb } from "./native.mjs";
import { serve } from "./serve.mjs";

const { values: asked } = parseArgs({
  options: { only: { type: "string" }, job: { type: "string" }, runs: { type: "string", default: "5" } },
});
const here = import.meta.dirname;
const folder = resolve(here, "../../target/bench");
mkdirSync(folder, { recursive: true });

const shared = process.env.SEGMENTLAB_SHARED;

/** A workbook and a smaller one to warm on; none without the shared data. */
function workbooks() {
  const [workbook, warm] = ["online-retail.rebuilt.xlsx", "Online_Retail.first20000.inline-strings.xlsx"].map(
    (name) => shared && join(shared, "data/online_retail", name),
  );
  return workbook && existsSync(workbook) ? { paths: { workbook }, warm: ["workbook", warm] } : null;
}

function files() {
  const orders = join(folder, "orders.csv");
  generate(orders);
  const packed = shared && join(shared, "data/online_retail/online-retail.csv.gz");
  if (!packed || !existsSync(packed)) {
    console.log("Online Retail is left out: SEGMENTLAB_SHARED does not lead to it.");
    return { orders };
  }
  const retail = join(folder, "online-retail.csv");
  if (!existsSync(retail)) writeFileSync(retail, gunzipSync(readFileSync(packed)));
  return { retail, orders };
}

/** The large file with Chinese words in two encodings, measured one after the other in each round. */
function encoded() {
  const [orders, utf8, gb18030] = ["orders", "utf8", "gb18030"].map((name) => join(folder, `${name}.csv`));
  generate(orders);
  inChinese(orders, utf8, gb18030);
  return { paths: { utf8, gb18030 }, warm: ["utf8", utf8] };
}

const median = (numbers) => {
  const ascending = numbers.toSorted((a, b) => a - b);
  const half = ascending.length >> 1;
  return ascending.length % 2 ? ascending[half] : (ascending[half - 1] + ascending[half]) / 2;
};

/** Money is added up in binary fractions by the peers, so its sums differ in the last digits. */
const agrees = (a, b) =>
  a.customers === b.customers && a.r === b.r && a.f === b.f && Math.abs(a.m - b.m) <= 1e-9 * Math.abs(a.m);

execFileSync(
  process.execPath,
  [join(here, "../node_modules/vite/bin/vite.js"), "build", "--config", "vite.config.mjs"],
  {
    cwd: here,
    stdio: "inherit",
  },
);
const { address, close } = await serve(join(folder, "page"));
const contenders = new Map();

async function enter(name, runs, start) {
  if (!asked.only || asked.only.split(",").includes(name)) contenders.set(name, { runs, ...(await start()) });
}

async function enterForWorkbooks() {
  await enter("SegmentLab", Number(asked.runs), () => launch(`${address}ours.html`));
  await enter("SheetJS", 3, () => launch(`${address}sheetjs.html`));
}

async function enterForEncodings() {
  await enter("SegmentLab", Number(asked.runs), () => launch(`${address}ours.html`));
}

async function enterForText() {
  await enter("SegmentLab", Number(asked.runs), () => launch(`${address}ours.html`));
  const duckDb = await nativeDuckDb(folder);
  if (duckDb === null) console.log("Native DuckDB is left out: it needs python3 with venv.");
  else
    await enter("native DuckDB", 5, async () => {
      console.log(`native DuckDB ${duckDb.version}, 2 threads`);
      return { ...duckDb, run: (file, job) => duckDb.run(file, JOBS[job]) };
    });
  await enter("duckdb-wasm", 3, () => launch(`${address}duckdb.html`));
  await enter("Papa Parse", 3, () => launch(`${address}papa.html`));
}

/** The results of each contender, in turns. */
async function measure(job, file) {
  const results = new Map([...contenders.keys()].map((name) => [name, []]));
  const rounds = Math.max(...[...contenders.values()].map(({ runs }) => runs));
  for (let round = 0; round < rounds; round++)
    for (const [name, { runs, run }] of contenders) if (round < runs) results.get(name).push(await run(file, job));
  return results;
}

/** Prints the table; whether all agree. */
function report(job, results) {
  const [[, [first]]] = results;
  const { customers, r, f, m } = first;
  console.log(`\n${JOBS[job].title}: ${customers} customers, R ${r}, F ${f}, M ${m.toFixed(2)}`);
  const ours = median((results.get("SegmentLab") ?? []).map(({ seconds }) => seconds));
  const rows = [...results].map(([name, done]) => {
    const seconds = done.map((one) => one.seconds);
    const peak = contenders.get(name).peak?.();
    const row = {
      "median s": median(seconds).toFixed(3),
      "min s": Math.min(...seconds).toFixed(3),
      "max s": Math.max(...seconds).toFixed(3),
      runs: seconds.length,
      "times SegmentLab": (median(seconds) / ours).toFixed(2),
      "peak MB": peak ? Math.round(peak / 1e6) : "",
    };
    return [name, row];
  });
  console.table(Object.fromEntries(rows));
  const wrong = [...results].flatMap(([name, done]) =>
    done.filter((one) => !agrees(first, one)).map((one) => [name, one]),
  );
  for (const [name, one] of wrong) console.error(`${name} finds ${JSON.stringify(one)}`);
  return wrong.length === 0;
}

/** Lets the contenders of a group in, warms them, measures the jobs and sees them out. */
async function hold({ paths, warm: [warmJob, warmFile] }, enterGroup) {
  try {
    await enterGroup();
    for (const contender of contenders.values()) await contender.run(warmFile, warmJob);
    for (const [job, file] of Object.entries(paths))
      if (!asked.job || asked.job === job) if (!report(job, await measure(job, file))) process.exitCode = 1;
  } finally {
    for (const contender of contenders.values()) await contender.close();
    contenders.clear();
  }
}

try {
  const books = workbooks();
  if (!asked.job || ["retail", "orders"].includes(asked.job)) {
    const paths = files();
    await hold({ paths, warm: Object.entries(paths)[0] }, enterForText);
  }
  if (!asked.job || ["utf8", "gb18030"].includes(asked.job)) await hold(encoded(), enterForEncodings);
  if (books !== null && (!asked.job || asked.job === "workbook")) await hold(books, enterForWorkbooks);
  if (!asked.job || asked.job === "kmeans") await measureKMeans(address, folder, Number(asked.runs));
} finally {
  close();
}
