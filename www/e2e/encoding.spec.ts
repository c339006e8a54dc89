import { needsShared, shared } from "./shared";
import { expect, go, open, read, scored, start, test } from "./support";

/** 客户编号,日期,金额,城市 and two rows, in GBK by the tables of its standard. */
const GBK = Buffer.from(
  "bfcdbba7b1e0bac52cc8d5c6da2cbdf0b6ee2cb3c7cad00a412c323032342f332f352c31302cc9cfbaa30a422c323032342f332f362c32302cb1b1bea90a",
  "hex",
);

test("a file in GBK reads as it should, and as the user says", async ({ page }) => {
  await start(page, "#lang=en");
  await open(page, { name: "gbk.csv", content: GBK });
  await expect(page.getByTestId("encoding")).toHaveValue("gb18030");
  await expect(page.getByTestId("preview")).toContainText("上海");
  await expect(page.getByTestId("import-notes")).toContainText("GB18030 (GBK) fits best");
  await page.getByTestId("encoding").selectOption("windows1252");
  await expect(page.getByTestId("preview")).toContainText("ÉÏº£");
  await page.getByTestId("encoding").selectOption("gb18030");
  await expect(page.getByTestId("preview")).toContainText("上海");
});

test("bytes that do not decode are counted and located", async ({ page }) => {
  await start(page, "#lang=en");
  const broken = Buffer.concat([GBK, Buffer.from("432c323032342f332f372c33302cff0a", "hex")]);
  await open(page, { name: "gbk.csv", content: broken });
  await read(page);
  await scored(page);
  await expect(page.getByTestId("issue-bad_bytes")).toContainText("Line 4, column 城市");
  await go(page, "overview");
  await expect(page.getByTestId("figure-customers")).toContainText("3");
});

test.describe("real files", () => {
  needsShared();

  for (const [name, file] of [
    ["GB18030", "超市订单.gb18030.csv"],
    ["年月日", "超市订单.utf8bom.年月日.csv"],
  ] as const)
    test(`超市订单 in ${name}`, async ({ page }) => {
      await start(page, "#lang=zh");
      await open(page, shared("data", "tableau_cn_superstore", "derived", file));
      await read(page);
      await scored(page);
      // reference/other.json: 10,000 rows, 790 customers, 16,117,548.237 of sales.
      await expect(page.getByTestId("headline")).toContainText("10,000 行");
      await go(page, "overview");
      await expect(page.getByTestId("figure-customers")).toContainText("790");
      await expect(page.getByTestId("figure-revenue")).toContainText("16,117,548");
    });

  test("someone's lossy copy of Superstore is told for what it is", async ({ page }) => {
    await start(page, "#lang=en");
    await open(page, shared("data", "superstore", "Sample - Superstore.damaged.csv"));
    await expect(page.getByTestId("import-notes")).toContainText("Column 22 has no name");
    await read(page);
    await scored(page);
    await expect(page.getByTestId("issue-lost_characters")).toContainText("367");
    await expect(page.getByTestId("issue-too_many_fields")).toContainText("Line 183");
  });
});
