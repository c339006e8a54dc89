/** Studies kept on the device: when the user asks, and only then. */

import type { Page } from "@playwright/test";
import { FEW } from "./made";
import { expect, go, score, scored, start, test } from "./support";

const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

test("a project is kept when asked for, listed after a reload, opened as it was, and erased", async ({ page }) => {
  await start(page);
  await score(page, { name: "few.csv", content: FEW });
  await go(page, "rfm");
  await page.getByTestId("rules").selectOption("eight");
  await scored(page);
  await go(page, "report");
  expect(await databases(page)).toEqual([]);
  await page.getByTestId("keep-project").click();
  await expect(page.getByTestId("projects")).toContainText("few.csv");
  expect(await databases(page)).toEqual(["segmentlab"]);

  await page.reload();
  await page.getByTestId("rail-data").click();
  await expect(page.getByTestId("project")).toHaveCount(1);
  await page.getByTestId("open-project").click();
  await scored(page);
  await expect(page.getByTestId("file")).toContainText("few.csv");
  await go(page, "rfm");
  await expect(page.getByTestId("rules")).toHaveValue("eight");
  await expect(page.getByTestId("privacy")).toContainText("0 requests since your file was opened");

  await go(page, "report");
  await page.getByTestId("erase-project").click();
  await expect(page.getByTestId("erase-dialog")).toContainText("few.csv");
  await page.getByTestId("erase-yes").click();
  await expect(page.getByTestId("projects")).toHaveCount(0);
  await expect.poll(() => databases(page)).toEqual([]);
});

test("where the browser keeps nothing the page says so", async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  await start(page);
  await score(page, { name: "few.csv", content: FEW });
  await go(page, "report");
  await page.getByTestId("keep-project").click();
  await expect(page.getByTestId("error")).toContainText("This browser keeps nothing");
});
