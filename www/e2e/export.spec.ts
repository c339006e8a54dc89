import { records, rows } from "./csv";
import { choose, expect, go, open, read, saved, score, scored, start, test } from "./support";

test("ids and names that a spreadsheet would run are made plain, and come back as they were", async ({ page }) => {
  // Left the id in the file, right what stands in the export: an apostrophe before a formula, none before a number.
  const ids: readonly (readonly [string, string])[] = [
    ["=1+1", "'=1+1"],
    ['=HYPERLINK("http://x.test","y")', '\'=HYPERLINK("http://x.test","y")'],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1+1", "'＝1+1"],
    ["-7", "-7"],
    ["plain", "plain"],
  ];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const book = ["customer,order,date,amount,region"];
  for (const [n, [id]] of ids.entries())
    book.push([quoted(id), `o${n}`, `2024-03-0${n + 1}`, String(10 + n), quoted("\t@SUM(1)")].join(","));
  await start(page);
  await score(page, { name: "ids.csv", content: `${book.join("\n")}\n` });
  await go(page, "rfm");
  const file = await saved(page, () => page.getByTestId("export-customers").click());
  const exported = rows(file.bytes);
  expect(exported.map((row) => row["Customer"]).sort()).toEqual(ids.map(([, written]) => written).sort());
  for (const row of exported) expect(row["Region"]).toBe("'@SUM(1)");
  for (const record of records(file.bytes))
    for (const cell of record) expect(cell).not.toMatch(/^[=@\t\r＝＋－＠]|^[+-](?!\d+(\.\d+)?$)/);

  await page.getByTestId("rail-data").click();
  await choose(page, file.path);
  await expect(page.getByTestId("role-customer").locator("option:checked")).toHaveText("Customer");
  await page.getByTestId("role-date").selectOption({ label: "Last purchase" });
  await page.getByTestId("role-amount").selectOption({ label: "Monetary" });
  await page.getByTestId("read").click();
  await scored(page);
  await go(page, "rfm");
  const again = await saved(page, () => page.getByTestId("export-customers").click());
  expect(
    rows(again.bytes)
      .map((row) => row["Customer"])
      .sort(),
  ).toEqual(exported.map((row) => row["Customer"]).sort());
  await page.getByTestId("customers-search").fill("HYPERLINK");
  await expect(page.getByTestId("customers-table").locator(".grid-rows").getByRole("rowheader")).toHaveText([
    '=HYPERLINK("http://x.test","y")',
  ]);
});

test("what is filtered is what is exported", async ({ page }) => {
  const book = ["customer,order,date,amount"];
  for (let n = 0; n < 50; n += 1) book.push(`k${n},o${n},2024-0${1 + (n % 9)}-15,${n + 1}`);
  await start(page);
  await score(page, { name: "fifty.csv", content: `${book.join("\n")}\n` });
  await go(page, "rfm");
  await page.getByTestId("customers-search").fill("k4");
  await expect(page.getByTestId("customers-table")).toHaveAttribute("aria-rowcount", "12");
  await page.getByTestId("customers-table").getByRole("columnheader").first().click();
  await expect(page.getByTestId("customers-table").getByRole("columnheader").first()).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  const file = await saved(page, () => page.getByTestId("export-customers").click());
  // k4 and k40 to k49, in the order of the table.
  const ids = rows(file.bytes).map((row) => row["Customer"]);
  expect(ids).toEqual(["k4", ...Array.from({ length: 10 }, (_, n) => `k4${n}`)]);
});

test("rows set aside are saved as they stand, with line and reason", async ({ page }) => {
  const lines = [
    "customer,order,date,amount",
    "ann,1,2024-01-05,10",
    ",2,2024-01-06,20",
    'bob,3,"not, a date",30',
    'cid,4,2024-01-07,"4',
    '0"',
    "dan,5,,50",
    "eve,6,2024-01-08,sixty",
    "fay,7,2024-01-09,70,8,9",
    "gus",
    "hal,8,2024-01-10,80",
  ];
  await start(page);
  await open(page, { name: "rough.csv", content: `${lines.join("\n")}\n` });
  await read(page);
  await scored(page);
  await expect(page.getByTestId("issue-bad_date")).toContainText("Line 4");
  await expect(page.getByTestId("issue-bad_date")).toContainText("not, a date");

  const one = await saved(page, () => page.getByTestId("export-bad_date").click());
  expect(one.name).toBe("rough Unreadable date.csv");
  expect(rawLines(one.bytes)).toEqual([
    "Line,Reason,customer,order,date,amount",
    '4,Unreadable date,bob,3,"not, a date",30',
  ]);

  const all = await saved(page, () => page.getByTestId("export-set-aside").click());
  expect(all.name).toBe("rough rows set aside.csv");
  expect(rawLines(all.bytes)).toEqual([
    "Line,Reason,customer,order,date,amount",
    "3,No customer,,2,2024-01-06,20",
    '4,Unreadable date,bob,3,"not, a date",30',
    '5,Unreadable number,cid,4,2024-01-07,"4\n0"',
    "7,No date,dan,5,,50",
    "8,Unreadable number,eve,6,2024-01-08,sixty",
    "9,Row too long,fay,7,2024-01-09,70,8,9",
    "10,Row too short,gus",
  ]);
});

test("refunds are saved as they stand", async ({ page }) => {
  const lines = [
    "customer,order,date,amount",
    "ann,100,2024-01-05,10",
    "ann,C101,2024-01-06,-4",
    "bob,102,2024-01-07,30",
    "bob,103,2024-01-08,-30",
  ];
  await start(page);
  await score(page, { name: "back.csv", content: `${lines.join("\n")}\n` });
  await go(page, "overview");
  const file = await saved(page, () => page.getByTestId("export-refund").click());
  expect(rawLines(file.bytes)).toEqual([
    "Line,Reason,customer,order,date,amount",
    "3,Refund,ann,C101,2024-01-06,-4",
    "5,Refund,bob,103,2024-01-08,-30",
  ]);
});

/** Rows after the byte order mark; line breaks inside quotes belong to the row. */
function rawLines(bytes: Buffer): string[] {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  expect(text.startsWith("\uFEFF")).toBe(true);
  return text
    .slice(1)
    .split(/\r?\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter((line) => line !== "");
}
