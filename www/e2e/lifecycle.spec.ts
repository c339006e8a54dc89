/** The lifecycle on the sample of Online Retail, whose rows are orders: stages, gaps and cohorts counted anew from its text. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, go, sample, score, speak, start, test } from "./support";

const DAY = 86_400_000;
const STAGES = ["new", "active", "returned", "drowsy", "lost"] as const;
type Counts = Record<(typeof STAGES)[number], number>;

interface Customer {
  /** Days of purchase orders, ascending; as many as orders. */
  readonly days: readonly number[];
}

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY;

function customers(): Customer[] {
  const bought = new Map<string, number[]>();
  const text = readFileSync(join(import.meta.dirname, "../public/samples/online-retail.csv"), "utf8");
  // One row per invoice, and no cell in quotes.
  for (const line of text.trim().split(/\r?\n/).slice(1)) {
    const [invoice = "", date = "", id = "", , , amount = ""] = line.split(",");
    if (id === "" || invoice.startsWith("C") || amount.startsWith("-")) continue;
    bought.set(id, [...(bought.get(id) ?? []), dayOf(date)]);
  }
  return [...bought.values()].map((days) => ({ days: days.sort((a, b) => a - b) }));
}

const ALL = customers();
/** The day after the last row. */
const AS_OF = dayOf("2011-12-10");

const gapsOf = ({ days }: Customer) => {
  const distinct = [...new Set(days)];
  return distinct.slice(1).map((day, at) => day - (distinct[at] ?? day));
};

/** Between the values at the ranks around it, rounded up. */
function percentile(share: number): number {
  const gaps = ALL.flatMap(gapsOf).sort((a, b) => a - b);
  const at = Math.round((gaps.length - 1) * share * 100) / 100;
  const [low = 0, high = low] = [gaps[Math.floor(at)], gaps[Math.ceil(at)]];
  return Math.ceil(low + (at - Math.floor(at)) * (high - low));
}

function countStages(warning: number, loss: number): Counts {
  const counts: Counts = { new: 0, active: 0, returned: 0, drowsy: 0, lost: 0 };
  for (const customer of ALL) {
    const silence = AS_OF - (customer.days.at(-1) ?? 0);
    if (silence > loss) counts.lost += 1;
    else if (silence > warning) counts.drowsy += 1;
    else if (customer.days.length === 1) counts.new += 1;
    else if ((gapsOf(customer).at(-1) ?? 0) > loss) counts.returned += 1;
    else counts.active += 1;
  }
  return counts;
}

const figure = (n: number) => n.toLocaleString("en");

async function expectStages(page: Page, counts: Counts): Promise<void> {
  for (const stage of STAGES)
    await expect(page.getByTestId(`stage-${stage}`).locator("td").first(), stage).toHaveText(figure(counts[stage]));
}

/** The figures of a table, row by row, without shares. */
const figuresOf = (page: Page, part: "tbody" | "tfoot") =>
  page
    .getByTestId("movement-table")
    .evaluate(
      (table, within) =>
        [...table.querySelectorAll(`${within} tr`)].map((row) =>
          [...row.querySelectorAll("td")].map((cell) =>
            Number((cell.querySelector("b") ?? cell).textContent?.replaceAll(",", "")),
          ),
        ),
      part,
    );

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

test.beforeEach(async ({ page }) => {
  await start(page);
  await sample(page, "retail");
  await go(page, "lifecycle");
});

test("stages and gaps are those of a recount", async ({ page }) => {
  const [warning, loss] = [percentile(0.8), percentile(0.9)];
  await expect(page.getByTestId("warning")).toContainText(`${warning} days`);
  await expect(page.getByTestId("loss")).toContainText(`${loss} days`);
  const counts = countStages(warning, loss);
  expect(sum(Object.values(counts))).toBe(4339);
  await expectStages(page, counts);
  await expect(page.getByTestId("headline")).toContainText(figure(counts.drowsy + counts.lost));
});

test("the gaps are moved by keys and by hand, and put back", async ({ page }) => {
  const [warning, loss] = [percentile(0.8), percentile(0.9)];
  const handle = page.getByTestId("handle-warning");
  await handle.focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("warning")).toContainText(`${warning + 3} days`);
  await expectStages(page, countStages(warning + 3, loss));
  await page.keyboard.press("PageDown");
  await expect(page.getByTestId("warning")).toContainText(`${warning - 7} days`);
  // No further than the other handle.
  await page.keyboard.press("End");
  await expect(page.getByTestId("warning")).toContainText(`${loss} days`);
  await expectStages(page, countStages(loss, loss));
  await page.getByTestId("lifecycle-reset").click();
  await expectStages(page, countStages(warning, loss));

  const box = await page.getByTestId("handle-loss").boundingBox();
  if (box === null) throw new Error("the handle is not there");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  const moved = Number(await page.getByTestId("handle-loss").getAttribute("aria-valuenow"));
  expect(moved).toBeGreaterThan(loss);
  await expect(page.getByTestId("loss")).toContainText(`${moved} days`);
  await expectStages(page, countStages(warning, moved));
});

test("customers are judged by their own gap where they have one", async ({ page }) => {
  const before = await page.getByTestId("stage-active").innerText();
  await page.getByTestId("own-gap").click();
  await page.getByTestId("own-gap-use").check();
  const regular = ALL.filter((customer) => customer.days.length >= 3 && gapsOf(customer).length > 0).length;
  await expect(page.getByTestId("lifecycle")).toContainText(`${figure(regular)} customers judged by their own gap`);
  expect(await page.getByTestId("stage-active").innerText()).not.toBe(before);
});

test("a cohort comes back as the file says", async ({ page }) => {
  const monthOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 7);
  const cohort = ALL.filter(({ days }) => monthOf(days[0] ?? 0) === "2011-01");
  const counts = Array.from({ length: 12 }, (_, after) => {
    const month = `2011-${String(after + 1).padStart(2, "0")}`;
    return cohort.filter(({ days }) => days.some((day) => monthOf(day) === month)).length;
  });
  await page.getByTestId("retention-shown-count").check({ force: true });
  await page.getByTestId("retention-switch").click();
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Jan 2011", exact: true }) });
  await expect(row.locator("td")).toHaveText([figure(cohort.length), ...counts.map(figure)]);
});

test("movement accounts for everybody, whatever divides them", async ({ page }) => {
  for (const [division, back] of [
    ["Lifecycle", "3"],
    ["RFM segments", "6"],
    ["Country", "6"],
    ["Value tiers", "1"],
  ] as const) {
    const chart = page.getByTestId("movement");
    await page.getByTestId("movement-division").selectOption({ label: division });
    await page.getByTestId(`movement-back-${back}`).check({ force: true });
    await expect(chart.getByRole("figure", { name: division })).toBeVisible();
    const earlier = `2011-${String(12 - Number(back)).padStart(2, "0")}-10`;
    await expect(page.getByTestId("movement-table").locator("thead th").first()).toContainText(earlier);
    const known = ALL.filter(({ days }) => (days[0] ?? 0) <= dayOf(earlier)).length;
    await expect(page.getByTestId("movement-note")).toContainText(`Of ${figure(known)} customers known`);
    const body = await figuresOf(page, "tbody");
    const [foot = []] = await figuresOf(page, "tfoot");
    for (const row of body) expect(sum(row.slice(0, -1))).toBe(row.at(-1));
    for (const [at, all] of foot.entries()) expect(sum(body.map((row) => row[at] ?? Number.NaN))).toBe(all);
    expect(foot.at(-1)).toBe(ALL.length);
    expect(body.at(-1)?.at(-1)).toBe(ALL.length - known);
  }
  const [foot = []] = await figuresOf(page, "tfoot");
  expect(foot).toHaveLength(4);
});

test("a file in which nobody came back says so, in both languages", async ({ page }) => {
  const once = ["a", "b", "c"].map((id, at) => `${id},${at},2024-01-0${at + 1},5`);
  await go(page, "data");
  await score(page, { name: "once.csv", content: ["customer,order,date,amount", ...once].join("\n") });
  await go(page, "lifecycle");
  await expect(page.getByTestId("no-gaps")).toBeVisible();
  await expect(page.getByTestId("warning")).toContainText("90 days");
  await expect(page.getByTestId("retention-short")).toBeVisible();
  await speak(page, "zh");
  await expect(page.getByTestId("no-gaps")).toContainText("180 天");
});
