/** k-means on Online Retail against scikit-learn's figures, and everything around it that a user does. */

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { rows } from "./csv";
import { needsShared, shared } from "./shared";
import { choose, expect, go, open, read, sample, saved, scored, start, test } from "./support";

needsShared();

interface Reference {
  readonly best_of_50: Readonly<Record<string, { inertia: number; silhouette: number; sizes: readonly number[] }>>;
}

/** R, F and M by ln(1 + x), standardised: scikit-learn's best of 50 starts. */
const reference: Reference = JSON.parse(readFileSync(shared("reference", "online_retail.json"), "utf8"))[
  "kmeans_log1p_standardised"
];

const figure = (n: number, decimals = 0) =>
  n.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** Opens the sample as the reference counts: refunds kept apart. */
async function retail(page: Page): Promise<void> {
  await start(page);
  await sample(page, "retail");
  await go(page, "overview");
  await page.getByTestId("refunds").selectOption("separate");
  await scored(page);
}

/** Waits until the clusters are there. */
async function clustered(page: Page): Promise<void> {
  await go(page, "clusters");
  // The one wait of these tests that grows with what else a machine has to do.
  await expect(page.getByTestId("rail-clusters")).toContainText(/\d+ (clusters?|群)/, { timeout: 90_000 });
  await expect(page.getByTestId("busy")).toHaveCount(0);
}

/** Takes so many clusters. */
async function take(page: Page, k: number): Promise<void> {
  await page.getByTestId(`k-${k}`).click();
  await expect(page.getByTestId("rail-clusters")).toContainText(`${k} `);
  await expect(page.getByTestId("busy")).toHaveCount(0);
}

async function clusters(page: Page): Promise<Record<string, string>[]> {
  const file = await saved(page, () => page.getByTestId("export-clusters").click());
  return rows(file.bytes);
}

test("every k is as good as the best of fifty starts, and k = 4 is the partition known", async ({ page }) => {
  await retail(page);
  await clustered(page);
  for (const [k, best] of Object.entries(reference.best_of_50)) {
    const row = page.getByTestId(`k-${k}`);
    await expect(row, `k = ${k}`).toContainText(figure(best.inertia));
    await expect(row, `k = ${k}`).toContainText(figure(best.silhouette, 3));
  }
  await take(page, 4);
  const sizes = new Map<string, number>();
  for (const row of await clusters(page)) {
    const cluster = row["Cluster"] ?? "";
    sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  }
  const known = [...(reference.best_of_50["4"]?.sizes ?? [])].sort((a, b) => a - b);
  expect([...sizes.values()].sort((a, b) => a - b)).toEqual(known);
});

test("any number of workers gives the same bytes", async ({ browser, baseURL }) => {
  const files: string[] = [];
  for (const workers of [1, 3]) {
    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
    const page = await context.newPage();
    await page.addInitScript((count) => {
      Object.defineProperty(navigator, "hardwareConcurrency", { value: count });
    }, workers);
    await retail(page);
    await clustered(page);
    const customers = await saved(page, () => page.getByTestId("export-clusters").click());
    const model = await saved(page, () => page.getByTestId("save-model").click());
    files.push(`${customers.bytes}${model.bytes}${await page.getByTestId("k-table").textContent()}`);
    await context.close();
  }
  expect(files[0]).toBe(files[1]);
});

test("a name stays with its cluster, in the export and in the settings", async ({ page }) => {
  await retail(page);
  await clustered(page);
  await take(page, 4);
  await page.getByTestId("rename-0").click();
  await page.getByTestId("rename-0-input").fill("Bring most");
  await page.getByTestId("rename-0-input").press("Enter");
  const named = (await clusters(page)).filter((row) => row["Cluster name"] === "Bring most");
  expect(named.length).toBeGreaterThan(0);
  expect(named.every((row) => row["Cluster"] === "1")).toBe(true);
  await go(page, "data");
  const settings = await saved(page, () => page.getByTestId("save-settings").click());
  const kept = JSON.parse(settings.bytes.toString());
  expect(kept.clusters.choice.k).toBe(4);
  expect(kept.clusters.model.names[0]).toBe("Bring most");
});

test("a model that was saved assigns the same customers to the same clusters", async ({ page, browser, baseURL }) => {
  const orders = shared("data", "superstore", "Sample - Superstore.csv");
  await start(page);
  await open(page, orders);
  await read(page);
  await scored(page);
  await clustered(page);
  await take(page, 3);
  const before = await clusters(page);
  const model = await saved(page, () => page.getByTestId("save-model").click());

  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const other = await context.newPage();
  await start(other);
  await choose(other, { name: "model.json", content: model.bytes });
  await expect(other.getByTestId("model-ready")).toBeVisible();
  await open(other, orders);
  await read(other);
  await scored(other);
  await clustered(other);
  await expect(other.getByTestId("assigned")).toContainText("model.json");
  expect(await clusters(other)).toEqual(before);
  await context.close();
});

test("a sweep can be stopped, and begun again", async ({ page }) => {
  await retail(page);
  await page.getByTestId("rail-clusters").click();
  await expect(page.getByTestId("busy")).toContainText("numbers of clusters");
  await page.getByTestId("cancel").click();
  await expect(page.getByTestId("sweep-stopped")).toBeVisible();
  await page.getByTestId("run-sweep").click();
  await clustered(page);
  await expect(page.getByTestId("k-15")).toBeVisible();
});

test("features are chosen together and applied at once", async ({ page }) => {
  await retail(page);
  await clustered(page);
  await page.getByTestId("features").click();
  const dialog = page.getByTestId("features-dialog");
  const uses = dialog.getByRole("checkbox");
  await expect(uses.first()).toBeChecked();
  for (const use of await uses.all()) await use.uncheck();
  await expect(page.getByTestId("features-apply")).toBeDisabled();
  await uses.nth(1).check();
  await uses.nth(2).check();
  await page.getByTestId("features-apply").click();
  await expect(page.getByTestId("features")).toContainText("F and M");
  await clustered(page);
  await expect(page.getByTestId("heat-map")).not.toContainText("Recency");
});

test("a feature that tells nobody apart is refused by its name, and the rest stays usable", async ({ page }) => {
  const lines = ["customer,order,date,amount"];
  for (let n = 0; n < 20; n += 1) lines.push(`c${n},o${n},2024-01-${String(1 + n).padStart(2, "0")},${10 + n * n}`);
  await start(page);
  await open(page, { name: "once.csv", content: `${lines.join("\n")}\n` });
  await read(page);
  await scored(page);
  // Everyone has one order: F is left out of what is suggested.
  await clustered(page);
  await expect(page.getByTestId("features")).toContainText("R and M");
  await page.getByTestId("features").click();
  await page.getByTestId("features-dialog").getByRole("checkbox").nth(1).check();
  await page.getByTestId("features-apply").click();
  await expect(page.getByTestId("error")).toContainText("Frequency (F) is the same for everyone");
  await page.getByTestId("features").click();
  await page.getByTestId("features-dialog").getByRole("checkbox").nth(1).uncheck();
  await page.getByTestId("features-apply").click();
  await clustered(page);
});

test("a number of clusters is taken by keyboard alone", async ({ page }) => {
  await retail(page);
  await clustered(page);
  await page.getByTestId("k-5").getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("rail-clusters")).toContainText("5 clusters");
});
