import { needsShared, shared } from "./shared";
import { expect, go, open, read, scored, start, test } from "./support";

const chosen = "option:checked";

test.describe("roles and form", () => {
  const rows = ["id;buyer;no;when;total;extra", "1;ann;A1;2024-01-31;10,50;7", "2;bob;A2;2024-02-01;20,25;8"];
  const content = `${rows.join("\n")}\n`;

  test("a role moves from one column to another, and is never played by two", async ({ page }) => {
    await start(page);
    await open(page, { name: "orders.csv", content });
    await page.getByTestId("role-customer").selectOption({ label: "buyer" });
    await expect(page.getByTestId("role-customer").locator(chosen)).toHaveText("buyer");
    await page.getByTestId("role-order").selectOption({ label: "buyer" });
    await expect(page.getByTestId("role-order").locator(chosen)).toHaveText("buyer");
    await expect(page.getByTestId("role-customer").locator(chosen)).toHaveText("none");
    await expect(page.getByTestId("missing-roles")).toContainText("Customer");
    await page.getByTestId("role-customer").selectOption({ label: "buyer" });
    await page.getByTestId("role-order").selectOption({ label: "no" });
    await page.getByTestId("role-date").selectOption({ label: "when" });
    await page.getByTestId("role-amount").selectOption({ label: "total" });
    await expect(page.getByTestId("missing-roles")).toHaveCount(0);
    await read(page);
    await scored(page);
    await go(page, "overview");
    await expect(page.getByTestId("figure-customers")).toContainText("2");
    // 10.50 + 20.25.
    await expect(page.getByTestId("figure-revenue")).toContainText("30.75");
  });

  test("a role is changed in the preview as well", async ({ page }) => {
    await start(page);
    await open(page, { name: "orders.csv", content });
    await page.getByTestId("preview").getByLabel("Role of buyer").selectOption({ label: "Customer" });
    await expect(page.getByTestId("role-customer").locator(chosen)).toHaveText("buyer");
  });

  test("text that repeats is found in any file, taken and given in the preview", async ({ page }) => {
    await start(page);
    const lines = Array.from({ length: 30 }, (_, at) => `K${at},${at % 2 === 0 ? "f" : "m"},word ${at},${at % 3}`);
    await open(page, { name: "customers.csv", content: `customer,gender,remark,level\n${lines.join("\n")}\n` });
    const text = page.getByTestId("role-attribute");
    await expect(text).toContainText("gender");
    await expect(text).not.toContainText("remark");
    await expect(page.getByTestId("customer-file")).toContainText("text columns");
    const preview = page.getByTestId("preview");
    await preview.getByLabel("Role of level").selectOption({ label: "Text column" });
    await expect(text).toContainText("gender and level");
    await preview.getByLabel("Role of gender").selectOption({ label: "not used" });
    await expect(text).not.toContainText("gender");
    await page.getByTestId("read").click();
    // Text alone divides and describes, and gives nothing to cluster by.
    await page.getByTestId("to-profiles").click();
    await expect(page.getByTestId("rail-profiles")).toContainText("3 segments");
    await expect(page.getByTestId("rail-clusters")).toContainText("needs orders");
  });

  test("another delimiter divides the lines anew", async ({ page }) => {
    await start(page);
    await open(page, { name: "orders.csv", content });
    await expect(page.getByTestId("delimiter")).toHaveValue("semicolon");
    await expect(page.getByTestId("headline")).toContainText("6 columns");
    await page.getByTestId("delimiter").selectOption("comma");
    // The header has no comma.
    await expect(page.getByTestId("headline")).toContainText("1 column.");
    await page.getByTestId("delimiter").selectOption("semicolon");
    await expect(page.getByTestId("headline")).toContainText("6 columns");
  });

  test("a first row of data is counted as such", async ({ page }) => {
    await start(page);
    await open(page, { name: "orders.csv", content: `${rows.slice(1).join("\n")}\n` });
    await page.getByTestId("header").selectOption("no");
    await expect(page.getByTestId("headline")).toContainText("2 order rows");
    await expect(page.getByTestId("preview").locator("tbody tr").first()).toContainText("ann");
    await page.getByTestId("header").selectOption("yes");
    await expect(page.getByTestId("preview").locator("tbody tr").first()).toContainText("bob");
  });

  test("changing the form after reading discards what was read, and nothing else", async ({ page }) => {
    await start(page);
    await open(page, { name: "orders.csv", content });
    await page.getByTestId("role-customer").selectOption({ label: "buyer" });
    await page.getByTestId("role-date").selectOption({ label: "when" });
    await page.getByTestId("role-amount").selectOption({ label: "total" });
    await read(page);
    await scored(page);
    await page.getByTestId("role-order").selectOption({ label: "extra" });
    await expect(page.getByTestId("rail-data")).toContainText("not read");
    await expect(page.getByTestId("rail-rfm")).toContainText("not run");
    await expect(page.getByTestId("role-customer").locator(chosen)).toHaveText("buyer");
    await expect(page.getByTestId("role-amount").locator(chosen)).toHaveText("total");
  });
});

test.describe("order of day and month", () => {
  const book = (dates: readonly string[]) =>
    `${["customer,order,date,amount", ...dates.map((date, n) => `c${n % 5},o${n},${date},${n + 1}`)].join("\n")}\n`;

  test("a column that fits both makes the user choose, and says what each choice means", async ({ page }) => {
    await start(page);
    await open(page, { name: "both.csv", content: book(["03/04/2024", "05/06/2024", "07/08/2024"]) });
    await read(page);
    const question = page.getByTestId("date-question");
    await expect(question).toContainText("All 3 dates");
    await expect(question).toContainText("3 April 2024");
    await expect(question).toContainText("4 March 2024");
    for (const view of ["overview", "rfm"] as const) {
      await page.getByTestId(`rail-${view}`).click();
      await expect(page.getByTestId("lacking-result")).toBeVisible();
    }
    await page.getByTestId("rail-data").click();

    await page.getByTestId("choose-month_first").click();
    await scored(page);
    await expect(question).toHaveCount(0);
    await go(page, "overview");
    // The last order is of 8 July read month first: 7 August read day first.
    await expect(page.getByTestId("figure-period")).toContainText("2024-07-08");

    await page.getByTestId("rail-data").click();
    await page.getByTestId("date-order").selectOption("day_first");
    await read(page);
    await scored(page);
    await go(page, "overview");
    await expect(page.getByTestId("figure-period")).toContainText("2024-08-07");
  });

  test("what the whole column decides otherwise than its head is read again, and said", async ({ page }) => {
    // Days 1 to 9 of months 1 to 7 fit both orders. The one date that cannot be month first lies at 65% of 5 MB,
    // beyond the head and between the samples, which are taken at its quarters.
    const dates = Array.from({ length: 200_000 }, (_, n) => `0${1 + (n % 9)}/0${1 + (n % 7)}/2024`);
    dates[130_000] = "25/04/2024";
    await start(page);
    await open(page, { name: "late.csv", content: book(dates) });
    await expect(page.getByTestId("date-order")).toHaveValue("auto");
    await read(page);
    await scored(page);
    await expect(page.getByTestId("read-again")).toContainText("day/month/year");
    await expect(page.getByTestId("read-again")).toContainText("1 row");
    await expect(page.getByTestId("date-order")).toHaveValue("auto");
    await go(page, "overview");
    // The last day is 9 July, read day first; month first it would be 7 September.
    await expect(page.getByTestId("figure-period")).toContainText("2024-07-09");
  });

  test("a decimal comma that only a late row shows is found, and said", async ({ page }) => {
    const rows = Array.from({ length: 200_000 }, (_, n) => `c${n % 5};o${n};2024-03-01;10`);
    rows[140_000] = "c0;o140000;2024-03-01;5000,25";
    await start(page);
    await open(page, { name: "late.csv", content: `${["customer;order;date;amount", ...rows].join("\n")}\n` });
    await read(page);
    await scored(page);
    await expect(page.getByTestId("read-again")).toContainText("1.234,56");
    await go(page, "overview");
    // 199,999 times 10 and 5,000.25, which misread would be half a million.
    await expect(page.getByTestId("figure-revenue")).toContainText("2,004,990");
  });
});

test.describe("real files", () => {
  needsShared();

  test("Superstore: 4,042 dates fit both orders, the other rows decide", async ({ page }) => {
    await start(page);
    await open(page, shared("data", "superstore", "Sample - Superstore.csv"));
    await expect(page.getByTestId("role-customer").locator(chosen)).toHaveText("Customer ID");
    await expect(page.getByTestId("role-order").locator(chosen)).toHaveText("Order ID");
    await expect(page.getByTestId("role-date").locator(chosen)).toHaveText("Order Date");
    await expect(page.getByTestId("role-amount").locator(chosen)).toHaveText("Sales");
    await read(page);
    await scored(page);
    await expect(page.getByTestId("data")).toContainText("month/day/year");
    await expect(page.getByTestId("data")).toContainText("4,042 could be read either way");
    await go(page, "overview");
    // reference/other.json: rows, orders, customers, sales and dates of Superstore.
    await expect(page.getByTestId("figure-customers")).toContainText("793");
    await expect(page.getByTestId("figure-orders")).toContainText("5,009");
    await expect(page.getByTestId("figure-revenue")).toContainText("2,297,201");
    await expect(page.getByTestId("figure-period")).toContainText("2014-01-03");
    await expect(page.getByTestId("figure-period")).toContainText("2017-12-30");
  });

  test("CDNOW: divided by blanks, dates without separators", async ({ page }) => {
    await start(page);
    await open(page, shared("data", "cdnow", "CDNOW_master.txt"));
    await expect(page.getByTestId("delimiter")).toHaveValue("blanks");
    await read(page);
    await scored(page);
    await go(page, "overview");
    // reference/cdnow.json says 69,659 rows of 23,570 customers.
    await expect(page.getByTestId("figure-customers")).toContainText("23,570");
    await expect(page.getByTestId("rail-data")).toContainText("69,659 rows");
  });

  for (const [name, path, rows] of [
    ["Mall", ["mall_customers", "Mall_Customers.csv"], "200"],
    ["Wholesale", ["wholesale_customers", "Wholesale customers data.csv"], "440"],
    ["marketing campaign", ["marketing_campaign", "marketing_campaign.csv"], "2,240"],
  ] as const)
    test(`${name} is a customer file: read and counted, and RFM says what it lacks`, async ({ page }) => {
      await start(page);
      await open(page, shared("data", ...path));
      await expect(page.getByTestId("customer-file")).toBeVisible();
      await page.getByTestId("read").click();
      await expect(page.getByTestId("headline")).toContainText(`${rows} `);
      await expect(page.getByTestId("rail-rfm")).toContainText("needs orders");
      await page.getByTestId("rail-rfm").click();
      await expect(page.getByTestId("lacking-orders")).toContainText(/amount/i);
    });
});
