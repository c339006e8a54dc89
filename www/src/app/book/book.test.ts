import { describe, expect, it } from "vitest";
import type { CustomerRow, Engine, FactsMessage } from "../../engine/protocol";
import { wordsOf } from "../../words";
import { emptyLifecycle } from "../lifecycle";
import { fakeEngine } from "../page.fixture";
import { lifecycle, overview, params, scored } from "../samples.fixture";
import type { State } from "../state";
import { bookOf, fields } from ".";
import { customersSheet } from "./customers";
import { knownOf } from "./known";
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
  // The orders' own columns; Country is of a joined file.
  overview: { ...overview, attributes: ["region", "attribute"] },
};

const facts: FactsMessage = {
  ids: ["c0", "c1"],
  value: Float64Array.of(30, 10),
  figures: [{ name: "Age", values: Float64Array.of(31.5, Number.NaN) }],
  texts: [
    { name: "Area", role: "region", values: ["North", "South"], codes: Uint32Array.of(0, 2) },
    { name: "Payment", role: "attribute", values: ["Card"], codes: Uint32Array.of(0, 0) },
    { name: "Country", role: "region", values: ["UK"], codes: Uint32Array.of(0, 1) },
  ],
};

/** Two customers: both are in the first segment of each division but of the last two. */
const answers: Partial<Engine> = {
  find: async () => Uint32Array.of(1, 0),
  rows: async (positions) => [...positions].map((at) => ({ ...row, id: `c${at}` })),
  divisions: async () => [
    { kind: "rfm" },
    { kind: "tiers" },
    { kind: "lifecycle" },
    { kind: "attribute", name: "Payment" },
    { kind: "attribute", name: "Country" },
  ],
  labels: async (division) => {
    if (division.kind === "lifecycle") return { names: ["new", "active"], labels: Uint16Array.of(1, 2) };
    if (division.kind === "clusters") return { names: ["big", ""], labels: Uint16Array.of(0, 1) };
    return division.kind === "attribute" && division.name === "Country"
      ? { names: ["UK"], labels: Uint16Array.of(0, 1) }
      : { names: ["Card"], labels: Uint16Array.of(0, 0) };
  },
  facts: async () => facts,
};

const listed: State = {
  ...state,
  overview: null,
  rfm: null,
  lifecycle: emptyLifecycle,
  importParams: { ...params, roles: ["customer", "measure", "attribute"] },
};

/** A sheet of the workbook, whole. */
async function sheetOf(make: typeof customersSheet, of: State, given = answers) {
  const { engine } = fakeEngine(given);
  const words = wordsOf("en");
  const sheet = await make(engine, of, await knownOf(engine, of, words), words);
  const rows: (readonly unknown[])[] = [];
  for await (const some of sheet?.rows ?? []) rows.push(...some);
  return { columns: sheet?.columns, rows };
}

describe("the customers of a customer file", () => {
  it("come with every column and every division, clustered or not", async () => {
    const without: Partial<Engine> = { ...answers, divisions: async () => [{ kind: "attribute", name: "Country" }] };
    expect(
      await sheetOf(customersSheet, listed, {
        ...without,
        facts: async () => ({ ...facts, value: new Float64Array() }),
      }),
    ).toEqual({
      columns: ["Customer", "Area", "Payment", "Country", "Age"],
      rows: [
        ["c0", "North", "Card", "UK", 31.5],
        ["c1", null, "Card", null, null],
      ],
    });
    const { columns, rows } = await sheetOf(customersSheet, listed, {
      ...without,
      divisions: async () => [{ kind: "clusters" }],
    });
    expect([columns?.at(-1), ...rows.map((cells) => cells.at(-1))]).toEqual(["Clusters", "big", "Cluster 2"]);
  });

  it("are not there where nothing lists customers", async () => {
    const { columns } = await sheetOf(customersSheet, {
      ...listed,
      importParams: { ...params, roles: ["customer", "date"] },
    });
    expect(columns).toBeUndefined();
  });

  it("have their segments in every division, whichever is described", async () => {
    const { rows } = await sheetOf(async (_, of, known, words) => segmentsSheet(of, known, words), listed, {
      ...answers,
      facts: async () => ({ ...facts, value: new Float64Array() }),
      divisions: async () => [
        { kind: "attribute", name: "Payment" },
        { kind: "attribute", name: "Country" },
      ],
    });
    expect(rows).toEqual([
      ["Payment", "Card", 2, 1, null, null, null],
      ["Country", "UK", 1, 1, null, null, null],
    ]);
  });
});

describe("the customers of a workbook", () => {
  it("stand under the names of the CSV, each column once", async () => {
    const { columns, rows } = await sheetOf(customersSheet, state);
    expect(columns).toEqual([...wordsOf("en").files.columns, "Region", "Payment", "Country", "Age", "Lifecycle"]);
    const rest = [3, 2, 12.5, 0, { day: 15_000 }, { day: 15_010 }, 5, 4, 3, 4, "Champions", "Low"];
    expect(rows).toEqual([
      ["c1", ...rest, null, "Card", null, null, wordsOf("en").terms.unassigned.lifecycle],
      ["c0", ...rest, "North", "Card", "UK", 31.5, "Active"],
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

it("has the segments of every division", async () => {
  const told = { ...state, rfm: null, lifecycle: { ...state.lifecycle, report: lifecycle } };
  const { rows } = await sheetOf(async (_, of, known, words) => segmentsSheet(of, known, words), told);
  expect(rows.map(([division, name, customers]) => [division, name, customers])).toEqual([
    ["Lifecycle", "New", 2],
    ["Lifecycle", "Active", 4],
    ["Lifecycle", "Returned", 1],
    ["Lifecycle", "Drowsy", 1],
    ["Lifecycle", "Lost", 2],
    ["Payment", "Card", 2],
    ["Country", "UK", 1],
  ]);
  // 600 of 4 customers.
  expect(rows[1]?.at(-1)).toBe(150);
  // 30 and 10 of 2 customers; shares are of the customers who have a value.
  expect(rows.slice(-2).map((cells) => cells.slice(3))).toEqual([
    [1, 40, 1, 20],
    [1, 30, 1, 30],
  ]);
});

it("tells the fields of a record by their paths", () => {
  expect(fields({ a: { b: [1, "x"] }, c: null, d: true, e: [] })).toEqual([
    ["a.b[0]", 1],
    ["a.b[1]", "x"],
    ["c", null],
    ["d", "true"],
  ]);
});
