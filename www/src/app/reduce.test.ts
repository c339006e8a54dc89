import { describe, expect, it } from "vitest";
import { defaultReallocation } from "./coverage";
import { coverage, reallocation } from "./coverage.fixture";
import { editsOf } from "./insight";
import { type Action, reduce } from "./reduce";
import { companion, head, lifecycle, opened, overview, params, report, rfm, scored } from "./samples.fixture";
import { defaultCustomers, defaultRfm, type State } from "./state";

const through = (state: State, ...actions: Action[]): State => actions.reduce(reduce, state);
const results = ({ head, read, overview, rfm }: State) => ({ head, read, overview, rfm });

describe("a step that begins", () => {
  it("discards what lies downstream and nothing else", () => {
    const everything = results(scored);
    expect(results(through(scored, { type: "scoring", job: 5, params: defaultRfm }))).toEqual(everything);
    expect(results(through(scored, { type: "folding", job: 5, params: defaultCustomers }))).toEqual({
      ...everything,
      rfm: null,
    });
    expect(results(through(scored, { type: "reading", job: 5, params }))).toEqual({
      head,
      read: null,
      overview: null,
      rfm: null,
    });
    expect(results(through(scored, { type: "looking", job: 5, params }))).toEqual({
      head,
      read: null,
      overview: null,
      rfm: null,
    });
    expect(results(through(scored, { type: "exporting", job: 5 }))).toEqual(everything);
  });

  it("keeps the settings of the steps downstream", () => {
    const asOf = { ...defaultCustomers, asOf: 15_000 };
    const own = { ...defaultRfm, weights: [2, 1, 1] as [number, number, number] };
    const state = through({ ...scored, customersParams: asOf, rfmParams: own }, { type: "reading", job: 5, params });
    expect(state.customersParams).toBe(asOf);
    expect(state.rfmParams).toBe(own);
  });

  it("starts from the defaults with another file", () => {
    const state = through(
      { ...scored, customersParams: { ...defaultCustomers, asOf: 15_000 } },
      { type: "opening", job: 5, file: { name: "other.csv", size: 7, count: 1, sample: null } },
    );
    expect(results(state)).toEqual({ head: null, read: null, overview: null, rfm: null });
    expect(state.importParams).toBeNull();
    expect(state.customersParams).toEqual(defaultCustomers);
  });

  it("drops the filters that spoke of the scoring before, and keeps search and order", () => {
    const query = { ...scored.query, search: "17", sort: "recency" as const, segment: 3, r: 5, f: 1, tier: 0 };
    const state = through({ ...scored, query }, { type: "scoring", job: 5, params: defaultRfm });
    expect(state.query).toEqual({ ...query, segment: null, r: null, f: null, tier: null });
  });
});

describe("a reply", () => {
  it("of a job that was replaced changes nothing", () => {
    const reading = through(opened, { type: "reading", job: 2, params }, { type: "reading", job: 3, params });
    const result = { report, params, again: false };
    expect(through(reading, { type: "was_read", job: 2, result })).toBe(reading);
    expect(through(reading, { type: "failed", job: 2, error: { code: "cancelled" } })).toBe(reading);
    expect(
      through(reading, {
        type: "progress",
        job: 2,
        progress: { bytes: 50, total: 100, rows: 1, setAside: 0, again: false },
      }),
    ).toBe(reading);
    expect(through(reading, { type: "was_read", job: 3, result }).read).toBe(report);
  });

  it("tells how far the job is only while it goes on", () => {
    const progress = { bytes: 50, total: 100, rows: 1, setAside: 0, again: false };
    expect(through(opened, { type: "reading", job: 2, params }, { type: "progress", job: 2, progress }).busy).toEqual({
      task: "read",
      done: 50,
      total: 100,
      rows: 1,
      setAside: 0,
      again: false,
    });
    const done = through(scored, { type: "progress", job: 4, progress });
    expect(done.busy).toBeNull();
  });

  it("brings the params the file was read with, and remembers those asked for when it was read twice", () => {
    const settled = { ...params, dateOrder: "month_first" as const };
    const reading = through(opened, { type: "reading", job: 2, params });
    const twice = through(reading, { type: "was_read", job: 2, result: { report, params: settled, again: true } });
    expect(twice.importParams).toBe(settled);
    expect(twice.readAgainFrom).toBe(params);
    const once = through(reading, { type: "was_read", job: 2, result: { report, params: settled, again: false } });
    expect(once.readAgainFrom).toBeNull();
  });
});

describe("a step that fails", () => {
  it("leaves a cancelled read without rows and the settings as they were", () => {
    const chosen = { ...params, delimiter: "tab" as const };
    const state = through(
      { ...scored, customersParams: { ...defaultCustomers, refunds: "separate" } },
      { type: "reading", job: 5, params: chosen },
      { type: "failed", job: 5, error: { code: "cancelled" } },
    );
    expect(state.busy).toBeNull();
    expect(state.importParams).toBe(chosen);
    expect(state.customersParams.refunds).toBe("separate");
    expect(state.read).toBeNull();
    expect(state.error).toEqual({ code: "cancelled" });
  });

  it("has no result of its own left, because the settings shown are no longer those of the old one", () => {
    const error = { code: "bad_setting", setting: "bins", found: "11", expected: "2..=10" } as const;
    const state = through(scored, { type: "scoring", job: 5, params: defaultRfm }, { type: "failed", job: 5, error });
    expect(results(state)).toEqual({ head, read: report, overview, rfm: null });
  });

  it("leaves no allocation of effort under settings that have none", () => {
    const shown = { ...scored, coverage: { ...scored.coverage, report: coverage, reallocation } };
    const params = { ...defaultReallocation, budget: 0.1 };
    const state = through(
      shown,
      { type: "reallocating", job: 5, params },
      { type: "failed", job: 5, error: { code: "bad_allocation", cell: 0 } },
    );
    expect(state.coverage).toMatchObject({ reallocation: null, reallocationParams: params, report: coverage });
  });

  it("leaves a failed export without consequences", () => {
    const state = through(
      scored,
      { type: "exporting", job: 5 },
      { type: "failed", job: 5, error: { code: "file_changed" } },
    );
    expect(results(state)).toEqual({ head, read: report, overview, rfm });
  });

  it("loses every result with the engine, and no setting", () => {
    const state = through(
      scored,
      { type: "exporting", job: 5 },
      { type: "failed", job: 5, error: { code: "engine_crashed", detail: "unreachable" } },
    );
    expect(results(state)).toEqual({ head, read: null, overview: null, rfm: null });
    expect(state.importParams).toBe(params);
  });

  it("is told until a step begins", () => {
    const failed = through(
      scored,
      { type: "exporting", job: 5 },
      { type: "failed", job: 5, error: { code: "file_changed" } },
    );
    expect(failed.error?.code).toBe("file_changed");
    expect(through(failed, { type: "scoring", job: 6, params: defaultRfm }).error).toBeNull();
    expect(through(failed, { type: "dismissed" }).error).toBeNull();
  });
});

describe("what the user wrote on the cards", () => {
  const wrote = (title: string | null): Action => ({
    type: "persona_edited",
    edits: { ...editsOf([], { kind: "rfm" }, "lost"), title },
  });

  it("stays with another division and other results, and goes when it is taken back", () => {
    const state = through(scored, wrote("Our best"), {
      type: "profiling",
      job: 5,
      division: { kind: "lifecycle" },
    });
    expect(state.insight.edits.map(({ title }) => title)).toEqual(["Our best"]);
    expect(through(state, wrote(null)).insight.edits).toEqual([]);
  });
});

it("counts prospects anew when a customer file was read beside the orders", () => {
  const told: State = { ...scored, companions: [companion], lifecycle: { ...scored.lifecycle, report: lifecycle } };
  const result = { report, params: companion.params, again: false };
  expect(through(told, { type: "other_read", job: told.job, table: 1, result }).lifecycle.report).toBeNull();
});
