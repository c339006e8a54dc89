import { chooseRepeated, manyOrders } from "./made";
import { expect, go, scored, start, test } from "./support";

/** Clicks Cancel in the very moment in which half of the file is read. */
const cancelHalfWay = () =>
  new Promise<number>((resolve) => {
    const look = () => {
      const bar = document.querySelector<HTMLProgressElement>("[data-testid=progress]");
      const button = document.querySelector<HTMLButtonElement>("[data-testid=cancel]");
      if (!bar || !button || bar.position < 0.5) return;
      watch.disconnect();
      const seen = bar.position;
      button.click();
      resolve(seen);
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  });

test("reading shows how far it is, stops half way, and starts again with the same settings", async ({ page }) => {
  await start(page);
  const size = await chooseRepeated(page, manyOrders("many.csv", 400));
  await expect(page.getByTestId("mapping")).toBeVisible();
  // A choice of the user's, which must outlive the cancel.
  await page.getByTestId("role-order").selectOption({ label: "none" });
  await expect(page.getByTestId("role-order").locator("option:checked")).toHaveText("none");

  const stopped = page.evaluate(cancelHalfWay);
  await page.getByTestId("read").click();
  await expect(page.getByTestId("progress-text")).toContainText("of 400 MB");
  const seen = await stopped;
  expect(seen).toBeLessThan(1);
  await expect(page.getByTestId("error")).toContainText("Stopped");
  await expect(page.getByTestId("busy")).toHaveCount(0);
  await expect(page.getByTestId("read")).toBeEnabled();
  await expect(page.getByTestId("rail-data")).toContainText("not read");
  await expect(page.getByTestId("role-order").locator("option:checked")).toHaveText("none");

  await page.getByTestId("read").click();
  await scored(page);
  await expect(page.getByTestId("error")).toHaveCount(0);
  // 32 bytes a row after a head of 27; 250 customers, with one order a day each as no column says otherwise.
  await expect(page.getByTestId("rail-data")).toContainText(`${((size - 27) / 32).toLocaleString("en")} rows`);
  await go(page, "overview");
  await expect(page.getByTestId("figure-customers")).toContainText("250");
});
