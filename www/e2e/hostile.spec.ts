/** Files that cannot be what they should: each gets a clear sentence, and the page stays usable. */

import type { Page } from "@playwright/test";
import { chooseRepeated, FEW, manyOrders } from "./made";
import { choose, expect, go, type Made, open, read, score, scored, speak, start, test } from "./support";

const error = (page: Page) => page.getByTestId("error");

/** After whatever happened, another file goes the whole way. */
async function stillUsable(page: Page): Promise<void> {
  await score(page, { name: "good.csv", content: FEW });
  await expect(page.getByTestId("error")).toHaveCount(0);
  await expect(page.getByTestId("file")).toContainText("good.csv");
  await go(page, "overview");
  await expect(page.getByTestId("figure-customers")).toContainText("12");
}

interface Bad {
  readonly what: string;
  readonly file: Made;
  /** What must be named, in English and in Chinese. */
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const zip = Buffer.concat([Buffer.from("PK\u0003\u0004\u0014\u0000\u0006\u0000", "latin1"), Buffer.alloc(4000, 0x9c)]);
const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4000)]);
const noise = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 151 + 7) % 32));

const refusedAtOnce: readonly Bad[] = [
  {
    what: "an empty file",
    file: { name: "nil.csv", content: "" },
    en: ["nil.csv is empty", "export"],
    zh: ["nil.csv", "空文件"],
  },
  {
    what: "a file of blank lines",
    file: { name: "blank.csv", content: "\n\r\n  \n\n" },
    en: ["blank.csv is empty"],
    zh: ["blank.csv", "空文件"],
  },
  {
    what: "a header and no rows",
    file: { name: "head.csv", content: "customer,date,amount\n" },
    en: ["head.csv", "header and no rows", "customer, date, and amount"],
    zh: ["head.csv", "只有表头", "customer、date、amount"],
  },
  {
    what: "one column",
    file: { name: "one.csv", content: "amount\n1\n2\n3\n" },
    en: ["one.csv has only one column", "amount"],
    zh: ["one.csv", "只有一列", "amount"],
  },
  {
    what: "an image",
    file: { name: "cat.csv", content: png },
    en: ["cat.csv is an image", "CSV"],
    zh: ["cat.csv", "图片"],
  },
  {
    what: "a damaged workbook",
    file: { name: "book.xlsx", content: zip },
    en: ["book.xlsx is damaged", "Open the workbook in Excel"],
    zh: ["book.xlsx", "损坏"],
  },
  {
    what: "an old Office document",
    file: { name: "book.xls", content: old },
    en: ["book.xls", "old Office document, but no workbook"],
    zh: ["book.xls", "旧版 Office 文档，不是工作簿"],
  },
  {
    what: "bytes of no format",
    file: { name: "noise.csv", content: noise },
    en: ["noise.csv is not a text file"],
    zh: ["noise.csv", "非文本文件"],
  },
];

test("what is no table is named, in both languages, one after the other on one page", async ({ page }) => {
  await start(page);
  for (const { what, file, en, zh } of refusedAtOnce)
    await test.step(what, async () => {
      await choose(page, file);
      await expect(error(page)).toHaveRole("alert");
      for (const fact of en) await expect(error(page)).toContainText(fact);
      await speak(page, "zh");
      for (const fact of zh) await expect(error(page)).toContainText(fact);
      await speak(page, "en");
      await page.getByTestId("dismiss").click();
      await expect(error(page)).toHaveCount(0);
      await expect(page.getByTestId("drop")).toBeVisible();
    });
  await stillUsable(page);
});

const refusedOnReading: readonly Bad[] = [
  {
    what: "no readable date",
    file: { name: "when.csv", content: "customer,date,amount\na,soon,1\nb,later,2\n" },
    en: ["No date in column date of when.csv", "Line 2", "soon", "later"],
    zh: ["when.csv", "“date”列没有可识别的日期", "soon"],
  },
  {
    what: "no customer",
    file: { name: "who.csv", content: "customer,date,amount\n,2024-01-01,1\n,2024-01-02,2\n" },
    en: ["No customer in column customer of who.csv", "2 rows"],
    zh: ["who.csv", "“customer”列没有客户", "2 行"],
  },
  {
    what: "no readable amount",
    file: { name: "much.csv", content: "customer,date,amount\na,2024-01-01,much\nb,2024-01-02,more\n" },
    en: ["No number in column amount of much.csv", "Line 2", "much"],
    zh: ["much.csv", "“amount”列没有可识别的数字"],
  },
];

for (const { what, file, en, zh } of refusedOnReading)
  test(`${what} is named, with the first places`, async ({ page }) => {
    await start(page);
    await open(page, file);
    // The content does not speak for these roles, so they are given as a user would.
    for (const role of ["customer", "date", "amount"])
      await page.getByTestId(`role-${role}`).selectOption({ label: role });
    await page.getByTestId("read").click();
    for (const fact of en) await expect(error(page)).toContainText(fact);
    await speak(page, "zh");
    for (const fact of zh) await expect(error(page)).toContainText(fact);
    await speak(page, "en");
    await expect(page.getByTestId("role-date").locator("option:checked")).toHaveText("date");
    await stillUsable(page);
  });

test("all amounts zero: said, and scored by R and F all the same", async ({ page }) => {
  const rows = Array.from({ length: 20 }, (_, n) => `k${n % 7},o${n},2024-01-${10 + n},0`);
  await start(page);
  await score(page, { name: "free.csv", content: `customer,order,date,amount\n${rows.join("\n")}\n` });
  await go(page, "overview");
  await expect(page.getByTestId("all-zero")).toBeVisible();
  await expect(page.getByTestId("figure-customers")).toContainText("7");
  await expect(page.getByTestId("overview")).not.toContainText(/NaN|Infinity|∞/);
  await go(page, "rfm");
  await expect(page.getByTestId("rfm")).not.toContainText(/NaN|Infinity|∞/);
  await expect(page.getByTestId("customers-table")).toHaveAttribute("aria-rowcount", "8");
});

test("only refunds: no purchases, said so", async ({ page }) => {
  await start(page);
  await open(page, { name: "back.csv", content: "customer,order,date,amount\na,1,2024-01-01,-1\nb,2,2024-01-02,-2\n" });
  await read(page);
  await expect(error(page)).toContainText("No purchases");
  await expect(error(page)).toContainText("2 customers");
  await stillUsable(page);
});

test("a header that is a script is shown as text and does not run", async ({ page }) => {
  const evil = "<script>document.title='run'</script>";
  const image = "<img src=x onerror=document.title='run'>";
  const rows = Array.from({ length: 8 }, (_, n) => `${image}${n},o${n},2024-01-1${n},${n + 1},${evil}`);
  await start(page);
  await open(page, { name: "<b>evil.csv", content: `customer,order,date,amount,${evil}\n${rows.join("\n")}\n` });
  await expect(page.getByTestId("preview")).toContainText(evil);
  await page.getByTestId("role-region").selectOption({ label: evil });
  await read(page);
  await scored(page);
  await go(page, "rfm");
  await expect(page.getByTestId("customers-table")).toContainText(image);
  await expect(page.getByTestId("customers-table")).toContainText(evil);
  expect(await page.locator("img, main script").count()).toBe(0);
  await expect(page).not.toHaveTitle(/run/);
});

test("10,000 columns: opened, searched, mapped and read", async ({ page }) => {
  const names = Array.from({ length: 10_000 }, (_, n) => `col${n}`);
  const row = (n: number) =>
    names
      .map((_, at) => (at === 4321 ? `k${n}` : at === 5000 ? `2024-02-0${n}` : at === 9999 ? `${n}0` : "x"))
      .join(",");
  await start(page);
  await open(page, { name: "wide.csv", content: `${names.join(",")}\n${[1, 2, 3, 4].map(row).join("\n")}\n` });
  await expect(page.getByTestId("headline")).toContainText("10,000 columns");
  for (const [role, column] of [
    ["customer", "col4321"],
    ["date", "col5000"],
    ["amount", "col9999"],
  ] as const) {
    await page.getByTestId(`role-${role}`).click();
    const panel = page.getByRole("dialog", { name: /Column for/ }).filter({ visible: true });
    await panel.getByRole("searchbox").fill(column);
    await panel.getByRole("button", { name: column, exact: true }).click();
    await expect(page.getByTestId(`role-${role}`)).toContainText(column);
  }
  await read(page);
  await scored(page);
  await go(page, "overview");
  // 10 + 20 + 30 + 40.
  await expect(page.getByTestId("figure-revenue")).toContainText("100");
  await page.getByTestId("rail-data").click();
  await stillUsable(page);
});

test("a line of 50 MB without an end is named", async ({ page }) => {
  await start(page);
  const size = await chooseRepeated(page, { name: "endless.csv", head: "", unit: "a,b;", units: 1_000_000, parts: 13 });
  expect(size).toBeGreaterThan(50_000_000);
  await expect(error(page)).toContainText("Line 1 of endless.csv has no end");
  await stillUsable(page);
});

test("a line of 50 MB after good rows is named with its number", async ({ page }) => {
  await start(page);
  await chooseRepeated(page, { name: "broken.csv", head: FEW, unit: "a,b;", units: 1_000_000, parts: 13 });
  await expect(page.getByTestId("mapping")).toBeVisible();
  await page.getByTestId("read").click();
  // Head, 12 first orders, 6 second ones: the next line is the twentieth.
  await expect(error(page)).toContainText("Line 20 of broken.csv has no end");
  await stillUsable(page);
});

test("2 GB: what it needs is said before, it streams, and it can be stopped", async ({ page }) => {
  await start(page);
  const size = await chooseRepeated(page, manyOrders("huge.csv", 2048));
  expect(size).toBeGreaterThan(2_000_000_000);
  await expect(page.getByTestId("mapping")).toBeVisible();
  await expect(page.getByTestId("headline")).toContainText(/about 6\d,\d{3},\d{3} order rows/);
  await expect(page.getByTestId("data")).toContainText(/needs about [\d.]+ [MG]B of memory/);
  await page.getByTestId("read").click();
  const bar = page.getByTestId("progress");
  await expect.poll(() => bar.evaluate((one: HTMLProgressElement) => one.position)).toBeGreaterThan(0.05);
  await expect(page.getByTestId("progress-text")).toContainText("of 2 GB");
  await page.getByTestId("cancel").click();
  await expect(error(page)).toContainText("Stopped");
  await stillUsable(page);
});
