import { describe, expect, it } from "vitest";
import type { Recipe } from "../engine/protocol";
import { defaultCoverage, defaultReallocation } from "./coverage";
import { defaultLifecycle } from "./lifecycle";
import { fakeEngine, page } from "./page.fixture";
import { recipeOf } from "./recipe";
import { companion, ordersAndCustomers, params } from "./samples.fixture";
import { defaultCustomers, defaultRfm } from "./state";

const file = new File(["customer,date,amount"], "orders.csv");

describe("settings that were kept", () => {
  const kept: Recipe = {
    version: 1,
    file: "march.csv",
    sheet: null,
    columns: ["customer", "date", "amount"],
    import: { ...params, duplicates: "drop" },
    customers: { ...defaultCustomers, refunds: "drop", asOf: 15_000 },
    rfm: { ...defaultRfm, weights: [2, 1, 1] },
    clusters: null,
    lifecycle: defaultLifecycle,
    division: { kind: "rfm" },
    personas: [],
    coverage: { ...defaultCoverage, target: 0.8, period: { from: 15_000, to: 15_090 } },
    reallocation: defaultReallocation,
    companions: [],
  };
  const settings = (content: unknown) => new File([JSON.stringify(content)], "march settings.json");

  it("are brought to the file they come with, but for its as-of date", async () => {
    const { engine, asked } = fakeEngine();
    const { commands, until } = page(engine);
    commands.open([settings(kept), new File(["x"], "april.csv")]);
    const state = await until(({ brought }) => brought !== null);
    expect(asked).toEqual(["open april.csv", "recall march.csv", "look 0"]);
    expect(state.brought?.from).toBe("march.csv");
    expect(state.customersParams).toEqual({ ...defaultCustomers, refunds: "drop" });
    expect(state.rfmParams.weights).toEqual([2, 1, 1]);
    // Days of another file say nothing of this one.
    expect(state.coverage.params).toEqual({ ...defaultCoverage, target: 0.8 });
  });

  it("are brought to the tables beside it too, by name or else by columns", async () => {
    const people = {
      file: "members.csv",
      sheet: null,
      columns: ["customer", "city"],
      import: { ...params, dateOrder: null },
    };
    for (const [name, matched] of [
      ["customers.csv", people],
      ["members.csv", { ...people, file: "customers.csv" }],
    ] as const) {
      const { engine, asked } = fakeEngine({ open: async () => ordersAndCustomers });
      const { commands, until } = page(engine);
      commands.open([
        settings({ ...kept, companions: [matched] }),
        new File(["x"], "orders.csv"),
        new File(["x"], name),
      ]);
      const { companions, brought } = await until((state) => state.brought !== null);
      expect(asked).toEqual(["recall march.csv", "look 0", `recall ${matched.file}`, "look 1"]);
      expect(brought?.absent).toEqual([]);
      expect(companions[0]?.params).toEqual(matched.import);
    }
  });

  it("find the table they were made on again, whichever would be the main one by itself", async () => {
    const { engine } = fakeEngine({ open: async () => ordersAndCustomers });
    const { commands, until } = page(engine);
    commands.open([settings({ ...kept, file: "customers.csv" }), new File(["x"], "orders.csv")]);
    const { table, companions } = await until(({ brought }) => brought !== null);
    expect([table, companions[0]?.table]).toEqual([1, 0]);
  });

  it("leave a table beside it as guessed where columns are missing", async () => {
    const { engine, asked } = fakeEngine({
      open: async () => ordersAndCustomers,
      recall: async (table, recipe) => ({ import: recipe.import, complete: table === 0, differences: [] }),
    });
    const { commands, until } = page(engine);
    const people = { file: "members.csv", sheet: null, columns: ["nothing"], import: params };
    commands.open([settings({ ...kept, companions: [people] }), new File(["x"], "orders.csv")]);
    const { brought } = await until((state) => state.brought !== null);
    expect(asked).toEqual(["look 0"]);
    expect(brought).toMatchObject({ complete: true, absent: ["members.csv"] });
  });

  it("name the files beside theirs that are not there", async () => {
    const { engine } = fakeEngine();
    const { commands, until } = page(engine);
    const people = { file: "members.csv", sheet: null, columns: ["customer"], import: params };
    const visits = { ...people, file: "visits.csv" };
    commands.open([settings({ ...kept, companions: [people, visits] }), new File(["x"], "march.csv")]);
    const { brought } = await until((state) => state.brought !== null);
    expect(brought?.absent).toEqual(["members.csv", "visits.csv"]);
  });

  it("hold those of the tables beside it", async () => {
    const { engine } = fakeEngine({ open: async () => ordersAndCustomers });
    const { store, commands, until, idle } = page(engine);
    commands.open([file]);
    await idle();
    commands.read();
    await until((state) => state.companions[0]?.join != null);
    expect(recipeOf(store.state)?.companions).toEqual([
      {
        file: "customers.csv",
        sheet: null,
        columns: companion.head.columns.map(({ name }) => name),
        import: companion.head.params,
      },
    ]);
  });

  it("wait for a file where none is open", async () => {
    const { engine, asked } = fakeEngine();
    const { commands, until } = page(engine);
    commands.open([settings(kept)]);
    await until(({ recipe }) => recipe !== null);
    commands.open([new File(["x"], "march.csv")]);
    const state = await until(({ brought }) => brought !== null);
    expect(asked).toEqual(["open march.csv", "recall march.csv", "look 0"]);
    expect(state.customersParams.asOf).toBe(15_000);
    expect(state.recipe).toBeNull();
  });

  it("of the file before are used where all its columns are there, and can be left", async () => {
    const { engine, asked } = fakeEngine();
    const { commands, until, idle } = page(engine);
    commands.open([file]);
    await idle();
    commands.read();
    await until(({ rfm }) => rfm !== null);
    commands.setCustomers({ ...defaultCustomers, refunds: "separate" });
    await until(({ busy, rfm }) => busy === null && rfm !== null);
    asked.length = 0;
    commands.open([new File(["x"], "april.csv")]);
    const state = await until(({ brought }) => brought !== null);
    expect(state.customersParams.refunds).toBe("separate");
    commands.guessAnew();
    const left = await until(({ brought, busy }) => brought === null && busy === null);
    expect(left.customersParams).toEqual(defaultCustomers);
    expect(asked).toEqual(["open april.csv", "recall orders.csv", "look 0", "open april.csv"]);
  });

  it("of the file before are not used where columns are missing", async () => {
    const { engine } = fakeEngine({
      recall: async (_, recipe) => ({ import: recipe.import, complete: false, differences: [] }),
    });
    const { store, commands, until, idle } = page(engine);
    commands.open([file]);
    await idle();
    commands.read();
    await until(({ rfm }) => rfm !== null);
    commands.open([new File(["x"], "people.csv")]);
    await until(({ file, busy }) => file?.name === "people.csv" && busy === null);
    expect(store.state.brought).toBeNull();
  });

  it("that are none leave what is open as it is", async () => {
    const { engine } = fakeEngine({
      recall: async () => {
        throw { code: "bad_recipe", found: "missing field" };
      },
    });
    const { commands, until, idle } = page(engine);
    commands.open([file]);
    await idle();
    for (const wrong of [settings({ a: 1 }), new File(["{"], "half.json")]) {
      commands.open([wrong]);
      const state = await until(({ error }) => error !== null);
      expect(state.error?.code).toBe("bad_recipe");
      expect(state.file?.name).toBe("orders.csv");
      expect(state.head).not.toBeNull();
      commands.dismissError();
    }
  });
});
