import type { Page } from "@playwright/test";
import type { Lang } from "../src/app/state";
import { violationsOf } from "./access";
import { FEW } from "./made";
import { choose, expect, go, light, open, read, sample, scored, speak, start, test } from "./support";

/** No violation of WCAG 2.2 AA, and nothing that makes the page itself scroll sideways. */
async function clean(page: Page, where: string, part = "html"): Promise<void> {
  expect(await violationsOf(page, part), where).toEqual([]);
  await fits(page, where);
}

async function fits(page: Page, where: string): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond, `${where}: pixels beyond the edge`).toBe(0);
}

// Every pair of width, theme and language; whether the page fits is seen in both languages each time.
const looks: readonly (readonly [number, "light" | "dark", Lang, Lang])[] = [
  [1280, "light", "en", "zh"],
  [1280, "dark", "zh", "en"],
  [390, "light", "zh", "en"],
  [390, "dark", "en", "zh"],
];

for (const [width, theme, lang, other] of looks)
  test(`every screen, ${width} pixels, ${theme}, ${lang}`, async ({ page }) => {
    // So many screens take a busy machine longer than one.
    test.setTimeout(300_000);
    const screen = async (where: string) => {
      await clean(page, where);
      await speak(page, other);
      await fits(page, `${where}, ${other}`);
      await speak(page, lang);
    };
    await page.setViewportSize({ width, height: 844 });
    await start(page);
    await speak(page, lang);
    await light(page, theme);
    await screen("empty");

    await sample(page, "retail");
    await screen("data, read");
    await go(page, "overview");
    await expect(page.getByTestId("orders-chart").locator("svg, canvas").first()).toBeVisible();
    await screen("overview");
    await go(page, "rfm");
    await expect(page.getByTestId("customers-table")).toHaveAttribute("aria-busy", "false");
    await page.getByTestId("ties").locator("summary").click();
    await page.getByTestId("rfm-cell-5-5").click();
    await screen("rfm");
    await page.getByTestId("edit-rules").click();
    await expect(page.getByTestId("rules-editor")).toBeVisible();
    await clean(page, "rules", "[data-testid=rules-editor]");
    await page.getByTestId("rules-done").click();
    await go(page, "lifecycle");
    await expect(page.getByTestId("movement-table")).toBeVisible();
    await screen("lifecycle");

    await go(page, "profiles");
    await expect(page.getByTestId("profile-boxes").locator("svg, canvas").first()).toBeVisible();
    await screen("profiles");
    await go(page, "personas");
    await page.locator(".persona:not(.persona-hidden) [data-testid$=-own-goal]").click();
    await screen("personas");
  });

for (const [width, theme, lang, other] of looks)
  test(`coverage and its parts, ${width} pixels, ${theme}, ${lang}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 844 });
    await start(page);
    await speak(page, lang);
    await light(page, theme);
    await sample(page, "fmcg");
    await go(page, "coverage");
    for (const [part, shown] of [
      ["gaps", "calls-table"],
      ["plan", "owners-table"],
      ["effort", "reallocation-table"],
      ["market", "checks-table"],
    ] as const) {
      await page.getByTestId(`coverage-part-${part}`).click();
      await expect(page.getByTestId(shown)).toBeVisible();
      await expect(page.getByTestId("busy")).toHaveCount(0);
      await clean(page, `coverage, ${part}`);
      await speak(page, other);
      await fits(page, `coverage, ${part}, ${other}`);
      await speak(page, lang);
    }
  });

for (const width of [1280, 390])
  test(`what is asked and what went wrong, ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await start(page);
    await choose(page, { name: "nil.csv", content: "" });
    await expect(page.getByTestId("error")).toBeVisible();
    await clean(page, "error", "main");

    await open(page, { name: "few.csv", content: FEW });
    await clean(page, "data, not read");
    await open(page, {
      name: "both.csv",
      content: "customer,order,date,amount\na,1,03/04/2024,1\nb,2,05/06/2024,2\n,3,05/06/2024,2\n",
    });
    await read(page);
    await expect(page.getByTestId("date-question")).toBeVisible();
    await clean(page, "date question, rows set aside", "main");
    await page.getByTestId("rail-rfm").click();
    await clean(page, "rfm, waiting", "main");
    await page.getByTestId("rail-data").click();
    await page.getByTestId("choose-day_first").click();
    await scored(page);
    await page.goto("./#sample=retail&view=data&lang=en");
    await expect(page.getByTestId("reload-dialog")).toBeVisible();
    await clean(page, "reload dialog", "[data-testid=reload-dialog]");
  });

test("a customer file, as a table of columns", async ({ page }) => {
  await start(page);
  await open(page, { name: "people.csv", content: "customer,age,city\na,30,Ulm\nb,41,Bern\nc,52,Graz\n" });
  await expect(page.getByTestId("customer-file")).toBeVisible();
  await clean(page, "customer file", "main");
  await page.getByTestId("rail-rfm").click();
  await clean(page, "what rfm lacks", "main");
});
