import { describe, expect, it } from "vitest";
import type { DateReading, EngineError, ImportParams } from "../engine/protocol";
import { asOrders, fakeEngine, page, settle } from "./page.fixture";
import { companion, files, head, ordersAndCustomers, params, readBothWays, report, rfm } from "./samples.fixture";

const file = new File(["customer,date,amount"], "orders.csv");

describe("opening", () => {
  it("fetches what comes late before the engine seals the page", async () => {
    const order: string[] = [];
    const { engine } = fakeEngine({
      open: async () => {
        order.push("open");
        return asOrders([file]);
      },
    });
    const { commands, idle } = page(engine, { fetchLateParts: async () => void order.push("late parts") });
    commands.open([file]);
    await idle();
    expect(order).toEqual(["late parts", "open"]);
  });

  it("reads a sample at once and goes on to the segments", async () => {
    const { engine, asked } = fakeEngine();
    const { commands, until } = page(engine);
    commands.openSample("retail");
    const state = await until(({ rfm }) => rfm !== null);
    expect(asked).toEqual(["openSample retail.csv", "read 0 null", "fold", "score"]);
    expect(state.file).toEqual({ name: "retail.csv", size: 1, count: 1, sample: "retail" });
  });

  it("asks before it reloads a sealed page for a sample", async () => {
    const { engine, asked } = fakeEngine();
    const { store, commands, reached } = page(engine);
    store.dispatch({ type: "requests", count: 0 });
    commands.openSample("fmcg");
    expect(store.state.reloadFor).toBe("fmcg");
    commands.answerReload(false);
    expect(reached).toEqual([]);
    commands.openSample("fmcg");
    commands.answerReload(true);
    expect(reached).toEqual(["reload fmcg"]);
    expect(asked).toEqual([]);
  });

  it("tells a sample that cannot be fetched", async () => {
    const { engine } = fakeEngine();
    const { commands, until } = page(engine, {
      fetchSample: async (sample) => {
        throw { code: "sample_unavailable", sample };
      },
    });
    commands.openSample("retail");
    const { error, busy } = await until((state) => state.error !== null);
    expect(error).toEqual({ code: "sample_unavailable", sample: "retail" });
    expect(busy).toBeNull();
  });
});

describe("reading", () => {
  it("stops before the customers where orders are lacking or the dates can be read both ways", async () => {
    for (const [roles, dateReadings] of [
      [["customer", null, null], []],
      [["customer", "date", "amount"], [readBothWays]],
    ] as [ImportParams["roles"], DateReading[]][]) {
      const { engine, asked } = fakeEngine({
        open: async () => ({
          tables: [{ files, head: { ...head, params: { ...params, roles } } }],
          refused: [],
        }),
        read: async (_, params) => ({
          params,
          again: false,
          report: {
            ...report,
            dateOrder: params.dateOrder,
            dateReadings,
          },
        }),
      });
      const { commands, until, idle } = page(engine);
      commands.open([file]);
      await idle();
      commands.read();
      await until((state) => state.read !== null);
      expect(asked).toEqual([]);
    }
  });

  it("reads again with the date order the user knows, and goes on", async () => {
    const { engine, asked } = fakeEngine();
    const { commands, until, idle } = page(engine);
    commands.open([file]);
    await idle();
    commands.readAs("day_first");
    await until(({ rfm }) => rfm !== null);
    expect(asked).toEqual(["open orders.csv", "read 0 day_first", "fold", "score"]);
  });

  it("is stopped in the engine when something replaces it, and its reply is not waited for", async () => {
    let stop: (error: EngineError) => void = () => {};
    const { engine, asked } = fakeEngine({
      read: () => new Promise((_, reject) => (stop = reject)),
      cancel: () => {
        asked.push("cancel");
        stop({ code: "cancelled" });
      },
    });
    const { commands, idle, until } = page(engine);
    commands.open([file]);
    await idle();
    commands.read();
    commands.open([new File(["x"], "other.csv")]);
    const state = await until(({ head, busy }) => head !== null && busy === null);
    expect(asked).toEqual(["open orders.csv", "cancel", "open other.csv"]);
    expect(state.error).toBeNull();
  });
});

it("tells an engine that could not be started", async () => {
  const { engine } = fakeEngine();
  const { commands, until } = page(engine, { engine: Promise.reject(new Error("no wasm")) });
  commands.open([file]);
  const { error } = await until((state) => state.error !== null);
  expect(error).toEqual({ code: "engine_unavailable", detail: "Error: no wasm" });
});

it("saves rows under a name that says which they are", async () => {
  const { engine } = fakeEngine();
  const { commands, reached, until, idle } = page(engine);
  commands.open([file]);
  await idle();
  commands.exportRows("no_customer");
  const { saved } = await until((state) => state.saved !== null);
  expect(saved).toBe("orders No customer.csv");
  expect(reached).toContain("save orders No customer.csv");
});

describe("several tables", () => {
  it("reads the orders, then the others, and matches their customers", async () => {
    const { engine, asked } = fakeEngine({ open: async () => ordersAndCustomers });
    const { commands, until, idle } = page(engine);
    commands.open([file, new File(["x"], "customers.csv")]);
    await idle();
    commands.read();
    const { companions } = await until((state) => state.companions[0]?.join != null);
    expect(asked).toEqual(["read 0 null", "fold", "score", "readOther 1", "join 1"]);
    expect(companions[0]?.join).toBe(companion.join);
  });

  it("asks what to do with files dropped beside the user's own, and adds them to what was read", async () => {
    const { engine, asked } = fakeEngine();
    const { store, commands, until, idle } = page(engine);
    commands.drop([file]);
    await idle();
    commands.read();
    await until(({ rfm }) => rfm !== null);
    await settle();
    const more = new File(["x"], "customers.csv");
    commands.drop([more]);
    expect(store.state.dropped).toEqual(["customers.csv"]);
    commands.answerDrop(null);
    expect(store.state.dropped).toBeNull();
    commands.drop([more]);
    commands.answerDrop("add");
    const { companions, rfm: scores } = await until((state) => state.companions[0]?.join != null);
    expect(scores).toBe(rfm);
    expect(companions).toHaveLength(1);
    expect(asked).toEqual([
      "open orders.csv",
      "read 0 null",
      "fold",
      "score",
      "add customers.csv",
      "readOther 1",
      "join 1",
    ]);
  });

  it("lets a dropped file take the place of what is open, and of a sample without asking", async () => {
    const { engine, asked } = fakeEngine();
    const { store, commands, until, idle } = page(engine);
    commands.openSample("retail");
    await until(({ rfm }) => rfm !== null);
    commands.drop([file]);
    expect(store.state.dropped).toBeNull();
    await idle();
    commands.drop([new File(["x"], "next.csv")]);
    commands.answerDrop("replace");
    await idle();
    expect(asked.filter((question) => question.startsWith("open"))).toEqual([
      "openSample retail.csv",
      "open orders.csv",
      "open next.csv",
    ]);
  });

  it("names the file of a companion that cannot be read, and keeps the orders", async () => {
    const { engine } = fakeEngine({
      open: async () => ordersAndCustomers,
      readOther: async () => {
        throw { code: "no_rows", rows: 3 };
      },
    });
    const { commands, until, idle } = page(engine);
    commands.open([file]);
    await idle();
    commands.read();
    const state = await until(({ error }) => error !== null);
    expect(state.error).toEqual({ code: "no_rows", rows: 3, file: "customers.csv" });
    expect(state.rfm).toBe(rfm);
  });

  it("saves unmatched customers under a name that says which they are", async () => {
    const { engine } = fakeEngine({ open: async () => ordersAndCustomers });
    const { commands, until, idle } = page(engine);
    commands.open([file]);
    await idle();
    commands.exportUnmatched(1, "other");
    expect((await until((state) => state.saved !== null)).saved).toBe("customers customers not in orders.csv");
  });

  it("hands all files to a new engine after the old one was lost", async () => {
    const { engine, asked } = fakeEngine({
      read: async () => {
        throw { code: "engine_crashed", detail: "unreachable" };
      },
    });
    const { commands, until, idle } = page(engine);
    commands.open([file]);
    await idle();
    commands.read();
    await until(({ error }) => error !== null);
    commands.setImport({ ...params, dateOrder: "day_first" });
    const state = await until(({ busy, error }) => busy === null && error === null);
    expect(asked).toEqual(["open orders.csv", "open orders.csv", "look 0"]);
    expect(state.importParams?.dateOrder).toBe("day_first");
  });
});
