import { expect, go, open, read, saved, scored, start, test } from "./support";

/** 37 rows and what stands beside them: titles, a header that comes twice, a row that comes twice, a shifted row and a total. */
const MESSY = [
  "2024年3月销售明细,,,,",
  "导出时间：2024-04-01 09:00,,,,",
  "订单号,会员编号,下单时间,实付金额,",
  "1,0001,2024/3/5,￥10,",
  "2,0002,2024/3/6,20,",
  "1,0001,2024/3/5,￥10,",
  "订单号,会员编号,下单时间,实付金额,",
  "3,0003,2024/3/7,1.5万,",
  "4,0002,2024/3/8,30,错位",
  ...Array.from({ length: 30 }, (_, n) => `${n + 5},0004,2024/3/9,1,`),
  "合计,,,15070,",
].join("\r\n");

test.describe("what stands beside the rows", () => {
  test("is told with its lines, and none of it is counted in", async ({ page }) => {
    await start(page, "#lang=en");
    await open(page, { name: "march.csv", content: MESSY });
    const notes = page.getByTestId("import-notes");
    await expect(notes).toContainText("2 lines above the header are passed over: “2024年3月销售明细”");
    await expect(notes).toContainText("Column 5 has no name");
    await read(page);
    await scored(page);
    await expect(page.getByTestId("headline")).toContainText("37 rows");
    for (const [code, line] of [
      ["repeated_header", 7],
      ["too_many_fields", 9],
      ["total_row", 40],
      ["duplicate", 6],
    ] as const)
      await expect(page.getByTestId(`issue-${code}`)).toContainText(`Line ${line}`);
    // 10 + 20 + 10 + 15,000 and 30 times 1.
    await go(page, "overview");
    await expect(page.getByTestId("figure-revenue")).toContainText("15,070");
  });

  test("a row that comes twice can be dropped, and taken away", async ({ page }) => {
    await start(page, "#lang=en");
    await open(page, { name: "march.csv", content: MESSY });
    await page.getByTestId("duplicates").selectOption("drop");
    await read(page);
    await scored(page);
    const download = await saved(page, () => page.getByTestId("export-duplicate_dropped").click());
    const text = download.bytes.toString("utf8");
    expect(text.split(/\r?\n/).filter((line) => line.includes("0001"))).toEqual([
      "6,Exact duplicate,1,0001,2024/3/5,￥10,",
    ]);
    await go(page, "overview");
    await expect(page.getByTestId("figure-revenue")).toContainText("15,060");
  });

  test("lines above the header can be said by the user", async ({ page }) => {
    await start(page, "#lang=en");
    await open(page, { name: "march.csv", content: MESSY });
    await page.getByTestId("skip-lines").click();
    await page.getByTestId("skip-lines-value").fill("6");
    await page.getByTestId("skip-lines-value").press("Enter");
    await expect(page.getByTestId("headline")).toContainText("33 order rows");
  });
});

test("a unit in the name of the amount column is told", async ({ page }) => {
  await start(page, "#lang=zh");
  await open(page, { name: "万.csv", content: "客户,日期,销售额（万元）\nA,2024-03-05,1.2\nB,2024-03-06,3\n" });
  await expect(page.getByTestId("import-notes")).toContainText("“销售额（万元）”列以万元为单位");
});

test("days and months that a spreadsheet swapped are warned of", async ({ page }) => {
  await start(page, "#lang=en");
  const dates = ["2024-05-02", "2024-02-03", "13/02/2024", "28/02/2024", "17/03/2024"];
  const content = ["customer,date,amount", ...dates.map((date, n) => `c${n % 3},${date},10`)].join("\n");
  await open(page, { name: "swapped.csv", content });
  await read(page);
  await expect(page.getByTestId("swapped-dates")).toContainText("2 dates stand year first");
  await expect(page.getByTestId("swapped-dates")).toContainText("the other 3");
});

test.describe("settings that are kept", () => {
  const april = [
    "会员编号;订单号;下单时间;实付金额;门店",
    "0001;5;2024/4/5;10;北京",
    "0002;6;2024/4/6;20;上海",
    "0002;6;2024/4/6;20;上海",
  ].join("\n");

  test("are saved, and brought to the next month's file with what differs", async ({ page }) => {
    await start(page, "#lang=en");
    await open(page, { name: "march.csv", content: MESSY });
    await page.getByTestId("duplicates").selectOption("drop");
    await read(page);
    await scored(page);
    const download = await saved(page, () => page.getByTestId("save-settings").click());
    expect(download.name).toBe("march settings.json");
    const settings = download.bytes.toString("utf8");

    await page.goto("about:blank");
    await start(page, "#lang=en");
    await page.getByTestId("file-input").setInputFiles([
      { name: "march settings.json", mimeType: "application/json", buffer: Buffer.from(settings) },
      { name: "april.csv", mimeType: "text/csv", buffer: Buffer.from(april) },
    ]);
    const told = page.getByTestId("brought-settings");
    await expect(told).toContainText("Read as march.csv was");
    await expect(told).toContainText("Divided by semicolon (;), before by comma (,).");
    await expect(told).toContainText("0 lines above the header, before 2.");
    await expect(told).toContainText("New: 门店.");
    await expect(told).toContainText("The columns stand in another order.");
    await expect(page.getByTestId("duplicates")).toHaveValue("drop");
    await read(page);
    await scored(page);
    await expect(page.getByTestId("issue-duplicate_dropped")).toContainText("Line 4");
    await page.getByTestId("guess-anew").click();
    await expect(told).toHaveCount(0);
    await expect(page.getByTestId("duplicates")).toHaveValue("keep");
  });

  test("the same file and the same settings give the same bytes", async ({ page }) => {
    const settings: string[] = [];
    const tables: string[] = [];
    for (const kept of [null, 0] as const) {
      await start(page, "#lang=en");
      const files = [{ name: "march.csv", mimeType: "text/csv", buffer: Buffer.from(MESSY) }];
      if (kept !== null)
        files.push({
          name: "march settings.json",
          mimeType: "application/json",
          buffer: Buffer.from(settings[kept] ?? ""),
        });
      await page.getByTestId("file-input").setInputFiles(files);
      await expect(page.getByTestId("mapping")).toBeVisible();
      await read(page);
      await scored(page);
      const file = await saved(page, () => page.getByTestId("save-settings").click());
      settings.push(file.bytes.toString("utf8"));
      await go(page, "rfm");
      const table = await saved(page, () => page.getByTestId("export-customers").click());
      tables.push(table.bytes.toString("utf8"));
      await page.goto("about:blank");
    }
    expect(settings[1]).toBe(settings[0]);
    expect(tables[1]).toBe(tables[0]);
  });

  test("a JSON file of another kind is refused and leaves what is open", async ({ page }) => {
    await start(page, "#lang=en");
    await open(page, { name: "march.csv", content: MESSY });
    await page
      .getByTestId("file-input")
      .setInputFiles([{ name: "other.json", mimeType: "application/json", buffer: Buffer.from('{"a":1}') }]);
    await expect(page.getByTestId("error")).toContainText("This is not a settings file of SegmentLab");
    await expect(page.getByTestId("mapping")).toBeVisible();
  });
});
