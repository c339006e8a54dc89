/** The whole path on all 541,909 rows of Online Retail, against figures computed elsewhere (reference/). */

import { millionths, records, rows } from "./csv";
import { needsShared, retailReference, retailRows, unpacked } from "./shared";
import { choose, drop, expect, go, saved, scored, start, test } from "./support";

needsShared();

const chosen = "option:checked";
const retail = () => unpacked("data", "online_retail", "online-retail.csv.gz");

const GUESSED = {
  customer: "CustomerID",
  order: "InvoiceNo",
  date: "InvoiceDate",
  amount: "none",
  quantity: "Quantity",
  price: "UnitPrice",
  region: "Country",
} as const;

test("Online Retail, dropped: mapped, read, scored, exported and opened again", async ({ page }) => {
  const truth = retailReference();
  await start(page);
  await drop(page, page.getByTestId("drop"), retail());

  await test.step("the columns are recognised", async () => {
    await expect(page.getByTestId("mapping")).toBeVisible();
    for (const [role, column] of Object.entries(GUESSED))
      await expect(page.getByTestId(`role-${role}`).locator(chosen), role).toHaveText(column);
  });

  await test.step("every row is read or set aside with its reason", async () => {
    await page.getByTestId("read").click();
    await scored(page);
    await expect(page.getByTestId("rail-data")).toContainText("541,909 rows");
    await expect(page.getByTestId("issue-no_customer")).toContainText("135,080");
  });

  await test.step("refunds kept separate, the overview has the reference's figures", async () => {
    await go(page, "overview");
    await page.getByTestId("refunds").selectOption("separate");
    await expect(page.getByTestId("figure-revenue")).toContainText("8,911,408");
    await expect(page.getByTestId("figure-customers")).toContainText("4,339");
    await expect(page.getByTestId("figure-orders")).toContainText("18,536");
    await expect(page.getByTestId("figure-period")).toContainText("2010-12-01");
    await expect(page.getByTestId("figure-period")).toContainText("2011-12-09");
    await expect(page.getByTestId("as-of")).toContainText("2011-12-10");
    await scored(page);
  });

  await test.step("cut points and score sizes are the reference's", async () => {
    await go(page, "rfm");
    await page.getByTestId("ties").locator("summary").click();
    for (const [name, { quintile_cuts_linear_type7: cuts }] of [
      ["r", truth.recency_days],
      ["f", truth.frequency],
      ["m", truth.monetary],
    ] as const) {
      const table = page.getByTestId(`ties-${name}`).locator("tbody tr");
      await expect(table).toHaveCount(5);
      const letter = name.toUpperCase() as "R" | "F" | "M";
      // The best score of R has the fewest days, so R counts down while its values go up.
      const scores = name === "r" ? [5, 4, 3, 2, 1] : [1, 2, 3, 4, 5];
      for (const [at, score] of scores.entries()) {
        const cells = table.nth(at).locator("th, td");
        await expect(cells.nth(0)).toHaveText(`${letter}${score}`);
        for (const cut of cuts.slice(Math.max(at - 1, 0), at + 1))
          await expect(cells.nth(1)).toContainText(written(cut));
        await expect(cells.nth(2)).toHaveText((truth.scores_by_cut[letter][score] ?? -1).toLocaleString("en"));
      }
    }
  });

  const file = await test.step("the export has every customer of the reference, and nothing else", async () => {
    const file = await saved(page, () => page.getByTestId("export-customers").click());
    expect(file.name).toBe("online-retail customers.csv");
    const exported = rows(file.bytes);
    const expected = retailRows();
    expect(exported.length).toBe(truth.customers);
    const byId = new Map(exported.map((row) => [row["Customer"], row]));
    for (const row of expected) {
      const found = byId.get(row["CustomerID"]);
      expect(
        found && {
          recency: found["Recency days"],
          orders: found["Orders"],
          monetary: millionths(found["Monetary"] ?? ""),
          first: found["First purchase"],
          last: found["Last purchase"],
          scores: [found["R score"], found["F score"], found["M score"]],
          region: found["Region"],
        },
        row["CustomerID"],
      ).toEqual({
        recency: row["recency_days"],
        orders: row["frequency"],
        monetary: millionths(row["monetary"] ?? ""),
        first: row["first"],
        last: row["last"],
        scores: [row["R_by_cut"], row["F_by_cut"], row["M_by_cut"]],
        region: expect.any(String),
      });
    }
    const sum = (column: string) => exported.reduce((total, row) => total + millionths(row[column] ?? ""), 0n);
    expect(sum("Monetary")).toBe(8_911_407_904_000n);
    expect(sum("Orders")).toBe(18_536_000_000n);
    return file;
  });

  await test.step("the export opens again, as the customer file it is", async () => {
    await page.getByTestId("rail-data").click();
    await choose(page, file.path);
    await expect(page.getByTestId("customer-file")).toBeVisible();
    await expect(page.getByTestId("role-customer").locator(chosen)).toHaveText("Customer");
    await page.getByTestId("read").click();
    await expect(page.getByTestId("headline")).toContainText("4,339 customers, nothing set aside");
    await page.getByTestId("rail-rfm").click();
    await expect(page.getByTestId("lacking-orders")).toContainText(/date and amount/i);
  });
});

test("chosen with the file input, the same file gives the same export byte by byte", async ({ page }) => {
  const exports: Buffer[] = [];
  for (const _ of [1, 2]) {
    await start(page);
    await choose(page, retail());
    await page.getByTestId("read").click();
    await scored(page);
    await go(page, "rfm");
    exports.push((await saved(page, () => page.getByTestId("export-customers").click())).bytes);
    await page.goto("about:blank");
  }
  const [first, second] = exports;
  expect(records(first ?? Buffer.of()).length).toBe(4340);
  expect(second?.equals(first ?? Buffer.of())).toBe(true);
});

/** As the page writes figures: at most two decimals, none of an amount from a thousand on. */
const written = (cut: number) => cut.toLocaleString("en", { maximumFractionDigits: cut < 1000 ? 2 : 0 });
