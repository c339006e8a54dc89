import type { Page, Worker } from "@playwright/test";
import { FEW } from "./made";
import { expect, go, open, read, score, scored, start, test } from "./support";

/** The workers of the page by the part they play. */
async function worker(page: Page, name: "engine" | "shard"): Promise<Worker> {
  for (const one of page.workers()) if ((await one.evaluate(() => self.name)) === name) return one;
  throw new Error(`no ${name} among ${page.workers().length} workers`);
}

/** A fault in the worker that nobody catches. */
const fault = (one: Worker) =>
  one.evaluate(() => {
    setTimeout(() => {
      throw new Error("forced by the test");
    });
  });

for (const name of ["engine", "shard"] as const)
  test(`a lost ${name} worker is told, and the work goes on with the settings kept`, async ({ page }) => {
    await start(page);
    await score(page, { name: "few.csv", content: FEW });
    await page.getByTestId("role-order").selectOption({ label: "none" });
    await read(page);
    await scored(page);
    await fault(await worker(page, name));

    await page.getByTestId("role-order").selectOption({ label: "order" });
    await expect(page.getByTestId("error")).toContainText("forced by the test");
    await expect(page.getByTestId("error")).toContainText("few.csv");
    await page.getByTestId("reopen").click();
    await expect(page.getByTestId("error")).toHaveCount(0);
    await expect(page.getByTestId("role-order").locator("option:checked")).toHaveText("order");
    await read(page);
    await scored(page);
    await go(page, "overview");
    await expect(page.getByTestId("figure-customers")).toContainText("12");
  });

test("workers made after a loss are sealed like those before", async ({ page }) => {
  await start(page);
  await open(page, { name: "few.csv", content: FEW });
  await fault(await worker(page, "engine"));
  await page.getByTestId("read").click();
  await page.getByTestId("reopen").click();
  await read(page);
  await scored(page);
  for (const one of page.workers()) {
    const answer = await one.evaluate(
      (address) => fetch(address).then(String, () => "refused"),
      new URL(page.url()).origin,
    );
    expect(answer).toBe("refused");
  }
  await expect(page.getByTestId("privacy")).toContainText(/[1-9]\d* requests?/);
});
