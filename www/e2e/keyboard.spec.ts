import type { Page } from "@playwright/test";
import { rows } from "./csv";
import { expect, saved, scored, start, test } from "./support";

/** The element that has the focus: its test id, and whether it can be seen that it has it. */
const focused = () => {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // A radio button lets its label show the focus.
  const label = element.closest("label");
  const shown = [element, ...(label ? [label, ...label.children] : [])].some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });
  return {
    testid: element.dataset["testid"] ?? "",
    tag: element.outerHTML.slice(0, 120),
    shown,
    sized: box.width > 0 && box.height > 0 && style.visibility !== "hidden",
  };
};

/** Presses Tab until the element has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, testid: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press(key);
    const at = await page.evaluate(focused);
    if (at === null) continue;
    expect(at, at.tag).toMatchObject({ shown: true, sized: true });
    if (at.testid === testid) return;
  }
  throw new Error(`${testid} cannot be reached with ${key}`);
}

test("from sample to export without a mouse", async ({ page }) => {
  await start(page);
  await tabTo(page, "sample-retail");
  await page.keyboard.press("Enter");
  await scored(page);

  await test.step("the rail, from the top of the page", async () => {
    await page.keyboard.press("Control+Home");
    await tabTo(page, "rail-rfm", "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("rfm")).toBeVisible();
    await expect(page.getByRole("main")).toBeFocused();
  });

  await test.step("the map is one stop, walked through with the arrows", async () => {
    await tabTo(page, "rfm-cell-5-5");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    await expect(page.getByTestId("rfm-cell-4-4")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("rfm-cell-4-4")).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByTestId("filter-cell")).toBeVisible();
  });

  const count = page.getByTestId("customers-count");
  const [customers = ""] = ((await count.textContent()) ?? "").split(/\s/);

  const file = await test.step("export what is filtered", async () => {
    await tabTo(page, "export-customers");
    return saved(page, () => page.keyboard.press("Enter"));
  });
  expect(rows(file.bytes).length).toBe(Number(customers.replaceAll(",", "")));
  for (const row of rows(file.bytes)) expect([row["R score"], row["F score"]]).toEqual(["4", "4"]);

  await test.step("the table: a heading sorts, the arrows walk", async () => {
    const grid = page.getByTestId("customers-table");
    await tabTo(page, "customers-table");
    await page.keyboard.press("Enter");
    await expect(grid.getByRole("columnheader").first()).toHaveAttribute("aria-sort", "ascending");
    const ids = rows(file.bytes)
      .map((row) => row["Customer"] ?? "")
      .sort();
    await expect(grid.locator(".grid-rows").getByRole("rowheader").first()).toHaveText(ids[0] ?? "");
    await page.keyboard.press("ArrowDown");
    const active = () =>
      grid.evaluate((box) => document.getElementById(box.getAttribute("aria-activedescendant") ?? "")?.textContent);
    await expect.poll(active).toBe(ids[0]);
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Home");
    await expect.poll(active).toBe(ids.at(-1));
  });

  await test.step("a filter is taken off", async () => {
    await tabTo(page, "filter-cell", "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(count).toContainText("4,339");
  });
});

test("what opens takes the focus, and gives it back", async ({ page }) => {
  await start(page);
  await tabTo(page, "sample-retail");
  await page.keyboard.press("Space");
  await scored(page);
  await page.goto("./#sample=retail&view=rfm&lang=en");
  // Another screen takes the focus once it is drawn.
  await expect(page.getByTestId("rfm")).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();

  await tabTo(page, "scoring");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("scoring-kind")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("scoring")).toBeFocused();

  await tabTo(page, "edit-rules");
  await page.keyboard.press("Enter");
  const dialog = page.getByTestId("rules-editor");
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByTestId("edit-rules")).toBeFocused();
});

test("the first stop skips to the content", async ({ page }) => {
  await start(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("a chart tells its bars one by one", async ({ page }) => {
  await page.goto("./#sample=retail&view=overview&lang=en");
  await scored(page);
  const chart = page.getByTestId("orders-chart");
  await expect(chart.locator("svg, canvas").first()).toBeVisible();
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  const told = page.locator(".chart").filter({ has: chart }).locator("[aria-live]");
  await expect(told).toContainText("Dec 2010");
  await page.keyboard.press("End");
  await expect(told).toContainText("Dec 2011");
  await page.keyboard.press("Escape");
  await expect(told).toBeEmpty();
});
