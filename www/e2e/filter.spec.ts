import type { Locator, Page } from "@playwright/test";
import { idOf, orderBook } from "./made";
import { expect, go, sample, score, start, test } from "./support";

const count = (page: Page) => page.getByTestId("customers-count");
const grid = (page: Page) => page.getByTestId("customers-table");
const shown = (page: Page) => grid(page).locator(".grid-rows [role=row]");
const names = (page: Page) => shown(page).getByRole("rowheader");

/** Rows of the grid say so themselves: the heading counts as one. */
const listed = async (page: Page, customers: number) => {
  await expect(grid(page)).toHaveAttribute("aria-rowcount", String(customers + 1));
  await expect(grid(page)).toHaveAttribute("aria-busy", "false");
};

async function numberIn(place: Locator): Promise<number> {
  return Number((await place.innerText()).replaceAll(",", ""));
}

test.describe("Online Retail", () => {
  test.beforeEach(async ({ page }) => {
    await start(page);
    await sample(page, "retail");
    await go(page, "rfm");
    await listed(page, 4339);
  });

  test("a segment shows its customers and no others", async ({ page }) => {
    const row = page.getByTestId("segment-champions");
    const customers = await numberIn(row.locator("td").first());
    await row.getByRole("button").click();
    await expect(row.getByRole("button")).toHaveAttribute("aria-pressed", "true");
    await listed(page, customers);
    await expect(count(page)).toContainText(customers.toLocaleString("en"));
    for (const one of await shown(page).all()) await expect(one).toContainText("Champions");
    await page.getByTestId("filter-segment").click();
    await listed(page, 4339);
  });

  test("a cell of the map shows its customers, and takes the place of the segment", async ({ page }) => {
    await page.getByTestId("segment-lost").getByRole("button").click();
    const cell = page.getByTestId("rfm-cell-5-4");
    const customers = await numberIn(cell.locator("b"));
    await cell.click();
    await listed(page, customers);
    await expect(page.getByTestId("filter-segment")).toHaveCount(0);
    for (const one of await shown(page).all()) await expect(one).toContainText(/5-4-\d/);
    await cell.click();
    await listed(page, 4339);
  });

  test("the cells of the map add up to all customers", async ({ page }) => {
    const cells = await page.getByTestId("rfm-map").locator("button b").allInnerTexts();
    expect(cells.length).toBe(25);
    expect(cells.reduce((sum, text) => sum + Number(text.replaceAll(",", "")), 0)).toBe(4339);
  });

  test("a value tier narrows a segment further", async ({ page }) => {
    const segment = page.getByTestId("segment-champions");
    await segment.getByRole("button").click();
    const customers = await numberIn(segment.locator("td").first());
    await listed(page, customers);
    await page.getByTestId("tier-2").getByRole("button").click();
    await expect(page.getByTestId("filter-tier")).toBeVisible();
    await expect(grid(page)).not.toHaveAttribute("aria-rowcount", String(customers + 1));
    for (const one of await shown(page).all()) {
      await expect(one).toContainText("Champions");
      await expect(one).toContainText("Low");
    }
  });

  test("search finds by a part of the id, and says when there is none", async ({ page }) => {
    await page.getByTestId("customers-search").fill("2346");
    // reference/online_retail_rfm.csv: 12346 is the only id with 2346 in it.
    await listed(page, 1);
    await expect(names(page)).toHaveText(["12346"]);
    await page.getByTestId("customers-search").fill("no such id");
    await listed(page, 0);
    await expect(grid(page)).toContainText("No customer");
    await page.getByTestId("customers-search").fill("");
    await listed(page, 4339);
  });

  test("a heading sorts by its column, and once more the other way round", async ({ page }) => {
    const heading = grid(page).getByRole("columnheader").first();
    await heading.click();
    await expect(heading).toHaveAttribute("aria-sort", "ascending");
    await expect(names(page).first()).toHaveText("12346");
    await heading.click();
    await expect(heading).toHaveAttribute("aria-sort", "descending");
    // The highest id of the reference.
    await expect(names(page).first()).toHaveText("18287");
  });
});

test("100,000 customers: any place is reached at once and none is blank", async ({ page }) => {
  const customers = 100_000;
  await start(page);
  await score(page, { name: "many.csv", content: orderBook(customers) });
  await go(page, "rfm");
  await listed(page, customers);
  // Customer n has spent n + 1, and the even ones 1 more: the last even one before the last, both 100,000.
  await grid(page).getByRole("columnheader").first().click();
  await expect(names(page).first()).toHaveText(idOf(0));

  await grid(page).press("ArrowDown");
  await grid(page).press("Control+End");
  await listed(page, customers);
  await expect(names(page).last()).toHaveText(idOf(customers - 1));
  await expect(shown(page).last()).toHaveAttribute("aria-rowindex", String(customers + 1));

  for (const share of [0, 0.1, 0.5, 0.77, 1, 0.33]) {
    await grid(page).evaluate((box, to) => {
      box.scrollTop = to * (box.scrollHeight - box.clientHeight);
    }, share);
    await expect.poll(async () => (await position(page)) / customers, { message: `at ${share}` }).toBeCloseTo(share, 2);
    await listed(page, customers);
    const texts = await names(page).allInnerTexts();
    const first = Number(texts[0]?.slice(1));
    expect(texts, `rows in sight at ${share}`).toEqual(texts.map((_, at) => idOf(first + at)));
    expect(texts.length).toBeGreaterThan(5);
  }

  await test.step("no frame of a fast scroll is blank", async () => {
    const blank = await grid(page).evaluate(async (box) => {
      let blanks = 0;
      const end = box.scrollHeight - box.clientHeight;
      for (let step = 0; step <= 60; step += 1) {
        box.scrollTop = (end * step) / 60;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const seen = [...box.querySelectorAll(".grid-rows [role=rowheader]")];
        if (seen.length === 0 || seen.some((cell) => cell.textContent === "")) blanks += 1;
      }
      return blanks;
    });
    expect(blank).toBe(0);
    await expect(names(page).last()).toHaveText(idOf(customers - 1));
  });
});

/** Which row, counted from 0, is the first in sight. */
async function position(page: Page): Promise<number> {
  return Number(await shown(page).first().getAttribute("aria-rowindex")) - 2;
}
