/** scikit-learn's KMeans with one thread, by Python; null where there is no Python to run it. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const PYTHON = `
import json, sys, time
import numpy, sklearn
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits
print(json.dumps(sklearn.__version__), flush=True)
with threadpool_limits(1):
    for line in sys.stdin:
        file, job = json.loads(line)
        rows = numpy.fromfile(file, dtype="<f8").reshape(job["n"], job["d"])
        kmeans = KMeans(job["k"], n_init=job["starts"], tol=job["tolerance"], max_iter=300, random_state=job["seed"])
        start = time.perf_counter()
        kmeans.fit(rows)
        seconds = time.perf_counter() - start
        print(json.dumps({"seconds": seconds, "labels": kmeans.labels_.tolist()}), flush=True)
`;

/** Python with scikit-learn in a folder beside this file, made the first time. */
function pythonWithScikit() {
  const venv = join(import.meta.dirname, ".venv");
  const python = join(venv, "bin/python");
  try {
    if (!existsSync(python)) execFileSync("python3", ["-m", "venv", venv], { stdio: "ignore" });
    const packages = ["scikit-learn==1.9.*", "threadpoolctl"];
    execFileSync(python, ["-m", "pip", "install", "--quiet", ...packages], { stdio: "ignore" });
    return python;
  } catch {
    return null;
  }
}

export async function scikitLearn() {
  const python = pythonWithScikit();
  if (python === null) return null;
  const child = spawn(python, ["-c", PYTHON], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  const replies = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const reply = async () => JSON.parse((await replies.next()).value);
  return {
    version: await reply(),
    async run(file, job) {
      child.stdin.write(`${JSON.stringify([file, job])}\n`);
      return reply();
    },
    close: () => child.stdin.end(),
  };
}
