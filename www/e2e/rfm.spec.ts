/** Every way to score and to name, on Online Retail, against the reference's recency, frequency and monetary values. */

import type { Page } from "@playwright/test";
import { needsShared, type RetailCustomer, retailCustomers, retailReference } from "./shared";
import { expect, go, sample, scored, start, test } from "./support";

needsShared();

const figure = (n: number) => n.toLocaleString("en");

/** Opens the sample as the reference counts: refunds kept apart. */
test.beforeEach(async ({ page }) => {
  await start(page);
  await sample(page, "retail");
  await go(page, "overview");
  await page.getByTestId("refunds").selectOption("separate");
  await scored(page);
  await go(page, "rfm");
});

async function expectSegments(page: Page, sizes: Readonly<Record<string, number>>): Promise<void> {
  await expect(page.getByTestId("segments-table").locator("tbody tr")).toHaveCount(Object.keys(sizes).length);
  for (const [name, customers] of Object.entries(sizes))
    await expect(page.getByTestId(`segment-${name}`).locator("td").first(), name).toHaveText(figure(customers));
}

/** The number of customers of each kind. */
function countBy(kindOf: (customer: RetailCustomer) => string, kinds: readonly string[]): Record<string, number> {
  const sizes = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  for (const customer of retailCustomers()) {
    const kind = kindOf(customer);
    sizes[kind] = (sizes[kind] ?? Number.NaN) + 1;
  }
  return sizes;
}

async function expectSizes(page: Page, name: "r" | "f" | "m", sizes: Readonly<Record<number, number>>): Promise<void> {
  const rows = page.getByTestId(`ties-${name}`).locator("tbody tr");
  for (const [score, customers] of Object.entries(sizes))
    await expect(
      rows
        .filter({ hasText: `${name.toUpperCase()}${score}` })
        .locator("td")
        .nth(1),
    ).toHaveText(figure(customers));
}

test("the ten segments hold whom their rules name", async ({ page }) => {
  // METHODS, section 2: R and F of each segment.
  const ten: readonly (readonly [string, string, string])[] = [
    ["champions", "5", "45"],
    ["loyal_customers", "34", "45"],
    ["potential_loyalists", "45", "23"],
    ["new_customers", "5", "1"],
    ["promising", "4", "1"],
    ["need_attention", "3", "3"],
    ["about_to_sleep", "3", "12"],
    ["cant_lose_them", "12", "5"],
    ["at_risk", "12", "34"],
    ["lost", "12", "12"],
  ];
  const segmentOf = ({ r, f }: RetailCustomer) => ten.find(([, rs, fs]) => rs.includes(r) && fs.includes(f))?.[0] ?? "";
  await expectSegments(
    page,
    countBy(
      segmentOf,
      ten.map(([name]) => name),
    ),
  );
});

test("the eight classes bring the median split with them", async ({ page }) => {
  await page.getByTestId("rules").selectOption("eight");
  await expect(page.getByTestId("switched")).toContainText("median");
  const { recency_days, frequency, monetary } = retailReference();
  const classes: Readonly<Record<string, string>> = {
    HHH: "key_valued",
    HLH: "key_to_develop",
    LHH: "key_to_keep",
    LLH: "key_to_win_back",
    HHL: "ordinary_valued",
    HLL: "ordinary_to_develop",
    LHL: "ordinary_to_keep",
    LLL: "ordinary_to_win_back",
  };
  // High is strictly above the median; for days that means at most the median.
  const classOf = (one: RetailCustomer) =>
    classes[
      [
        one.recency <= recency_days.median ? "H" : "L",
        one.frequency > frequency.median ? "H" : "L",
        one.monetary > monetary.median ? "H" : "L",
      ].join("")
    ] ?? "";
  await expectSegments(page, countBy(classOf, Object.values(classes)));
});

test("own thresholds divide as they say, a value at the cut below", async ({ page }) => {
  await page.getByTestId("scoring").click();
  await page.getByTestId("scoring-kind").selectOption("thresholds");
  await scored(page);
  await page.getByTestId("thresholds-r").fill("30 90");
  await page.getByTestId("thresholds-f").fill("1 5");
  await page.getByTestId("thresholds-m").fill("500 1000");
  await page.getByTestId("thresholds-apply").click();
  await page.keyboard.press("Escape");
  await page.getByTestId("ties").locator("summary").click();
  const bins = (of: (one: RetailCustomer) => number, [low, high]: readonly [number, number]) => {
    const values = retailCustomers().map(of);
    const upToLow = values.filter((value) => value <= low).length;
    const upToHigh = values.filter((value) => value <= high).length;
    return [upToLow, upToHigh - upToLow, values.length - upToHigh] as const;
  };
  const [recent, between, old] = bins((one) => one.recency, [30, 90]);
  await expectSizes(page, "r", { 3: recent, 2: between, 1: old });
  const [once, few, often] = bins((one) => one.frequency, [1, 5]);
  await expectSizes(page, "f", { 1: once, 2: few, 3: often });
  const [little, some, much] = bins((one) => one.monetary, [500, 1000]);
  await expectSizes(page, "m", { 1: little, 2: some, 3: much });
});

test("nested scoring leaves R as it was and divides F within it", async ({ page }) => {
  await page.getByTestId("scoring").click();
  await page.getByTestId("nesting-nested").check();
  await scored(page);
  await page.keyboard.press("Escape");
  for (const r of ["1", "2", "3", "4", "5"]) {
    const orders = retailCustomers()
      .filter((one) => one.r === r)
      .map((one) => one.frequency)
      .sort((a, b) => a - b);
    const cuts = [0.2, 0.4, 0.6, 0.8].map((share) => quantile(orders, share));
    const scores = orders.map((value) => 1 + cuts.filter((cut) => cut < value).length);
    for (const f of [1, 2, 3, 4, 5])
      await expect(page.getByTestId(`rfm-cell-${r}-${f}`).locator("b"), `R${r} F${f}`).toHaveText(
        figure(scores.filter((score) => score === f).length),
      );
  }
});

/** Type 7 of Hyndman and Fan. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (at - Math.floor(at)) * (high - low);
}

test("a rule taken away leaves a gap, which is told with its customers, and can be undone", async ({ page }) => {
  const lost = page.getByTestId("segment-lost");
  const customers = await lost.locator("td").first().innerText();
  await page.getByTestId("edit-rules").click();
  const check = page.getByTestId("rules-check");
  await expect(check).toContainText("exactly one rule");
  await page.getByRole("button", { name: "Remove Lost" }).click();
  // R 1-2, F 1-2 and any M: 2 x 2 x 5 combinations.
  await expect(check).toContainText("20 ");
  await expect(check).toContainText(customers);
  await page.getByTestId("rules-restore").click();
  await expect(check).toContainText("exactly one rule");
  await page.getByTestId("rules-done").click();
  await expect(lost.locator("td").first()).toHaveText(customers);
});

test("a weight of R alone makes the weighted score the score of R", async ({ page }) => {
  await page.getByTestId("weights").click();
  for (const name of ["f", "m"]) {
    await page.getByTestId(`weight-${name}`).fill("0");
    await page.getByTestId(`weight-${name}`).press("Enter");
  }
  await scored(page);
  await page.keyboard.press("Escape");
  const grid = page.getByTestId("customers-table");
  await grid.getByRole("columnheader").first().click();
  const shown = grid.locator(".grid-rows [role=row]");
  // The lowest id of the reference, whose scores are 1, 1 and 5.
  await expect(shown.first()).toContainText(/^12346.*1-1-51\.00/);
  for (const row of await shown.all()) await expect(row).toHaveText(/(\d)-\d-\d\1\.00(High|Middle|Low)/);
});

test("value tiers hold every customer, the high ones at least their share of the value", async ({ page }) => {
  const rows = page.getByTestId("tiers-table").locator("tbody tr");
  await expect(rows).toHaveCount(3);
  const high = retailCustomers()
    .map((one) => one.monetary)
    .sort((a, b) => b - a);
  const total = high.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  // As many of the largest as it takes to reach 80% of the value.
  const needed = high.findIndex((value) => {
    sum += value;
    return sum >= 0.8 * total;
  });
  await expect(rows.first().locator("td").first()).toHaveText(figure(needed + 1));
  const sizes = await rows.locator("td:nth-child(2)").allInnerTexts();
  expect(sizes.reduce((all, text) => all + Number(text.replaceAll(",", "")), 0)).toBe(4339);
});
