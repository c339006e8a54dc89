import { expect, it } from "vitest";
import { fakeEngine, page } from "./page.fixture";
import { scored } from "./samples.fixture";

it("describes the segments once their screen is in sight, another division when it is chosen, and saves what is shown", async () => {
  const { engine, asked } = fakeEngine();
  const { commands, until, idle, reached } = page(engine, {}, scored);
  commands.exportProfile();
  expect(reached).toEqual([]);

  commands.go("profiles");
  const first = await until(({ insight }) => insight.profile !== null);
  expect(first.insight.division).toEqual({ kind: "rfm" });
  expect(first.insight.personas).toHaveLength(2);
  await idle();
  commands.go("personas");
  await idle();
  expect(asked.filter((call) => call.startsWith("profile"))).toEqual(["profile rfm"]);

  commands.setDivision({ kind: "lifecycle" });
  await until(({ insight }) => insight.profile?.division.kind === "lifecycle");
  await idle();
  commands.exportProfile();
  const { saved } = await until((state) => state.saved !== null);
  expect(saved).toBe("orders profile Lifecycle.csv");
  expect(reached).toContain(`save ${saved}`);
});

it("falls back to a division that is there where the one before is gone", async () => {
  const { engine, asked } = fakeEngine({ divisions: async () => [{ kind: "tiers" }] });
  const { commands, until } = page(engine, {}, scored);
  commands.go("profiles");
  const { insight } = await until((state) => state.insight.profile !== null);
  expect(insight.division).toEqual({ kind: "tiers" });
  expect(asked).toContain("profile tiers");
});
