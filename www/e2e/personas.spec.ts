/** Cards: rewritten in place, kept, told in the other language, printed. */

import type { Page } from "@playwright/test";
import { expect, go, sample, saved, scored, speak, start, test } from "./support";

async function cards(page: Page): Promise<void> {
  await start(page);
  await sample(page, "retail");
  await go(page, "personas");
}

test("a title that was rewritten stays through languages and can go back", async ({ page }) => {
  await cards(page);
  const card = page.getByTestId("persona-0");
  const title = card.getByRole("heading", { level: 2 });
  const said = await title.innerText();
  await page.getByTestId("persona-0-own-title").click();
  await page.getByTestId("persona-0-own-title-field").fill("Our best");
  await page.keyboard.press("Enter");
  await expect(title).toHaveText("Our best");
  await expect(page.getByTestId("persona-0-own-title")).toBeFocused();
  await expect(page.getByTestId("headline")).toContainText("Our best");

  await expect(card).toContainText("Contact plan");
  await speak(page, "zh");
  await expect(title).toHaveText("Our best");
  await expect(card).toContainText("触达计划");
  await speak(page, "en");

  await go(page, "data");
  const settings = await saved(page, () => page.getByTestId("save-settings").click());
  expect(JSON.parse(settings.bytes.toString()).personas).toMatchObject([
    { division: { kind: "rfm" }, segment: "champions", title: "Our best", goal: null },
  ]);

  await go(page, "personas");
  await page.getByTestId("persona-0-own-title-reset").click();
  await expect(title).toHaveText(said);
  await expect(page.getByTestId("persona-0-own-title")).toBeFocused();
});

test("Escape leaves a text as it was, and blanks bring back what the data says", async ({ page }) => {
  await cards(page);
  const goal = page.getByTestId("persona-0").locator(".persona-plan dd").first();
  const said = await goal.innerText();
  const write = async (text: string, key: string) => {
    await page.getByTestId("persona-0-own-goal").click();
    await page.getByTestId("persona-0-own-goal-field").fill(text);
    await page.keyboard.press(key);
  };
  await write("Call them", "Escape");
  await expect(goal).toHaveText(said, { useInnerText: true });
  await page.getByTestId("persona-0-own-goal").click();
  await page.getByTestId("persona-0-own-goal-field").fill("Call them");
  await page.getByTestId("persona-0-own-goal-cancel").click();
  await expect(goal).toHaveText(said, { useInnerText: true });
  await expect(page.getByTestId("persona-0-own-goal")).toBeFocused();
  await write("Call them", "Enter");
  await expect(goal).toContainText("Call them");
  await expect(goal).toContainText("edited");
  await write("  ", "Enter");
  await expect(goal).toHaveText(said, { useInnerText: true });
});

test("what was written stays with its segment when the rules make others", async ({ page }) => {
  await cards(page);
  const title = page.getByTestId("persona-0").getByRole("heading", { level: 2 });
  await page.getByTestId("persona-0-own-title").click();
  await page.getByTestId("persona-0-own-title-field").fill("Our best");
  await page.getByTestId("persona-0-own-title-keep").click();
  await expect(title).toHaveText("Our best");
  const follow = async (rules: string) => {
    await go(page, "rfm");
    await page.getByTestId("rules").selectOption(rules);
    await scored(page);
    await go(page, "personas");
  };
  await follow("eight");
  await expect(title).not.toHaveText("Our best");
  await follow("ten");
  await expect(title).toHaveText("Our best");
});

test("every sentence tells what it rests on, by keyboard too", async ({ page }) => {
  await cards(page);
  const size = page.getByTestId("persona-0-size");
  await size.focus();
  await page.keyboard.press("Enter");
  const facts = page.getByRole("dialog").filter({ hasText: "All customers" });
  await expect(facts).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(facts).toBeHidden();
  await expect(size).toBeFocused();
});

test("cards are leafed through", async ({ page }) => {
  await cards(page);
  const all = page.locator(".persona");
  const count = await all.count();
  expect(count).toBeGreaterThan(5);
  await expect(all.filter({ visible: true })).toHaveCount(1);
  await expect(page.getByTestId("persona-0")).toBeVisible();
  await expect(page.getByTestId("persona-previous")).toBeDisabled();
  await page.getByTestId("persona-next").click();
  await expect(page.getByTestId("persona-0")).toBeHidden();
  await page.locator("[data-testid^=persona-tab-]").last().click();
  await expect(all.last()).toBeVisible();
  await expect(page.getByTestId("persona-next")).toBeDisabled();
});

test("each card is printed on one page, without what only a screen needs", async ({ page }) => {
  await cards(page);
  const count = await page.locator(".persona").count();
  await page.emulateMedia({ media: "print" });
  for (const card of await page.locator(".persona").all()) await expect(card).toBeVisible();
  for (const part of [page.getByTestId("rail-personas"), page.locator(".persona-nav"), page.getByTestId("to-report")])
    await expect(part).toBeHidden();
  await expect(page.locator(".evidence-print").first()).toBeVisible();
  expect(await page.locator("main button").filter({ visible: true }).count()).toBe(0);
  const margin = "12mm";
  const pdf = await page.pdf({ format: "A4", margin: { top: margin, bottom: margin, left: margin, right: margin } });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page(?!s)/g)).toHaveLength(count);
});
