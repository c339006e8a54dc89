import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { FEW } from "./made";
import { choose, expect, go, light, open, read, sample, scored, speak, start, test } from "./support";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No violation of WCAG 2.2 AA, and nothing that makes the page itself scroll sideways. */
async function clean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ""}`),
  );
  expect(told, where).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond, `${where}: pixels beyond the edge`).toBe(0);
}

for (const width of [1280, 390])
  for (const theme of ["light", "dark"] as const)
    for (const lang of ["en", "zh"] as const)
      test(`every screen, ${width} pixels, ${theme}, ${lang}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 844 });
        await start(page);
        await speak(page, lang);
        await light(page, theme);
        await clean(page, "empty");

        await sample(page, "retail");
        await clean(page, "data, read");
        await go(page, "overview");
        await expect(page.getByTestId("orders-chart").locator("svg, canvas").first()).toBeVisible();
        await clean(page, "overview");
        await go(page, "rfm");
        await expect(page.getByTestId("customers-table")).toHaveAttribute("aria-busy", "false");
        await page.getByTestId("ties").locator("summary").click();
        await page.getByTestId("rfm-cell-5-5").click();
        await clean(page, "rfm");
        await page.getByTestId("edit-rules").click();
        await expect(page.getByTestId("rules-editor")).toBeVisible();
        await clean(page, "rules");
      });

for (const width of [1280, 390])
  test(`what is asked and what went wrong, ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await start(page);
    await choose(page, { name: "nil.csv", content: "" });
    await expect(page.getByTestId("error")).toBeVisible();
    await clean(page, "error");

    await open(page, { name: "few.csv", content: FEW });
    await clean(page, "data, not read");
    await open(page, {
      name: "both.csv",
      content: "customer,order,date,amount\na,1,03/04/2024,1\nb,2,05/06/2024,2\n,3,05/06/2024,2\n",
    });
    await read(page);
    await expect(page.getByTestId("date-question")).toBeVisible();
    await clean(page, "date question, rows set aside");
    await page.getByTestId("rail-rfm").click();
    await clean(page, "rfm, waiting");
    await page.getByTestId("rail-data").click();
    await page.getByTestId("choose-day_first").click();
    await scored(page);
    await page.goto("./#sample=retail&view=data&lang=en");
    await expect(page.getByTestId("reload-dialog")).toBeVisible();
    await clean(page, "reload dialog");
  });

test("a customer file, as a table of columns", async ({ page }) => {
  await start(page);
  await open(page, { name: "people.csv", content: "customer,age,city\na,30,Ulm\nb,41,Bern\nc,52,Graz\n" });
  await expect(page.getByTestId("customer-file")).toBeVisible();
  await clean(page, "customer file");
  await page.getByTestId("rail-rfm").click();
  await clean(page, "what rfm lacks");
});
