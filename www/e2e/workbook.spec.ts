/** Workbooks: a choice of sheets, the same steps from there on, and a sentence for those that cannot be opened. */

import { needsShared, shared } from "./shared";
import { choose, drop, expect, open, read, saved, scored, start, test } from "./support";

needsShared();

const superstore = () => shared("data", "tableau_cn_superstore", "示例 - 超市.xls");
const threeSheets = () => shared("data", "superstore", "Sample - Superstore.2023.xls");

/** The container of a workbook with a password: its content is one encrypted stream. */
function encrypted(): Buffer {
  const signature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const names = ["EncryptedPackage", "EncryptionInfo"].map((name) => Buffer.from(name, "utf16le"));
  return Buffer.concat([signature, Buffer.alloc(1528), ...names]);
}

test("示例 - 超市.xls, dropped: its orders are found, read and scored", async ({ page }) => {
  await start(page);
  await drop(page, page.getByTestId("drop"), superstore());
  await expect(page.getByTestId("sheet")).toHaveValue("订单");
  await expect(page.getByTestId("headline")).toContainText("order rows in");
  await read(page);
  await scored(page);
  // reference/other.json: 10,000 rows, 790 customers.
  await expect(page.getByTestId("headline")).toContainText("10,000 rows read, 790 customers, nothing set aside.");
});

test("another sheet is looked at on its own, and the first one again", async ({ page }) => {
  await start(page);
  await open(page, threeSheets());
  const sheet = page.getByTestId("sheet");
  await expect(sheet).toHaveValue("Orders");
  await expect(sheet.locator("option")).toHaveText(["Orders", "People", "Returns"]);
  await sheet.selectOption("Returns");
  await expect(page.getByTestId("headline")).toContainText("2 columns");
  await expect(page.getByTestId("delimiter")).toHaveCount(0);
  await page.getByTestId("sheet").selectOption("Orders");
  await expect(page.getByTestId("headline")).toContainText("order rows in 21 columns");
  await read(page);
  await expect(page.getByTestId("headline")).toContainText("804 customers");
});

test("rows of a sheet that are set aside are saved with the number of their row", async ({ page }) => {
  await start(page);
  await open(page, threeSheets());
  await page.getByTestId("role-amount").selectOption({ label: "Postal Code" });
  await read(page);
  // 200 postal codes are Canadian, and have letters in them.
  await expect(page.getByTestId("issue-bad_number")).toBeVisible();
  const file = await saved(page, () => page.getByTestId("export-bad_number").click());
  const [header = "", ...rows] = file.bytes.toString("utf8").trim().split("\n");
  expect(header).toContain('"Row ID","Order ID","Order Date"');
  expect(rows).toHaveLength(200);
  // Row 1 holds the names, so the row of the sheet is one more than the id by which the file counts.
  for (const row of rows) {
    const [line, , id] = row.split(",");
    expect(Number(line)).toBe(Number(id) + 1);
  }
});

test("a workbook with a password gets its sentence", async ({ page }) => {
  await start(page);
  await choose(page, { name: "locked.xlsx", content: encrypted() });
  await expect(page.getByTestId("error")).toContainText("locked.xlsx is protected by a password");
});

test("a damaged workbook gets its sentence", async ({ page }) => {
  await start(page);
  await choose(page, { name: "cut.xlsx", content: Buffer.from("PK\x03\x04\x14\x00\x06\x00 and then nothing") });
  await expect(page.getByTestId("error")).toContainText("cut.xlsx is damaged");
});
