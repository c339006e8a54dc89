import { describe, expect, it } from "vitest";
import { fakeEngine, page } from "./page.fixture";
import { type Project, type ProjectContent, type Shelf, today } from "./projects";

/** A shelf in memory. */
function shelf(): { shelf: Shelf; kept: Map<number, [Project, ProjectContent]> } {
  const kept = new Map<number, [Project, ProjectContent]>();
  return {
    kept,
    shelf: {
      list: async () => [...kept.values()].map(([project]) => project),
      async keep(project, content) {
        kept.set(kept.size + 1, [{ ...project, id: kept.size + 1 }, content]);
      },
      async take(id) {
        const found = kept.get(id);
        if (found === undefined) throw { code: "storage_unavailable" };
        return found[1];
      },
      erase: async (id) => void kept.delete(id),
    },
  };
}

const file = new File(["customer,date,amount"], "orders.csv");

async function scoredPage() {
  const around = shelf();
  const { engine, asked } = fakeEngine();
  const made = page(engine, { shelf: around.shelf });
  made.commands.open([file]);
  await made.until(({ head, busy }) => head !== null && busy === null);
  made.commands.read();
  await made.until(({ rfm, busy }) => rfm !== null && busy === null);
  return { ...made, ...around, asked };
}

describe("projects", () => {
  it("are kept when the user asks, and not before", async () => {
    const { commands, until, kept } = await scoredPage();
    expect(kept.size).toBe(0);
    commands.keepProject();
    const { projects } = await until((state) => state.projects.length > 0);
    expect(projects).toEqual([{ id: 1, name: "orders.csv", day: today(), count: 1, size: file.size }]);
    expect(kept.get(1)?.[1].files).toEqual([file]);
  });

  it("are opened with their settings and read at once", async () => {
    const { commands, until, asked, idle } = await scoredPage();
    commands.setRfm({ ...(await idle()).rfmParams, weights: [3, 1, 1] });
    await idle();
    commands.keepProject();
    await until((state) => state.projects.length > 0);
    commands.open([new File(["x"], "other.csv")]);
    await until((state) => state.read === null && state.head !== null && state.busy === null);
    asked.length = 0;
    commands.openProject(1);
    const state = await until(
      (state) => state.file?.name === "orders.csv" && state.rfm !== null && state.busy === null,
    );
    expect(state.rfmParams.weights).toEqual([3, 1, 1]);
    expect(asked).toEqual(["open orders.csv", "recall orders.csv", "look 0", "read 0 null", "fold", "score"]);
  });

  it("are erased", async () => {
    const { commands, until } = await scoredPage();
    commands.keepProject();
    await until((state) => state.projects.length > 0);
    commands.eraseProject(1);
    await until((state) => state.projects.length === 0);
  });

  it("tell why they cannot be kept", async () => {
    const { engine } = fakeEngine();
    const full: Shelf = { ...shelf().shelf, keep: () => Promise.reject({ code: "storage_full", bytes: 20 }) };
    const { commands, until } = page(engine, { shelf: full });
    commands.open([file]);
    await until(({ head, busy }) => head !== null && busy === null);
    commands.read();
    await until(({ rfm, busy }) => rfm !== null && busy === null);
    commands.keepProject();
    const { error } = await until((state) => state.error !== null);
    expect(error).toEqual({ code: "storage_full", bytes: 20 });
  });
});

it("counts days by the user's calendar", () => {
  // 2024-03-10, as the reference day 2011-12-09 is 15317: 4475 days later.
  expect(today(new Date(2024, 2, 10, 23, 59))).toBe(15_317 + 4475);
});
