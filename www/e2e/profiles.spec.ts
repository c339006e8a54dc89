/** What is said of a segment, recomputed from the sample's file by plain code. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rows } from "./csv";
import { expect, go, sample, saved, speak, start, test } from "./support";

interface Customer {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

const DAY = 86_400_000;

/** R, F and M of everyone with a purchase: refunds, whose order numbers begin with C, reduce M and nothing else. */
function customers(): Customer[] {
  const [, ...lines] = readFileSync(join(import.meta.dirname, "../public/samples/online-retail.csv"), "utf8")
    .trim()
    .split("\n");
  const found = new Map<string, { last: number; orders: Set<string>; cents: number }>();
  let latest = 0;
  for (const line of lines) {
    const [order = "", date = "", customer = "", , , amount = ""] = line.split(",");
    const day = Date.parse(`${date}T00:00:00Z`) / DAY;
    // Rows that name no customer are set aside.
    if (customer === "") continue;
    latest = Math.max(latest, day);
    const one = found.get(customer) ?? { last: Number.NEGATIVE_INFINITY, orders: new Set(), cents: 0 };
    found.set(customer, one);
    one.cents += Math.round(Number(amount) * 100);
    if (order.startsWith("C")) continue;
    one.last = Math.max(one.last, day);
    one.orders.add(order);
  }
  return [...found.values()]
    .filter(({ orders }) => orders.size > 0)
    .map(({ last, orders, cents }) => ({
      recency: latest + 1 - last,
      frequency: orders.size,
      monetary: cents / 100,
    }));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Quantile by linear interpolation (type 7). */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? 0) - low);
}

/** Scores 1 to 5: one more than the cut points strictly below the value. */
function scores(values: readonly number[]): number[] {
  const cuts = [0.2, 0.4, 0.6, 0.8].map((share) => quantile(values, share));
  return values.map((value) => 1 + cuts.filter((cut) => cut < value).length);
}

/** Standardised difference and v.test of a part against all. */
function against(part: readonly number[], all: readonly number[]): { difference: number; v: number } {
  const overall = mean(all);
  const deviation = Math.sqrt(mean(all.map((value) => (value - overall) ** 2)));
  const difference = (mean(part) - overall) / deviation;
  const [n, of] = [part.length, all.length];
  return { difference, v: (difference * Math.sqrt(n)) / Math.sqrt((of - n) / (of - 1)) };
}

test("champions are as large, as valuable and as different as the file says", async ({ page }) => {
  const all = customers();
  const r = scores(all.map(({ recency }) => recency)).map((score) => 6 - score);
  const f = scores(all.map(({ frequency }) => frequency));
  // Most recent and of the two highest scores of frequency.
  const champions = all.filter((_, at) => r[at] === 5 && (f[at] ?? 0) >= 4);
  const value = (of: readonly Customer[]) => sum(of.map(({ monetary }) => monetary));

  await start(page);
  await sample(page, "retail");
  await go(page, "profiles");
  await expect(page.getByTestId("profile-customers-0")).toHaveText(champions.length.toLocaleString("en"));
  await expect(page.getByTestId("headline")).toContainText("Champions");

  const file = await saved(page, () => page.getByTestId("export-profile").click());
  expect(file.name).toBe("online-retail profile RFM segments.csv");
  const profile = rows(file.bytes).filter((row) => row["Segment"] === "Champions");
  for (const [name, figure] of [
    ["Recency (R)", "recency"],
    ["Frequency (F)", "frequency"],
    ["Monetary (M)", "monetary"],
  ] as const) {
    const row = profile.find((one) => one["Trait"] === name);
    const [own, everyone] = [champions, all].map((of) => of.map((one) => one[figure])) as [number[], number[]];
    const { difference, v } = against(own, everyone);
    const close = (column: string, expected: number) =>
      expect(Number(row?.[column]) / expected, `${name}, ${column}`).toBeCloseTo(1, 9);
    close("Customers", champions.length);
    close("Share of customers", champions.length / all.length);
    close("Value", value(champions));
    close("Share of value", value(champions) / value(all));
    close("n", champions.length);
    close("Mean or share", mean(own));
    close("Mean or share of all", mean(everyone));
    close("Median", quantile(own, 0.5));
    close("Lower quartile", quantile(own, 0.25));
    close("Standardised difference", difference);
    close("v.test", v);
    expect(row?.["Large and sure"]).toBe("yes");
  }
  await expect(page.getByTestId("headline")).toContainText(`${Math.round((100 * value(champions)) / value(all))}%`);
});

test("shares of categories sum to the whole in every segment", async ({ page }) => {
  await start(page);
  await sample(page, "retail");
  await go(page, "profiles");
  const file = await saved(page, () => page.getByTestId("export-profile").click());
  const sums = new Map<string, number>();
  for (const row of rows(file.bytes))
    if (row["Trait"] === "Weekday of most orders")
      sums.set(row["Segment"] ?? "", (sums.get(row["Segment"] ?? "") ?? 0) + Number(row["Mean or share"]));
  expect(sums.size).toBeGreaterThan(5);
  for (const [segment, total] of sums) expect(total, segment).toBeCloseTo(1, 9);
});

test("the table is walked by keyboard, folds and unfolds", async ({ page }) => {
  await start(page);
  await sample(page, "retail");
  await go(page, "profiles");
  const table = page.getByTestId("profile-table");
  await table.locator("[data-place='0-0']").focus();
  await expect(page.getByTestId("profile-detail")).toContainText("Champions · Recency (R)");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("profile-detail")).toContainText("Frequency (F)");
  await expect(page.getByTestId("profile-detail")).toContainText("v.test");

  const cells = table.locator(".heat-cell");
  const before = await cells.count();
  await page.getByTestId("profile-group-behaviour").press("Enter");
  await expect.poll(() => cells.count()).toBeLessThan(before);
  await page.getByTestId("profile-group-behaviour").press("Enter");
  await expect(cells).toHaveCount(before);
  await table.locator("[data-testid^=profile-trait-]").first().press("Enter");
  await expect.poll(() => cells.count()).toBeGreaterThan(before);
});

test("another division is described, in either language", async ({ page }) => {
  await start(page);
  await sample(page, "retail");
  await go(page, "profiles");
  await page.getByTestId("division").selectOption({ label: "Value tiers" });
  await expect(page.getByTestId("profile-segments").locator("h3")).toHaveText(["High", "Middle", "Low"]);
  await speak(page, "zh");
  await expect(page.getByTestId("profile-segments").locator("h3")).toHaveText(["高价值", "中价值", "低价值"]);
});
