/** Several files at once: stacked where their columns are the same, matched by customer where they are not. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { needsShared, retailReference, unpacked } from "./shared";
import { choose, drop, expect, go, type Made, read, saved, scored, start, test } from "./support";

const orders = (name: string, lines: readonly string[]): Made => ({
  name,
  content: `${["customer,order,date,amount", ...lines].join("\n")}\n`,
});

const january = orders("2024-1.csv", ["a,1,2024-01-05,10", "b,2,2024-01-06,20", ",3,2024-01-07,5"]);
// Other delimiter, other order of columns, capitals.
const february: Made = {
  name: "2024-2.csv",
  content: "DATE;Amount;Customer;Order\n2024-02-05;1.5;a;4\nsoon;2;b;5\n",
};
const october = orders("2024-10.csv", ["c,6,2024-10-01,7"]);
const customers: Made = { name: "customers.csv", content: "customer,region\na,north\nc.0,south\nz,south\ny,north\n" };

test("files of the same columns are one table, in the order of their names", async ({ page }) => {
  await start(page);
  await choose(page, october, february, january);
  await expect(page.getByTestId("headline")).toContainText("2024-1.csv and 2 more");
  const files = page.getByTestId("table-0").locator(".tables-list tbody th");
  await expect(files).toHaveText(["2024-1.csv", "2024-2.csv", "2024-10.csv"]);
  await read(page);
  await scored(page);
  await expect(page.getByTestId("headline")).toContainText("6 rows");
  await expect(page.getByTestId("headline")).toContainText("3 customers");
  // One row of January names nobody, one of February has no date: told with the file.
  await expect(page.getByTestId("issue-no_customer")).toContainText("2024-1.csv, line 4");
  await expect(page.getByTestId("issue-bad_date")).toContainText("2024-2.csv, line 3");
  const rows = page.getByTestId("table-0").locator(".tables-list tbody tr");
  await expect(rows.nth(0)).toContainText(/3\s*1$/);
  await expect(rows.nth(1)).toContainText(/2\s*1$/);
  await expect(rows.nth(2)).toContainText(/1\s*0$/);
  await go(page, "overview");
  // 10 + 20 + 1.5 + 7.
  await expect(page.getByTestId("figure-revenue")).toContainText("38.5");

  await page.getByTestId("rail-data").click();
  const aside = await saved(page, () => page.getByTestId("export-set-aside").click());
  expect(
    aside.bytes
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .split("\n"),
  ).toEqual([
    "File,Line,Reason,customer,order,date,amount",
    "2024-1.csv,4,No customer,,3,2024-01-07,5",
    // Written otherwise, it has its own header.
    "File;Line;Reason;DATE;Amount;Customer;Order",
    "2024-2.csv;3;Unreadable date;soon;2;b;5",
    "File,Line,Reason,customer,order,date,amount",
    "",
  ]);
});

test("a customer file beside the orders is matched by id, both sides told and saved", async ({ page }) => {
  await start(page);
  await choose(page, customers, january, october);
  await expect(page.getByTestId("headline")).toContainText("2024-1.csv and 1 more");
  await read(page);
  await scored(page);
  const cells = (row: string) => page.getByTestId(row).locator("td.number");
  // The orders have a, b and c; c.0 is no number that lost its form, and stays another customer.
  await expect(cells("join-matched")).toHaveText(["1", "1", "1"]);
  await expect(cells("join-only-transactions")).toHaveText(["2", "2", ""]);
  await expect(cells("join-only-other")).toHaveText(["3", "", "3"]);
  const only = await saved(page, () => page.getByTestId("export-only-other").click());
  expect(only.name).toBe("customers customers not in 2024-1.csv");
  expect(only.bytes.toString("utf8")).toBe("\uFEFFCustomer,Rows\r\nc.0,1\r\nz,1\r\ny,1\r\n");
});

test("a file that comes later is added or takes the place, as the user says", async ({ page }) => {
  await start(page);
  await choose(page, january);
  await read(page);
  await scored(page);
  const folder = mkdtempSync(join(tmpdir(), "segmentlab-several-"));
  try {
    const path = join(folder, customers.name);
    writeFileSync(path, customers.content);
    await drop(page, page.getByTestId("headline"), path);
    await page.getByTestId("drop-add").click();
    await expect(page.getByTestId("joins")).toBeVisible();
    await scored(page);
    await drop(page, page.getByTestId("headline"), path);
    await page.getByTestId("drop-replace").click();
    await expect(page.getByTestId("file")).toContainText("customers.csv");
    await expect(page.getByTestId("customer-file")).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("settings hold what was said of the customer file", async ({ page, context }) => {
  const members: Made = { name: "members.csv", content: "customer,card,region\nx,a,north\ny,c,south\n" };
  const files = [members, january, october];
  await start(page);
  await choose(page, ...files);
  await page.getByTestId(/^customer-of-/).selectOption({ label: "card" });
  await read(page);
  await scored(page);
  await expect(page.getByTestId("join-matched").locator("td.number")).toHaveText(["2", "2", "2"]);
  const settings = await saved(page, () => page.getByTestId("save-settings").click());

  const other = await context.newPage();
  await start(other);
  await choose(other, { name: settings.name, content: settings.bytes }, ...files);
  await read(other);
  await scored(other);
  await expect(other.getByTestId("join-matched").locator("td.number")).toHaveText(["2", "2", "2"]);
  const again = await saved(other, () => other.getByTestId("save-settings").click());
  expect(again.bytes.toString("utf8")).toBe(settings.bytes.toString("utf8"));
});

test("what is no table is left out and named", async ({ page }) => {
  await start(page);
  await choose(page, january, { name: "photo.png", content: Buffer.from("89504e470d0a1a0a0000", "hex") });
  await expect(page.getByTestId("refused")).toContainText("photo.png");
  await read(page);
  await scored(page);
});

test.describe("Online Retail by the day", () => {
  needsShared();

  test("305 files dropped at once are the whole file, matched with a customer file", async ({ page }) => {
    const text = readFileSync(unpacked("data", "online_retail", "online-retail.csv.gz"), "latin1");
    const [header = "", ...lines] = text.trimEnd().split(/\r?\n/);
    const names = header.split(",");
    const date = names.indexOf("InvoiceDate");
    const days = new Map<string, string[]>();
    const ids = new Set<string>();
    const idAt = names.indexOf("CustomerID");
    for (const line of lines) {
      // No cell before these two holds a delimiter but the description, which is quoted.
      const cells = line.replace(/"(?:[^"]|"")*"/g, "").split(",");
      const day = (cells[date] ?? "").split(/[ T]/)[0] ?? "";
      const rows = days.get(day);
      if (rows) rows.push(line);
      else days.set(day, [line]);
      const id = (cells[idAt] ?? "").replace(/\.0$/, "");
      if (id !== "") ids.add(id);
    }
    expect(days.size).toBe(305);

    const folder = mkdtempSync(join(tmpdir(), "segmentlab-days-"));
    try {
      mkdirSync(join(folder, "days"));
      for (const [day, rows] of days)
        writeFileSync(
          join(folder, "days", `${day.replace(/\//g, "-")}.csv`),
          `${[header, ...rows].join("\n")}\n`,
          "latin1",
        );
      // Every second customer, and ten who bought nothing.
      const known = [...ids].filter((_, at) => at % 2 === 0);
      const prospects = Array.from({ length: 10 }, (_, n) => `P${n}`);
      const customerFile = join(folder, "customers.csv");
      writeFileSync(
        customerFile,
        `${["CustomerID,Tier", ...[...known, ...prospects].map((id) => `${id},A`)].join("\n")}\n`,
      );

      await start(page);
      const paths = readdirSync(join(folder, "days")).map((name) => join(folder, "days", name));
      await drop(page, page.getByTestId("drop"), ...paths, customerFile);
      await expect(page.getByTestId("tables")).toContainText("306 files in 2 tables");
      await read(page);
      await scored(page);
      await expect(page.getByTestId("rail-data")).toContainText("541,909 rows");
      const cells = (row: string) => page.getByTestId(row).locator("td.number").first();
      const written = (n: number) => n.toLocaleString("en");
      const truth = retailReference();
      await go(page, "overview");
      await expect(page.getByTestId("figure-customers")).toContainText(written(truth.customers));
      await page.getByTestId("rail-data").click();
      const matched = known.length;
      await expect(cells("join-matched")).toHaveText(written(matched));
      await expect(cells("join-only-transactions")).toHaveText(written(ids.size - matched));
      await expect(cells("join-only-other")).toHaveText(written(prospects.length));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
