/** DuckDB outside any browser, with two threads, by Python; null where there is no Python. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sqlOf } from "./jobs.mjs";

const PYTHON = `
import json, sys, time, duckdb
db = duckdb.connect(config={"threads": 2})
db.execute("SET enable_progress_bar = false")
print(json.dumps(duckdb.__version__), flush=True)
for line in sys.stdin:
    fold, sums = json.loads(line)
    start = time.perf_counter()
    db.execute(fold)
    row = db.execute(sums).fetchone()
    seconds = time.perf_counter() - start
    print(json.dumps(dict(zip(["seconds", "customers", "r", "f", "m"], [seconds, *row]))), flush=True)
`;

export async function nativeDuckDb(folder) {
  const python = pythonWithDuckDb(folder);
  return python === null ? null : viaPython(python);
}

function pythonWithDuckDb(folder) {
  const python = join(folder, "venv/bin/python");
  try {
    if (!existsSync(python)) execFileSync("python3", ["-m", "venv", join(folder, "venv")], { stdio: "ignore" });
    execFileSync(python, ["-m", "pip", "install", "--quiet", "duckdb==2.0.0"], { stdio: "ignore" });
    return python;
  } catch {
    return null;
  }
}

async function viaPython(python) {
  const child = spawn(python, ["-c", PYTHON], { stdio: ["pipe", "pipe", "inherit"] });
  const replies = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const reply = async () => JSON.parse((await replies.next()).value);
  return {
    version: await reply(),
    async run(file, job) {
      child.stdin.write(`${JSON.stringify(sqlOf(job, file))}\n`);
      return reply();
    },
    close: () => child.stdin.end(),
  };
}
