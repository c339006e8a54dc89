/** Coverage from dropped files to the list that is taken away; every figure is counted again from the files. */

import { readFileSync } from "node:fs";
import { records } from "./csv";
import { choose, expect, go, type Made, read, saved, speak, start, test } from "./support";

const SAMPLES = new URL("../public/samples/", import.meta.url);
const BOOK = ["fmcg-customers.csv", "fmcg-visits.csv", "fmcg-targets.csv"] as const;

/** The rows of a sample; no cell of it needs quotes. */
const rowsOf = (name: string): readonly (readonly string[])[] =>
  readFileSync(new URL(name, SAMPLES), "utf8")
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","));

/** The quarter up to the last visit, 2025-10-01 to 2025-12-30, as the page takes it by itself. */
function counted() {
  const visits = new Map<string, number>();
  for (const [, customer = ""] of rowsOf("fmcg-visits.csv")) visits.set(customer, (visits.get(customer) ?? 0) + 1);
  const targets = new Map(
    rowsOf("fmcg-targets.csv").map(([, region, channel, , , , rate = ""]) => [
      `${region} · ${channel}`,
      Number.parseFloat(rate),
    ]),
  );
  const cells = new Map<string, { customers: number; covered: number }>();
  const uncovered: { id: string; cell: string; potential: number }[] = [];
  for (const [id = "", , region, , channel, , , , potential] of rowsOf("fmcg-customers.csv")) {
    const name = `${region} · ${channel}`;
    const cell = cells.get(name) ?? { customers: 0, covered: 0 };
    const covered = visits.has(id);
    cells.set(name, { customers: cell.customers + 1, covered: cell.covered + Number(covered) });
    if (!covered) uncovered.push({ id, cell: name, potential: Number(potential) });
  }
  const gaps = [...cells].map(([name, { customers, covered }]) => {
    // In hundredths, so that nothing is rounded.
    const wanted = Math.ceil((customers * (targets.get(name) ?? 90)) / 100);
    return { name, gap: Math.max(wanted - covered, 0) };
  });
  uncovered.sort((a, b) => b.potential - a.potential);
  return { customers: [...cells.values()].reduce((sum, cell) => sum + cell.customers, 0), gaps, uncovered, cells };
}

for (const lang of ["en", "zh"] as const)
  test(`three files to a call list, ${lang}`, async ({ page }) => {
    const { customers, gaps, uncovered, cells } = counted();
    const short = gaps.filter(({ gap }) => gap > 0);
    const missing = short.reduce((sum, { gap }) => sum + gap, 0);
    await start(page);
    await speak(page, lang);
    await choose(page, ...BOOK.map((name) => new URL(name, SAMPLES).pathname));
    await read(page);
    await expect(page.getByTestId("busy")).toHaveCount(0);
    await go(page, "coverage");
    const headline = page.getByTestId("headline");
    for (const figure of [customers, customers - uncovered.length, missing, short.length])
      await expect(
        headline.locator("b").filter({ hasText: new RegExp(`^${figure.toLocaleString("en")}\\b`) }),
      ).not.toHaveCount(0);

    // Every cell, with its customers.
    const table = page.getByTestId("coverage-table");
    await expect(table.locator("[data-cell]")).toHaveCount(cells.size);
    for (const [name, { customers: all, covered }] of cells) {
      const cell = table.getByRole("gridcell", { name: new RegExp(`^${name},`) });
      await expect(cell).toContainText(`${((100 * covered) / all).toFixed(1)}%`);
      await expect(cell).toContainText(`n = ${all}`);
    }

    // The list of all, then of the cell with the largest potential at its top.
    await expect(page.getByTestId("calls-count")).toContainText(String(uncovered.length));
    const first = uncovered[0];
    const own = uncovered.filter(({ cell }) => cell === first?.cell);
    await table.getByRole("gridcell", { name: new RegExp(`^${first?.cell},`) }).click();
    await expect(page.getByTestId("calls-cell")).toContainText(first?.cell ?? "");
    await expect(page.getByTestId("calls-count")).toContainText(new RegExp(`^${own.length}\\b`));
    const list = await saved(page, () => page.getByTestId("export-calls").click());
    expect(list.name).toBe(lang === "en" ? "fmcg-customers not covered.csv" : "fmcg-customers 未覆盖客户.csv");
    const [header, ...rows] = records(list.bytes);
    expect(header?.slice(0, 3)).toEqual([lang === "en" ? "Customer" : "客户编号", "大区", "渠道"]);
    expect(rows.map(([id]) => id)).toEqual(own.map(({ id }) => id));
    expect(rows.every(([, region, channel]) => `${region} · ${channel}` === first?.cell)).toBe(true);
  });

test("what does not fit is said with its count, and nothing stands still", async ({ page }) => {
  const file = (name: string, lines: readonly string[]): Made => ({ name, content: `${lines.join("\n")}\n` });
  const list = file("list.csv", [
    "customer,region,tier,potential",
    ...Array.from(
      { length: 20 },
      (_, n) => `K${n},${n % 2 === 0 ? "north" : "south"},${n % 3 === 0 ? "A" : "B"},${n * 10}`,
    ),
    "K20,,A,70",
    "K21,north,,-5",
    "K22,south,B,",
  ]);
  const visits = file("visits.csv", [
    "customer,visit date",
    ...Array.from({ length: 10 }, (_, n) => `K${n},2025-11-${10 + n}`),
    "X1,2025-12-01",
    "X2,2025-12-01",
  ]);
  const targets = file("targets.csv", ["region,target coverage", "north,80%", "north,90%", "south,120%", "west,70%"]);
  await start(page);
  await choose(page, list, visits, targets);
  await read(page);
  await go(page, "coverage");
  await page.getByTestId("dimensions").click();
  await page.getByTestId("dimension-2").selectOption({ label: "none" });
  const issue = (code: string) => page.getByTestId(`coverage-issue-${code}`);
  await expect(issue("touches_unlisted")).toContainText(/^2 touches.*X1 and X2/);
  await expect(issue("outside")).toContainText(/^1 customer .*K20/);
  await expect(issue("without_tier")).toContainText(/^1 customer .*K21/);
  await expect(issue("negative_potential")).toContainText(/^1 customer .*K21/);
  await expect(issue("unknown_potential")).toContainText(/^1 customer .*K22/);
  await expect(issue("target_unknown")).toContainText(/^1 target .*west/);
  await expect(issue("target_above_one")).toContainText(/^1 target .*south/);
  await expect(issue("target_repeated")).toContainText(/^1 row .*north/);

  // A period without a touch: nobody is covered, and it is said where the touches are.
  await page.keyboard.press("Escape");
  await page.getByTestId("period").click();
  await page.getByTestId("period-to").fill("2025-09-30");
  await page.getByTestId("period-from").fill("2025-07-01");
  await expect(issue("empty_period")).toContainText("2025-11-10 - 2025-11-19");
  // All but K20, who is in no cell.
  await expect(page.getByTestId("headline")).toContainText("0 of 22 customers");
});

test("what was chosen of some cells does not pass to others in their place", async ({ page }) => {
  await start(page);
  await choose(page, ...BOOK.map((name) => new URL(name, SAMPLES).pathname));
  await read(page);
  await go(page, "coverage");
  await page.getByTestId("coverage-table").locator("[data-cell='0']").click();
  await page.getByTestId("calls-tier").selectOption({ label: "A" });
  await expect(page.getByTestId("calls-cell")).toBeVisible();
  await page.getByTestId("dimensions").click();
  await page.getByTestId("dimension-1").selectOption({ label: "省份" });
  await expect(page.getByTestId("coverage-table")).toContainText("广东");
  await expect(page.getByTestId("calls-cell")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByTestId("tier").click();
  await page.getByTestId("tier-column").selectOption({ label: "Tier by score" });
  await expect(page.getByTestId("calls-tier").locator("option")).toHaveText(["all", "High", "Middle", "Low"]);
  await expect(page.getByTestId("calls-tier")).toHaveValue("");
});

test("touches after the as-of date are scheduled", async ({ page }) => {
  await start(page);
  await choose(page, ...BOOK.map((name) => new URL(name, SAMPLES).pathname));
  await read(page);
  await go(page, "coverage");
  await page.getByTestId("period").click();
  await page.getByTestId("as-of").fill("2025-11-30");
  const later = rowsOf("fmcg-visits.csv").filter(([date = ""]) => date.startsWith("2025/12/")).length;
  await expect(page.getByTestId("input-touches")).toContainText(`${later.toLocaleString("en")} scheduled`);
});
