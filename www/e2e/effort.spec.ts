/** What if, on the consumer goods sample: the optimum recounted from the file that the page saves, levers, and the way out of bounds that cannot be met. */

import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Lang } from "../src/app/state";
import { violationsOf } from "./access";
import { rows } from "./csv";
import { choose, expect, go, light, read, saved, scored, speak, start, test } from "./support";

const FILES = ["orders", "customers", "visits", "targets"].map((name) =>
  join(import.meta.dirname, `../public/samples/fmcg-${name}.csv`),
);

const headline = (page: Page) => page.getByTestId("reallocation-headline");

async function opened(page: Page, lang: Lang): Promise<void> {
  await start(page);
  await speak(page, lang);
  await choose(page, ...FILES);
  await read(page);
  await scored(page);
  await go(page, "coverage");
  await page.getByTestId("coverage-part-effort").check();
  await expect(headline(page)).toBeVisible();
}

/** The best split of so many touches at constant returns: floors first, then the cell with the highest return up to its need. */
function best(cells: readonly { floor: number; need: number; rate: number }[], budget: number): number {
  let left = budget - cells.reduce((sum, { floor }) => sum + floor, 0);
  let gain = cells.reduce((sum, { floor, rate }) => sum + floor * rate, 0);
  for (const { floor, need, rate } of [...cells].sort((a, b) => b.rate - a.rate)) {
    const more = Math.min(need - floor, left);
    left -= more;
    gain += more * rate;
  }
  return gain;
}

for (const lang of ["en", "zh"] as const)
  test(`the saved allocation is the best one, ${lang}`, async ({ page }) => {
    await opened(page, lang);
    await expect(headline(page)).toContainText(lang === "zh" ? "同样的 7,620 次触达" : "The same 7,620 touches");
    const file = await saved(page, () => page.getByTestId("export-reallocation").click());
    const of = (en: string, zh: string) => (row: Record<string, string>) => Number(row[lang === "zh" ? zh : en]);
    const found = rows(file.bytes);
    const [before, after] = [of("Touches now", "现有次数"), of("Touches, best", "最优次数")];
    const [need, floor, gain] = [of("Need", "需求"), of("At least", "下限"), of("potential, best", "最优潜力")];
    const sum = (figure: (row: Record<string, string>) => number) => found.reduce((all, row) => all + figure(row), 0);
    expect(found).toHaveLength(42);
    expect(sum(before)).toBe(7620);
    expect(sum(after)).toBeCloseTo(7620, 6);
    for (const row of found) {
      expect(after(row)).toBeGreaterThanOrEqual(floor(row) - 1e-6);
      expect(after(row)).toBeLessThanOrEqual(need(row) + 1e-6);
    }
    // A cell's return is what it gains by a touch.
    const cells = found
      .filter((row) => after(row) > 0)
      .map((row) => ({ floor: floor(row), need: need(row), rate: gain(row) / after(row) }));
    expect(sum(gain) / best(cells, 7620)).toBeCloseTo(1, 9);
  });

test("levers are moved by keys and typed, and bounds that cannot be met can be left again", async ({ page }) => {
  await opened(page, "en");
  const budget = page.getByTestId("budget");
  await budget.focus();
  await page.keyboard.press("ArrowRight");
  await expect(headline(page)).toContainText("With 105% of today’s budget, 8,001 touches");
  await expect(page.getByTestId("moves")).toContainText("budget added");
  const input = page.getByTestId("budget-input");
  await input.fill("-1");
  await input.press("Enter");
  await expect(input).toHaveAttribute("aria-invalid", "true");
  await expect(headline(page)).toContainText("105%");

  // Every cell keeps half of its touches.
  await input.fill("40");
  await input.press("Enter");
  await expect(page.getByTestId("error")).toBeVisible();
  await expect(page.getByTestId("reallocation-none")).toBeVisible();
  await expect(headline(page)).toHaveCount(0);
  await page.getByTestId("drop-bounds").click();
  await expect(headline(page)).toContainText("With 40% of today’s budget, 3,048 touches");
  await expect(page.getByTestId("error")).toHaveCount(0);

  await input.fill("100");
  await input.press("Enter");
  const plan = page.getByTestId("plan-0-input");
  await plan.fill("0");
  await plan.press("Enter");
  // 2,066 touches less what the customers of tier A lack.
  await expect(page.getByTestId("takes-plan")).not.toContainText("2,066");
  // Without a plan for tier A the cells need less than is spent.
  await expect(headline(page)).toContainText("7,011 of the 7,620 touches");
  await expect(page.getByTestId("reallocation-proof")).toContainText("609 touches of the budget stay unused");
});

test("one cell can be held, one segment priced, and the curve taken", async ({ page }) => {
  await opened(page, "en");
  const table = page.getByTestId("reallocation-table");
  const first = table.locator("tbody tr").first();
  const ceiling = first.locator("[data-testid^=ceiling-]");
  const name = (await first.locator("th").innerText()).trim();
  const row = table.locator("tbody tr").filter({ hasText: name });
  await row.locator("[data-testid^=floor-]").fill("500");
  await row.locator("[data-testid^=floor-]").press("Enter");
  await expect(row.locator("td").nth(1)).toHaveText("500");
  await expect(ceiling).toBeVisible();
  await page.getByTestId("limits-reset").click();
  await expect(row.locator("td").nth(1)).toHaveText("416");

  await page.getByTestId("costs").click();
  await page.getByTestId("costs-by").selectOption("1");
  await page.getByTestId("cost-0").fill("3");
  await page.getByTestId("cost-0").press("Enter");
  await expect(page.getByTestId("takes-now")).toContainText("cost");
  await page.keyboard.press("Escape");

  await page.getByTestId("model").click();
  await page.getByTestId("model-kind-adbudg").check();
  await expect(headline(page)).toContainText("sales by the curve");
  await expect(page.getByTestId("reallocation-proof")).toContainText("optimum of the stated model");
});

for (const [width, theme, lang] of [
  [1280, "light", "zh"],
  [390, "dark", "en"],
] as const)
  test(`clean and within the page, ${width} pixels, ${theme}, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await opened(page, lang);
    await light(page, theme);
    expect(await violationsOf(page, "[data-testid=effort]")).toEqual([]);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
  });
