import { describe, expect, it } from "vitest";
import type { CustomerRow } from "../../engine/protocol";
import { wordsOf } from "../../words";
import { fakeEngine } from "../page.fixture";
import { lifecycle, overview, profile, scored } from "../samples.fixture";
import type { State } from "../state";
import { bookOf, fields } from ".";
import { clusteredSheet } from "./clustered";
import { customersSheet } from "./customers";
import { segmentsSheet } from "./segments";

const row: CustomerRow = {
  id: "=7",
  recency: 3,
  frequency: 2,
  monetary: 12.5,
  refunded: 0,
  first: 15_000,
  last: 15_010,
  scores: [5, 4, 3],
  score: 4,
  segment: 0,
  tier: 2,
  attributes: ["North", null],
};

const state: State = {
  ...scored,
  overview: { ...overview, attributes: ["region", "channel"] },
  insight: { ...scored.insight, divisions: [{ kind: "rfm" }, { kind: "attribute", name: "Country" }] },
};

describe("the customers of a customer file", () => {
  it("come with their clusters", async () => {
    const { engine } = fakeEngine({
      exportClusters: async () =>
        new Blob(['\uFEFFCustomer,Cluster,Name,Distance,Income\r\n"\'=a""b",1,"x, y",0.5,10\r\nc,,,,-2\r\n']),
    });
    const clustering = {
      ...state.clustering,
      report: { clusters: [{}], features: [] },
    } as unknown as State["clustering"];
    const sheet = await clusteredSheet(engine, { ...state, clustering }, wordsOf("en"));
    expect(sheet?.columns).toEqual(["Customer", "Cluster", "Name", "Distance", "Income"]);
    expect([...((sheet?.rows ?? []) as Iterable<unknown[]>)].flat()).toEqual([
      ['=a"b', 1, "x, y", 0.5, 10],
      ["c", null, "", null, -2],
    ]);
  });
});

describe("the customers of a workbook", () => {
  it("stand under the names of the CSV, and under every division that is there", async () => {
    const { engine } = fakeEngine({
      find: async () => Uint32Array.of(1, 0),
      rows: async (positions) => [...positions].map((at) => ({ ...row, id: `c${at}` })),
      labels: async () => ({ names: ["UK"], labels: Uint16Array.of(0, 1) }),
    });
    const words = wordsOf("en");
    const sheet = await customersSheet(engine, state, words);
    expect(sheet?.columns).toEqual([...words.files.columns, "Region", "Channel", "Country"]);
    const rows: unknown[] = [];
    for await (const some of sheet?.rows ?? []) rows.push(...some);
    const rest = [3, 2, 12.5, 0, { day: 15_000 }, { day: 15_010 }, 5, 4, 3, 4, "Champions", "Low", "North", null];
    const none = words.terms.unassigned.attribute;
    expect(rows).toEqual([
      ["c1", ...rest, none],
      ["c0", ...rest, "UK"],
    ]);
  });

  it("are refused where a sheet has no room for them", async () => {
    const { engine } = fakeEngine();
    const many = { ...state, rfm: { ...state.rfm, customers: 1_048_576 } } as State;
    await expect(bookOf(engine, many, wordsOf("en"))).rejects.toEqual({
      code: "too_many_rows",
      rows: 1_048_576,
      most: 1_048_575,
    });
  });
});

it("has the segments of every division", () => {
  const told = segmentsSheet(
    {
      ...state,
      rfm: null,
      lifecycle: { ...state.lifecycle, report: lifecycle },
      insight: { ...state.insight, profile: { ...profile, division: { kind: "attribute", name: "Country" } } },
    },
    wordsOf("en"),
  );
  const rows = [...(told.rows as Iterable<readonly (readonly unknown[])[]>)].flat();
  expect(rows.map(([division, name, customers]) => [division, name, customers])).toEqual([
    ["Lifecycle", "New", 2],
    ["Lifecycle", "Active", 4],
    ["Lifecycle", "Returned", 1],
    ["Lifecycle", "Drowsy", 1],
    ["Lifecycle", "Lost", 2],
    ["Country", "champions", 60],
    ["Country", "lost", 40],
  ]);
  // 600 of 4 customers.
  expect(rows[1]?.at(-1)).toBe(150);
});

it("tells the fields of a record by their paths", () => {
  expect(fields({ a: { b: [1, "x"] }, c: null, d: true, e: [] })).toEqual([
    ["a.b[0]", 1],
    ["a.b[1]", "x"],
    ["c", null],
    ["d", "true"],
  ]);
});
