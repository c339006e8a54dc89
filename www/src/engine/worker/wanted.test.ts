import { expect, it } from "vitest";
import { wantedRows } from "./wanted";

it("tells all rows set aside from those with one issue and from refunds", () => {
  expect(wantedRows(null, { kind: "auto" })).toEqual({ kind: "set_aside" });
  expect(wantedRows("bad_date", { kind: "auto" })).toEqual({ kind: "issue", which: "bad_date" });
  expect(wantedRows("refund", { kind: "auto" })).toEqual({ kind: "refunds", which: null });
  expect(wantedRows("refund", { kind: "never" })).toEqual({ kind: "refunds", which: null });
});

it("passes the user's own refund mark on", () => {
  const prefix = { kind: "prefix", prefix: "R-" } as const;
  expect(wantedRows("refund", prefix)).toEqual({ kind: "refunds", which: { prefix: "R-", digits: false } });
});
