/** Own sales against a market file, on customers made up so that every figure can be worked out by hand. */

import type { Page } from "@playwright/test";
import { violationsOf } from "./access";
import { rows } from "./csv";
import { choose, expect, go, light, read, saved, scored, speak, start, test } from "./support";

/** Region, channel, customers, what each bought in the quarter before and in the last, market customers and sales, before, target. */
const CELLS = [
  ["North", "Shops", 40, 50, 60, 100, 20_000, 16_000, 3_000],
  ["North", "Web", 35, 100, 90, 50, 10_000, 12_500, 3_000],
  ["South", "Shops", 10, 80, 100, 80, 15_000, 15_000, 2_000],
  ["South", "Web", 50, 20, 30, 60, 5_000, 4_000, 1_500],
] as const;

const customers = CELLS.flatMap(([region, channel, n, before, last], cell) =>
  Array.from({ length: n }, (_, at) => ({
    id: `C${cell}-${at}`,
    region,
    channel,
    before,
    last,
    potential: 40 + 10 * cell,
  })),
);

const file = (name: string, lines: readonly (readonly (string | number)[])[]) => ({
  name,
  content: lines.map((line) => line.join(",")).join("\n"),
});

const orders = file("orders.csv", [
  ["order", "customer", "date", "amount"],
  ...customers.flatMap(({ id, before, last }, at) => [
    [`A${at}`, id, "2025-08-15", before],
    [`B${at}`, id, at % 2 === 0 ? "2025-11-15" : "2025-12-31", last],
  ]),
]);
const list = file("customers.csv", [
  ["customer", "region", "channel", "monthly potential"],
  ...customers.map(({ id, region, channel, potential }) => [id, region, channel, potential]),
]);
const targets = file("targets.csv", [
  ["quarter", "region", "channel", "market customers", "market sales", "market sales last period", "target sales"],
  ...CELLS.map(([region, channel, , , , universe, market, before, target]) => [
    "2025Q4",
    region,
    channel,
    universe,
    market,
    before,
    target,
  ]),
]);

async function toMarket(page: Page, ...files: Parameters<typeof choose>[1][]): Promise<void> {
  await start(page);
  await speak(page, "en");
  await choose(page, ...files);
  await expect(page.getByTestId("tables")).toBeVisible();
  await read(page);
  await scored(page);
  await go(page, "coverage");
  await page.getByTestId("coverage-part-market").check();
  await expect(page.getByTestId("market")).toBeVisible();
}

const texts = async (page: Page, row: string): Promise<string[]> =>
  page.getByTestId("market-table").locator("tr", { hasText: row }).locator("td").allInnerTexts();

test("cells against their market, the grid and the checks", async ({ page }) => {
  await toMarket(page, orders, list, targets);
  const says = page.getByTestId("market-says");
  // 2,400 + 3,150 + 1,000 + 1,500 of 50,000. Short by .161 * 15,000 - 1,000 = 1,415 in South, Shops.
  await expect(says).toHaveText(/^Market share 16\.1%: 8,050 of 50K sold in the market\. Furthest short: /);
  await expect(says).toContainText("South · Shops with 6.7%, 1,415 less");

  const header = await page.getByTestId("market-table").locator("thead th").allInnerTexts();
  const [, ...names] = header.map((name) => name.replace(/\s*[↓↑]/, "").trim());
  const whole = Object.fromEntries((await texts(page, "All cells")).map((text, at) => [names[at], text]));
  expect(whole).toMatchObject({
    "Active customers": "135",
    "Market customers": "290",
    // 135 of 290, 8,050 over 2,000 + 3,500 + 800 + 1,000, 50,000 over 47,500, 8,050 of 9,500.
    Penetration: "46.6%",
    "Own growth": "+10.3%",
    "Market growth": "+5.3%",
    Attainment: "84.7%",
  });
  const north = Object.fromEntries((await texts(page, "North · Web")).map((text, at) => [names[at], text]));
  // 3,150 of 10,000 against 16.1%; 8,050 * 10,000 / 50,000; 90 against 100; 10,000 against 12,500.
  expect(north).toMatchObject({
    "Market share": "31.5%",
    "Share index": "196",
    "Expected sales": "1,610",
    "Own growth": "-10.0%",
    "Market growth": "-20.0%",
    Attainment: "105.0%",
  });
  // 2,400 ^ 2 + 3,150 ^ 2 + 1,000 ^ 2 + 1,500 ^ 2 over 8,050 ^ 2 is .2922.
  await expect(page.getByTestId("market-concentration")).toContainText("3.4 equal cells of 4");

  const first = page.getByTestId("market-table").locator("tbody th").first();
  await expect(first).toHaveText("North · Shops");
  await page.getByTestId("market-sort-share").click();
  await expect(first).toHaveText("North · Web");
  await page.getByTestId("market-sort-share").press("Enter");
  await expect(first).toHaveText("South · Shops");

  // Ten customers are too few.
  const checks = page.getByTestId("checks-table").locator("tr", { hasText: "South · Shops" }).locator("td");
  await expect(checks.nth(1)).toContainText("fail");
  await expect(checks.nth(0)).toContainText("pass");

  const { name, bytes } = await saved(page, () => page.getByTestId("export-market").click());
  expect(name).toBe("orders market.csv");
  const lines = rows(bytes);
  expect(lines).toHaveLength(4);
  const web = lines.find((line) => line["region"] === "North" && line["channel"] === "Web");
  expect(web?.["Market share"]).toBe("0.315");
});

test("weights and columns are changed in place", async ({ page }) => {
  await toMarket(page, orders, list, targets);
  const zone = (of: string) => page.getByTestId(`zone-${of}`);
  await expect(zone("invest")).toBeVisible();
  // By size alone; a side of which nothing counts is refused.
  await page.getByTestId("weights-attractiveness").click();
  for (const criterion of ["growth", "whiteSpace"]) {
    await page.getByTestId(`weight-${criterion}`).fill("0");
    await page.getByTestId(`weight-${criterion}`).press("Enter");
  }
  await page.getByTestId("weight-size").fill("0");
  await page.getByTestId("weight-size").press("Enter");
  await expect(page.getByTestId("stance-weights").getByText("not all three 0")).toBeVisible();
  await page.getByTestId("weight-size").fill("5");
  await page.getByTestId("weight-size").press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("weights-attractiveness")).toContainText("Size 5 · Market growth 0 · White space 0");
  await page.getByTestId("stance-grid-switch").click();
  // Ranks of four sizes, from the largest: 7, 5, 3 and 1 eighths.
  const score = (name: string) => page.locator(".stances tr", { hasText: name }).locator("td").nth(1);
  await expect(score("North · Shops")).toHaveText("0.88");
  await expect(score("South · Web")).toHaveText("0.13");

  await page.getByTestId("market-column-market").selectOption("");
  await expect(page.getByTestId("market-says")).toContainText("Penetration 46.6%");
  await expect(page.getByTestId("market-lacking")).toContainText("needs market sales");
  await page.getByTestId("market-columns-reset").click();
  await expect(page.getByTestId("market-says")).toContainText("Market share");
});

test("without a market file: what it looks like, and what can be told all the same", async ({ page }) => {
  await toMarket(page, orders, list);
  await expect(page.getByTestId("market-empty")).toContainText("region");
  await expect(page.getByTestId("stance-grid")).toBeVisible();
  await expect(page.getByTestId("checks-table")).toBeVisible();
  await page.getByTestId("market-to-data").click();
  await expect(page.getByTestId("data")).toBeVisible();
});

for (const [width, theme] of [
  [1280, "light"],
  [390, "dark"],
] as const)
  test(`nothing breaks the rules of access, ${width} pixels, ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await toMarket(page, orders, list, targets);
    await light(page, theme);
    for (const lang of ["zh", "en"] as const) {
      await speak(page, lang);
      expect(await violationsOf(page)).toEqual([]);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, `${lang}: pixels beyond the edge`).toBe(0);
    }
  });
