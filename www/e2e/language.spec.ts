import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { COVERAGE_PARTS } from "../src/app/coverage";
import { expect, go, light, open, sample, speak, start, test } from "./support";

/** Everything that can be read or heard: text, names for those who listen, hints. Not what is told in the other language on purpose. */
const spoken = () => {
  const other = document.documentElement.lang === "en" ? "zh-CN" : "en";
  const said: string[] = [document.title];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (element === null || element.closest(`[lang="${other}"], noscript, script, style`) !== null) continue;
    if (node instanceof Element) {
      for (const name of ["aria-label", "title", "placeholder", "alt"]) said.push(node.getAttribute(name) ?? "");
    } else {
      said.push(node.textContent ?? "");
    }
  }
  return said.map((text) => text.trim()).filter((text) => text !== "");
};

/** Words in Latin letters that Chinese uses as they are: names, units and forms. */
const LATIN = new Set(
  "RFM CSV UTF LE BE ASCII GBK GB18030 Big Shift JIS Windows JSON UCI CC BY doi Excel Online Retail NumPy Chen GB MB kB PDF gzip OpenDocument Office xlsx xlsm xlsb xls ods rfm by csv ADBUDG test Learning Machine Repository FactoMineR catdes Cohen means SVG PNG".split(
    " ",
  ),
);
/** What stands in the sample's file: its name, its columns, its countries; and the address of its source. */
const countries = readFileSync(join(import.meta.dirname, "../public/samples/online-retail.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",")[3] ?? "");
const OF_THE_FILE = new RegExp(
  ["online-retail\\.csv", "InvoiceNo", "InvoiceDate", "CustomerID", "Country", "Lines", "Amount", "C\\d{6}", "C5BW33"]
    .concat([...new Set(countries)])
    .join("|"),
  "g",
);

async function english(page: Page): Promise<string[]> {
  return (await page.evaluate(spoken)).filter((text) =>
    (text.replace(OF_THE_FILE, "").match(/[A-Za-z]{2,}/g) ?? []).some((word) => !LATIN.has(word)),
  );
}

const chinese = async (page: Page) =>
  (await page.evaluate(spoken)).filter((text) => /\p{Script=Han}|[，。：；？！（）]/u.test(text));

/** Goes through everything that can be opened on a screen. */
async function everyScreen(page: Page, check: (where: string) => Promise<void>): Promise<void> {
  for (const view of ["data", "overview", "rfm", "lifecycle", "profiles", "personas"] as const) {
    await go(page, view);
    for (const closed of await page.locator("details:not([open]) > summary").all()) await closed.click();
    await check(view);
    for (const button of await page.locator("main [popovertarget]:not([disabled])").filter({ visible: true }).all()) {
      await button.click();
      await check(`${view}, ${await button.innerText()}`);
      await page.keyboard.press("Escape");
    }
    for (const chart of await page.locator("[data-testid$=-switch]").all()) await chart.click();
    await check(`${view}, charts as tables`);
  }
  await go(page, "coverage");
  for (const part of COVERAGE_PARTS) {
    await page.getByTestId(`coverage-part-${part}`).click();
    await expect(page.getByTestId("busy")).toHaveCount(0);
    await check(`coverage, ${part}`);
    for (const button of await page.locator("main [popovertarget]:not([disabled])").filter({ visible: true }).all()) {
      await button.click();
      await check(`coverage, ${part}, ${await button.innerText()}`);
      await page.keyboard.press("Escape");
    }
  }
  await go(page, "rfm");
  await page.getByTestId("edit-rules").click();
  await check("rules");
  await page.getByTestId("rules-done").click();
}

test("the empty page speaks English, then Chinese, and stays so", async ({ page }) => {
  await start(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(await chinese(page)).toEqual([]);
  await speak(page, "zh");
  expect(await english(page)).toEqual([]);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
});

for (const [lang, foreign] of [
  ["en", chinese],
  ["zh", english],
] as const)
  test(`every screen speaks ${lang} and nothing else`, async ({ page }) => {
    // Everything that can be opened is opened.
    test.setTimeout(300_000);
    await start(page);
    await sample(page, "retail");
    await speak(page, lang === "en" ? "zh" : "en");
    expect((await foreign(page)).length, "what is looked for can be found").toBeGreaterThan(50);
    await speak(page, lang);
    await everyScreen(page, async (where) => expect(await foreign(page), where).toEqual([]));
  });

test.describe("a Chinese browser", () => {
  test.use({ locale: "zh-CN" });
  test("is greeted in Chinese", async ({ page }) => {
    await start(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(page).toHaveTitle(/分群实验室/);
    await expect(page.getByTestId("headline")).toContainText("客户");
  });
});

test("switching the language keeps file, results, filters and place", async ({ page }) => {
  await start(page);
  await sample(page, "retail");
  await go(page, "rfm");
  await page.getByTestId("segment-champions").getByRole("button").click();
  const rows = page.getByTestId("customers-table");
  await expect(page.getByTestId("filter-segment")).toContainText("Champions");
  const before = await rows.getAttribute("aria-rowcount");
  await speak(page, "zh");
  await expect(page.getByTestId("filter-segment")).toContainText("冠军客户");
  await expect(rows).toHaveAttribute("aria-rowcount", before ?? "");
  await expect(page.getByTestId("rfm")).toBeVisible();
});

test("an error changes its language as well", async ({ page }) => {
  await start(page);
  await page.getByTestId("file-input").setInputFiles({ name: "nil.csv", mimeType: "text/csv", buffer: Buffer.of() });
  await expect(page.getByTestId("error")).toContainText("is empty");
  await speak(page, "zh");
  await expect(page.getByTestId("error")).toContainText("空文件");
  const left = await english(page);
  expect(left.filter((text) => !text.includes("nil.csv"))).toEqual([]);
});

test("the theme follows the system, changes and is remembered", async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: "dark" });
  await start(page);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const dark = await background();
  await light(page, "light");
  expect(await background()).not.toBe(dark);
  await open(page, { name: "few.csv", content: "customer,date,amount\na,2024-01-01,1\nb,2024-01-02,2\n" });
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});
