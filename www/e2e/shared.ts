/** Public data sets and independent figures, which lie beside the repository and not in it. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { test } from "./support";

const folder = resolve(process.env["SEGMENTLAB_SHARED"] ?? join(import.meta.dirname, "../../../shared"));

/** Skips the tests of this file where there is no shared data; in CI its absence is a failure. */
export function needsShared(): void {
  test.beforeAll(() => {
    if (existsSync(join(folder, "reference"))) return;
    const reason = `no shared data in ${folder}; SEGMENTLAB_SHARED can name another place`;
    if (process.env["CI"]) throw new Error(reason);
    console.log(`skipped: ${reason}`);
    test.skip(true, reason);
  });
}

export const shared = (...path: string[]): string => join(folder, ...path);

/** A packed file of the shared data, unpacked once, under its name without `.gz`. */
export function unpacked(...path: string[]): string {
  const name = (path.at(-1) ?? "").replace(/\.gz$/, "");
  const to = join(tmpdir(), "segmentlab-e2e");
  const whole = join(to, name);
  if (!existsSync(whole)) {
    mkdirSync(to, { recursive: true });
    const part = `${whole}.${process.pid}`;
    writeFileSync(part, gunzipSync(readFileSync(shared(...path))));
    renameSync(part, whole);
  }
  return whole;
}

interface Cuts {
  readonly median: number;
  readonly quintile_cuts_linear_type7: readonly number[];
}

/** What `reference/online_retail.json` says of purchases with a customer. */
export interface RetailReference {
  readonly customers: number;
  readonly frequency_sum: number;
  readonly monetary_sum: number;
  readonly recency_days: Cuts;
  readonly frequency: Cuts;
  readonly monetary: Cuts;
  readonly scores_by_cut: Readonly<Record<"R" | "F" | "M", Readonly<Record<string, number>>>>;
}

export function retailReference(): RetailReference {
  return JSON.parse(readFileSync(shared("reference", "online_retail.json"), "utf8")).rfm;
}

/** The rows of `reference/online_retail_rfm.csv` by column name. */
export function retailRows(): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(shared("reference", "online_retail_rfm.csv"), "utf8")
    .trim()
    .split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}

export interface RetailCustomer {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  /** Scores by cut. */
  readonly r: string;
  readonly f: string;
}

export const retailCustomers = (): RetailCustomer[] =>
  retailRows().map((row) => ({
    recency: Number(row["recency_days"]),
    frequency: Number(row["frequency"]),
    monetary: Number(row["monetary"]),
    r: row["R_by_cut"] ?? "",
    f: row["F_by_cut"] ?? "",
  }));
