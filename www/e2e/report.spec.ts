/** What goes to others: the report, the workbook, pictures, settings. */

import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "@playwright/test";
import { rows } from "./csv";
import { FEW } from "./made";
import { choose, expect, go, read, sample, saved, score, scored, start, test } from "./support";
import { sheets, type Value } from "./xlsx";

/** Goes to the report and waits until everything it shows was computed. */
async function toReport(page: Page): Promise<void> {
  await go(page, "report");
  await expect(page.getByTestId("part-personas").getByRole("checkbox")).toBeChecked();
  await expect(page.getByTestId("busy")).toHaveCount(0);
}

const saveReport = (page: Page) => saved(page, () => page.getByTestId("save-report").click());

/** Opens a saved report as whoever gets it does, with scripts switched off; everything it asks for is noted. */
async function opened(browser: Browser, bytes: Buffer): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  // A browser tells what a file on disk is by its name.
  const path = test.info().outputPath("report.html");
  await writeFile(path, bytes);
  await page.goto(pathToFileURL(path).href);
  return { page, asked };
}

test("the report opens without script and network, in both languages, and prints", async ({ page, browser }) => {
  // Two reports are saved, laid out and printed.
  test.setTimeout(240_000);
  await start(page);
  await sample(page, "retail");
  await toReport(page);
  for (const [lang, heading, chapter] of [
    ["en", "Customer segments: online-retail.csv", "RFM segments"],
    ["zh", "客户分群报告：online-retail.csv", "RFM 分群"],
  ] as const) {
    await page.getByTestId(`report-language-${lang}`).check();
    const file = await saveReport(page);
    expect(file.name).toMatch(/\.html$/);
    const { page: report, asked } = await opened(browser, file.bytes);
    await expect(report.locator("html")).toHaveAttribute("lang", lang === "zh" ? "zh-CN" : "en");
    await expect(report.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(report.getByRole("heading", { level: 2, name: chapter })).toBeVisible();
    // reference/online_retail.json: 4,339 customers with a purchase.
    await expect(report.locator("#customers")).toContainText("4,339");
    await expect(report.locator("#data")).toContainText("online-retail.csv");
    expect(await report.locator("article.persona").count()).toBeGreaterThan(5);
    expect(await report.locator("figure svg").count()).toBeGreaterThan(3);
    // Nothing but the file itself.
    expect(asked).toHaveLength(1);
    const pdf = await report.pdf({ format: "A4", preferCSSPageSize: true });
    const pages = pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(await report.locator("article.persona").count());
    await report.context().close();
  }
});

test("parts that are left out are not in the report", async ({ page, browser }) => {
  await start(page);
  await score(page, { name: "few.csv", content: FEW });
  await toReport(page);
  await page.getByTestId("part-method").getByRole("checkbox").click();
  await page.getByTestId("part-personas").getByRole("checkbox").click();
  const file = await saveReport(page);
  const { page: report } = await opened(browser, file.bytes);
  await expect(report.locator("main section")).toHaveCount(6);
  await expect(report.locator("#personas, #method")).toHaveCount(0);
  await report.context().close();
});

test("what stands in a file is text in the report", async ({ page, browser }) => {
  const lines = ["customer,order,date,amount,region"];
  const bad = '"<img src=x onerror=document.title=1>"';
  for (let n = 0; n < 40; n += 1)
    lines.push(`c${n},o${n},2024-0${1 + (n % 9)}-1${n % 9},${n + 1},${n % 2 === 0 ? bad : "North"}`);
  await start(page);
  await score(page, { name: "odd.csv", content: `${lines.join("\n")}\n` });
  await toReport(page);
  const file = await saveReport(page);
  const { page: report } = await opened(browser, file.bytes);
  await expect(report.locator("img")).toHaveCount(0);
  expect(file.bytes.toString("utf8")).toContain("&lt;img src=x");
  await report.context().close();
});

test("the workbook says of every customer what the CSV says", async ({ page }) => {
  await start(page);
  await sample(page, "retail");
  await toReport(page);
  const csv = rows((await saved(page, () => page.getByTestId("export-customers").click())).bytes);
  const file = await saved(page, () => page.getByTestId("save-workbook").click());
  expect(file.name).toBe("online-retail segments.xlsx");
  const book = sheets(file.bytes);
  expect([...book.keys()]).toEqual(["Customers", "Segments", "Profiles", "Settings"]);

  const [names = [], ...customers] = book.get("Customers") ?? [];
  expect(customers).toHaveLength(4339);
  // The CSV puts an apostrophe before what a spreadsheet would run, which a workbook does not need; and it rounds the
  // weighted score to as many decimals as it shows.
  const isSame = (value: Value, text: string) =>
    typeof value === "number"
      ? Number(value.toFixed(text.split(".")[1]?.length ?? 0)) === Number(text)
      : (value ?? "") === text.replace(/^'(?=[=@+-])/, "");
  const unlike = csv.flatMap((record, at) =>
    Object.entries(record).flatMap(([column, text]) => {
      const value = customers[at]?.[names.indexOf(column)] ?? null;
      return isSame(value, text) ? [] : [{ at, column, value, text }];
    }),
  );
  expect(unlike.slice(0, 5)).toEqual([]);
  expect(names).toContain("Lifecycle");

  const segments = (book.get("Segments") ?? []).filter(([division]) => division === "RFM segments");
  const sizes = Object.fromEntries(segments.map(([, name, size]) => [name, size]));
  for (const [name, size] of Object.entries(sizes))
    expect(size).toBe(csv.filter((record) => record["Segment"] === name).length);
  expect(segments.reduce((sum, [, , size]) => sum + Number(size), 0)).toBe(4339);

  const stages = (book.get("Segments") ?? []).filter(([division]) => division === "Lifecycle");
  for (const [, name, size] of stages)
    expect(customers.filter((row) => row[names.indexOf("Lifecycle")] === name)).toHaveLength(Number(size));

  expect((book.get("Profiles") ?? []).length).toBeGreaterThan(20);
  expect(book.get("Settings")).toContainEqual(["Settings file", "customers.refunds", "net"]);
});

/** A list of customers: their numbers, and what they are. */
const LIST = [
  "customer,age,education,married",
  ...Array.from(
    { length: 60 },
    (_, n) => `L${n},${20 + (n % 41)},${["PhD", "Master", "Basic"][n % 3]},${n % 2 ? "yes" : "no"}`,
  ),
].join("\n");

test("the workbook of a list of customers has their columns, and their segments in every division", async ({
  page,
}) => {
  await start(page);
  await choose(page, { name: "list.csv", content: LIST });
  await read(page);
  await toReport(page);
  const file = await saved(page, () => page.getByTestId("save-workbook").click());
  const book = sheets(file.bytes);
  const [names, ...customers] = book.get("Customers") ?? [];
  expect(names).toEqual(["Customer", "education", "married", "age"]);
  expect(customers).toHaveLength(60);
  expect(customers[4]).toEqual(["L4", "Master", "no", 24]);
  const segments = (book.get("Segments") ?? []).slice(1);
  expect(segments.map(([division, name, size]) => [division, name, size])).toEqual([
    ["education", "Basic", 20],
    ["education", "Master", 20],
    ["education", "PhD", 20],
    ["married", "no", 30],
    ["married", "yes", 30],
  ]);
});

test("workbook and CSV have each column of the orders and of a joined file once, under its name", async ({ page }) => {
  const lines = FEW.trim().split("\n");
  const orders = lines.map((line, at) =>
    at === 0
      ? `${line},region,payment,gift`
      : `${line},${at % 2 ? "North" : "South"},${at % 3 ? "card" : "cash"},${at % 2 ? "yes" : "no"}`,
  );
  const ids = [...new Set(lines.slice(1).map((line) => line.split(",")[0] ?? ""))];
  const people = [
    "customer,age,level",
    ...ids.slice(1).map((id, at) => `${id},${30 + at}.5,${at % 2 ? "gold" : "plain"}`),
  ];
  await start(page);
  await choose(
    page,
    { name: "orders.csv", content: `${orders.join("\n")}\n` },
    { name: "people.csv", content: `${people.join("\n")}\n` },
  );
  await read(page);
  await scored(page);
  await toReport(page);
  const csv = rows((await saved(page, () => page.getByTestId("export-customers").click())).bytes);
  expect(Object.keys(csv[0] ?? {}).slice(13)).toEqual(["Region", "payment", "gift", "level", "age"]);
  const [names = [], ...customers] =
    sheets((await saved(page, () => page.getByTestId("save-workbook").click())).bytes).get("Customers") ?? [];
  expect(names.slice(13)).toEqual(["Region", "payment", "gift", "level", "age", "Lifecycle"]);
  const ages = new Map(customers.map((row) => [row[0], row[names.indexOf("age")]]));
  expect([...ids.slice(1)].map((id) => ages.get(id))).toEqual(ids.slice(1).map((_, at) => 30.5 + at));
  expect(ages.get(ids[0] ?? "")).toBeNull();
  expect(csv.map((record) => record["age"])).toEqual(
    csv.map((record) => String(ages.get(record["Customer"] ?? "") ?? "")),
  );
});

test("settings of all steps, dropped with the same file, give the same bytes", async ({ page, browser }) => {
  const file = { name: "few.csv", content: FEW };
  await start(page);
  await score(page, file);
  await go(page, "overview");
  await page.getByTestId("refunds").selectOption("separate");
  await scored(page);
  await go(page, "rfm");
  await page.getByTestId("rules").selectOption("eight");
  await scored(page);
  await go(page, "clusters");
  await expect(page.getByTestId("rail-clusters")).toContainText(/\d+ cluster/);
  await expect(page.getByTestId("busy")).toHaveCount(0);
  await go(page, "profiles");
  await page.getByTestId("division").selectOption({ label: "Clusters" });
  await expect(page.getByTestId("busy")).toHaveCount(0);
  await go(page, "personas");
  await page
    .getByTestId(/^persona-\d+-own-title$/)
    .first()
    .click();
  await page.getByTestId(/^persona-\d+-own-title-field$/).fill("Our best");
  await page.keyboard.press("Enter");
  await toReport(page);
  const recipe = await saved(page, () => page.getByTestId("save-settings").click());
  const report = await saveReport(page);
  const kept = JSON.parse(recipe.bytes.toString("utf8"));
  expect(kept).toMatchObject({ division: { kind: "clusters" }, personas: [{ title: "Our best" }] });
  expect(kept.clusters.model.centroids.length).toBeGreaterThan(1);

  const context = await browser.newContext({ locale: "en-GB", timezoneId: "UTC" });
  const other = await context.newPage();
  await start(other);
  await other.getByTestId("file-input").setInputFiles([
    { name: file.name, mimeType: "text/csv", buffer: Buffer.from(file.content) },
    { name: recipe.name, mimeType: "application/json", buffer: recipe.bytes },
  ]);
  await expect(other.getByTestId("mapping")).toBeVisible();
  await read(other);
  await scored(other);
  // Before any screen was seen that computes what is in them.
  const again = await saved(other, () => other.getByTestId("save-settings").click());
  expect(again.bytes.toString("utf8")).toBe(recipe.bytes.toString("utf8"));
  await toReport(other);
  expect((await saveReport(other)).bytes.toString("utf8")).toBe(report.bytes.toString("utf8"));
  const last = await saved(other, () => other.getByTestId("save-settings").click());
  expect(last.bytes.equals(recipe.bytes)).toBe(true);
  await context.close();
});

test("a chart is saved as a drawing and as a bitmap, while the page can fetch nothing", async ({ page }) => {
  await start(page);
  await score(page, { name: "few.csv", content: FEW });
  await go(page, "overview");
  const take = (kind: "svg" | "png") =>
    saved(page, async () => {
      await page.getByTestId("orders-chart-save").click();
      await page.getByTestId(`save-${kind}`).filter({ visible: true }).click();
    });
  const svg = await take("svg");
  expect(svg.name).toBe("few Orders over time.svg");
  expect(svg.bytes.toString("utf8")).toContain("<title>Orders over time</title>");
  const png = await take("png");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  // Width and height stand in the first chunk; twice those of the drawing.
  const width = Number(/width="(\d+)"/.exec(svg.bytes.toString("utf8"))?.[1]);
  expect(png.bytes.readUInt32BE(16)).toBe(2 * width);
  await expect(page.getByTestId("privacy")).toContainText("0 requests since your file was opened");
});
