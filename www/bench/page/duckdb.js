import * as duckdb from "@duckdb/duckdb-wasm";
import worker from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasm from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import { sqlOf } from "../jobs.mjs";
import { contend } from "./contend.js";

// The build with threads cannot read a File: its threads do not know the handle that was registered.
const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(worker));
await db.instantiate(wasm);
const connection = await db.connect();

contend(async (file, job) => {
  await db.registerFileHandle(file.name, file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const [fold, sums] = sqlOf(job, file.name);
  await connection.query(fold);
  const [row] = (await connection.query(sums)).toArray();
  await db.dropFile(file.name);
  return { customers: row.customers, r: row.r, f: row.f, m: row.m };
});
