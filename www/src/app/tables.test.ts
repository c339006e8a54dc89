import { describe, expect, it } from "vitest";
import type { FileKind, Opened, Table } from "../engine/protocol";
import { reduce } from "./reduce";
import { companion, files, head, opened, params, scored } from "./samples.fixture";
import { emptyState, type State } from "./state";
import { canJoin, mainOf } from "./tables";

const table = (name: string, kind: FileKind, bytes = 100): Table => ({
  files: [{ name, size: bytes }],
  head: { ...head, kind, bytes },
});

const opening = (found: Opened): State => {
  const empty = { ...emptyState("en", "light", "data"), job: 1 };
  return reduce(empty, {
    type: "opened",
    job: 1,
    opened: found,
    main: mainOf(found.tables),
    brought: null,
  });
};
const adding = (state: State, ...tables: Table[]): State =>
  reduce({ ...state, job: 9 }, { type: "added", job: 9, opened: { tables, refused: [] } });

const orders: Table = { files, head };
const both: State = { ...scored, companions: [companion] };
const results = ({ read, overview, rfm }: State) => [read, overview, rfm];

describe("files that were opened", () => {
  it("are computed from the largest table of orders; the others stand beside it", () => {
    const state = opening({
      tables: [
        table("customers.csv", "customers", 900),
        table("small.csv", "transactions", 10),
        table("large.csv", "transactions", 500),
        table("goals.csv", "targets"),
      ],
      refused: [{ name: "photo.png", error: { code: "not_text", kind: "image" } }],
    });
    expect(state.file?.name).toBe("large.csv");
    expect(state.table).toBe(2);
    expect(state.companions.map(({ table, kind }) => [table, kind])).toEqual([
      [0, "customers"],
      [1, "transactions"],
      [3, "targets"],
    ]);
    expect(state.refused.map(({ name }) => name)).toEqual(["photo.png"]);
  });

  it("are computed from the customers where there are no orders, however many visits there are", () => {
    const state = opening({
      tables: [table("a.csv", "targets"), table("b.csv", "customers", 90), table("c.csv", "contacts", 900)],
      refused: [],
    });
    expect(state.file?.name).toBe("b.csv");
    expect(state.companions.map(({ kind }) => kind)).toEqual(["targets", "contacts"]);
  });

  it("count as one where they were stacked", () => {
    const days = { files: [1, 2, 3].map((day) => ({ name: `${day}.csv`, size: 10 })), head };
    expect(opening({ tables: [days], refused: [] }).file).toEqual({ name: "1.csv", size: 30, count: 3, sample: null });
  });
});

describe("files that are added", () => {
  it("as a new table leave everything that was computed", () => {
    const state = adding(scored, orders, table("customers.csv", "customers"));
    expect(results(state)).toEqual(results(scored));
    expect(state.companions.map(({ table, read }) => [table, read])).toEqual([[1, null]]);
  });

  it("on top of the orders discard what was read of them, and keep how they are read", () => {
    const chosen = { ...params, dateOrder: "day_first" as const };
    const two = { files: [...files, { name: "more.csv", size: 7 }], head: { ...head, params: chosen } };
    const state = adding({ ...both, importParams: chosen }, two, { files: companion.files, head: companion.head });
    expect(results(state)).toEqual([null, null, null]);
    expect(state.file).toEqual({ name: "orders.csv", size: 107, count: 2, sample: null });
    expect(state.importParams).toEqual(chosen);
    expect(state.companions[0]).toMatchObject({ read: companion.read, join: null });
  });

  it("on top of a companion have it read again, and nothing else", () => {
    const more = { files: [...companion.files, { name: "south.csv", size: 7 }], head: companion.head };
    const state = adding(both, orders, more);
    expect(results(state)).toEqual(results(scored));
    expect(state.companions[0]).toMatchObject({ files: more.files, read: null, join: null });
  });

  it("put orders first that come after the customers", () => {
    const customers: State = { ...opened, kind: "customers" };
    const state = adding(customers, { files, head }, table("late.csv", "transactions"));
    expect(state.file?.name).toBe("late.csv");
    expect(state.companions.map(({ files, kind }) => [files[0]?.name, kind])).toEqual([["orders.csv", "customers"]]);
  });
});

describe("a companion", () => {
  it("that takes the place of the main table swaps with it, unread", () => {
    const state = reduce(both, { type: "put_first", table: 1 });
    expect(state.table).toBe(1);
    expect(state.importParams).toBe(companion.params);
    expect(results(state)).toEqual([null, null, null]);
    expect(state.companions).toEqual([{ table: 0, files, head, kind: "transactions", params, read: null, join: null }]);
  });

  it("is taken for what the user says, which discards nothing", () => {
    const state = reduce(both, { type: "took_for", table: 1, kind: "contacts" });
    expect(state.companions[0]).toEqual({ ...companion, kind: "contacts" });
    expect(results(state)).toEqual(results(both));
  });

  it("is matched anew when either side is read again", () => {
    const reading = reduce(both, { type: "reading", job: 5, params });
    expect(reading.companions[0]).toMatchObject({ read: companion.read, join: null });
    const changed = reduce(both, { type: "looking_at", job: 5, table: 1, params: companion.params });
    expect(changed.companions[0]).toMatchObject({ read: null, join: null });
    expect(results(changed)).toEqual(results(both));
  });

  it("is lost with the engine", () => {
    const error = { code: "engine_crashed", detail: "" } as const;
    const state = reduce({ ...both, job: 5 }, { type: "failed", job: 5, error });
    expect(state.companions[0]).toMatchObject({ read: null, join: null, params: companion.params });
  });

  it("can be matched once both are read and both name customers", () => {
    expect(canJoin(both, companion)).toBe(true);
    expect(canJoin({ ...both, read: null }, companion)).toBe(false);
    expect(canJoin(both, { ...companion, read: null })).toBe(false);
    expect(canJoin(both, { ...companion, params: { ...params, roles: [null, null, null] } })).toBe(false);
  });
});
