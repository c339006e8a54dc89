import { FEW } from "./made";
import { expect, go, open, sample, scored, start, test } from "./support";

test("Online Retail opens by one click, down to its segments", async ({ page }) => {
  await start(page);
  await sample(page, "retail");
  // One row per invoice (SOURCE.md beside the sample); customers and orders of the full file stay.
  await expect(page.getByTestId("rail-data")).toContainText("25,900 rows");
  await expect(page.getByTestId("headline")).toContainText("25,900 rows");
  await go(page, "overview");
  await expect(page.getByTestId("figure-customers")).toContainText("4,339");
  await expect(page.getByTestId("figure-orders")).toContainText("18,536");
  await page.getByTestId("refunds").selectOption("separate");
  await expect(page.getByTestId("figure-revenue")).toContainText("8,911,408");
  await go(page, "rfm");
  await expect(page.getByTestId("segments-table").locator("tbody tr")).toHaveCount(10);
});

test("the FMCG book opens by one click, with its Chinese columns recognised", async ({ page }) => {
  await start(page);
  await sample(page, "fmcg");
  const named = { customer: "客户编号", order: "订单号", date: "下单日期", category: "品类", channel: "渠道" };
  for (const [role, column] of Object.entries(named))
    await expect(page.getByTestId(`role-${role}`).locator("option:checked")).toHaveText(column);
  await go(page, "overview");
  await expect(page.getByTestId("figures")).toBeVisible();
  await go(page, "rfm");
  await expect(page.getByTestId("segments-table").locator("tbody tr")).toHaveCount(10);
});

test("samples are no secret: one after the other opens without a reload", async ({ page }) => {
  await start(page);
  await sample(page, "retail");
  await page.goto("./#sample=fmcg&view=data&lang=en");
  await expect(page.getByTestId("file")).toContainText("fmcg-orders.csv");
  await scored(page);
  await expect(page.getByTestId("privacy")).not.toContainText("request");
});

test("a link opens sample, screen and language", async ({ page }) => {
  await page.goto("./#sample=retail&view=rfm&lang=zh");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await scored(page);
  await expect(page.getByTestId("rfm")).toBeVisible();
  await expect(page.getByTestId("rail-rfm")).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveURL(/#sample=retail&view=rfm&lang=zh$/);
});

test("the address follows, and back goes to the screen before", async ({ page }) => {
  await start(page);
  await sample(page, "retail");
  await go(page, "overview");
  await expect(page).toHaveURL(/#sample=retail&view=overview&lang=en$/);
  await go(page, "rfm");
  await page.goBack();
  await expect(page.getByTestId("overview")).toBeVisible();
  await expect(page.getByTestId("file")).toContainText("online-retail.csv");
});

test("nothing of the user's file is in the address", async ({ page }) => {
  await start(page);
  await open(page, { name: "secret-plans.csv", content: FEW });
  await page.getByTestId("rail-overview").click();
  await expect(page).toHaveURL(/\/#view=overview&lang=en$/);
});

test("with a file of the user's open, a sample asks before it reloads", async ({ page }) => {
  await start(page);
  await open(page, { name: "mine.csv", content: FEW });
  await page.goto("./#sample=retail&view=overview&lang=en");
  const dialog = page.getByTestId("reload-dialog");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByTestId("file")).toContainText("mine.csv");

  await page.goto("./#sample=retail&view=rfm&lang=en");
  await expect(dialog).toBeVisible();
  await page.getByTestId("reload").click();
  await scored(page);
  await expect(page.getByTestId("file")).toContainText("online-retail.csv");
  await expect(page.getByTestId("rfm")).toBeVisible();
});
