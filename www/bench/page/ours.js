import { startEngine } from "../../src/engine/client.ts";
import { contend } from "./contend.js";

const engine = await startEngine({ shards: 2 });

contend(async (file, { roles }) => {
  const { tables } = await engine.open([file]);
  const { params, columns } = tables[0].head;
  const mapped = { ...params, roles: columns.map((column) => roles[column.name] ?? null) };
  await engine.read(0, mapped, () => {});
  const overview = await engine.fold({
    refunds: "separate",
    refundMark: { kind: "auto" },
    monetary: "sum",
    asOf: null,
  });
  const { customers, orders, revenue, spreads } = overview;
  return { customers, r: Math.round(spreads[0].mean * customers), f: orders, m: revenue };
});
