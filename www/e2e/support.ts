/** What every test stands on: a page that must not complain, and the user's hands. */

import { readFile } from "node:fs/promises";
import { type Locator, type Page, expect as plainExpect, test as plainTest } from "@playwright/test";
import type { Lang, SampleId, Theme, View } from "../src/app/state";

/** Whole files are read while the machine does other things too. */
export const expect = plainExpect.configure({ timeout: 30_000 });

interface Fixtures {
  /** Errors of console and page. Whatever is left in it at the end fails the test. */
  readonly faults: string[];
}

export const test = plainTest.extend<Fixtures>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      page.on("pageerror", (error) => faults.push(String(error)));
      await use(faults);
      plainExpect(faults, "errors of console and page").toEqual([]);
    },
    { auto: true },
  ],
});

export async function start(page: Page, hash = ""): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(page.getByTestId("data")).toBeVisible();
}

/** A file that the test makes up. */
export interface Made {
  readonly name: string;
  readonly content: string | Buffer;
}

const payload = ({ name, content }: Made) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

/** Chooses files with the page's own input. */
export async function choose(page: Page, ...files: (string | Made)[]): Promise<void> {
  const input = page.getByTestId("file-input");
  const paths = files.filter((file) => typeof file === "string");
  if (paths.length === files.length) await input.setInputFiles(paths);
  else await input.setInputFiles(files.filter((file) => typeof file !== "string").map(payload));
}

/** Drops files from disk as the browser does it: enter, over, drop. */
export async function drop(page: Page, onto: Locator, ...paths: string[]): Promise<void> {
  const box = await onto.boundingBox();
  if (box === null) throw new Error("there is nothing to drop on");
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const devtools = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await devtools.send("Input.dispatchDragEvent", {
      type,
      ...at,
      data: { items: [], files: paths, dragOperationsMask: 1 },
    });
  await devtools.detach();
}

/** Opens a file and waits until its head was looked at. */
export async function open(page: Page, file: string | Made): Promise<void> {
  await choose(page, file);
  await expect(page.getByTestId("mapping")).toBeVisible();
}

/** Reads the whole file and waits for what it says. */
export async function read(page: Page): Promise<void> {
  await page.getByTestId("read").click();
  await expect(page.getByTestId("set-aside")).toBeVisible();
}

/** Opens and reads orders as guessed, and waits until they are scored. */
export async function score(page: Page, file: string | Made): Promise<void> {
  await open(page, file);
  await read(page);
  await scored(page);
}

/** Waits until nothing is being computed and there are segments. */
export async function scored(page: Page): Promise<void> {
  await expect(page.getByTestId("rail-rfm")).toContainText(/\d+ (segments?|群)/);
  await expect(page.getByTestId("busy")).toHaveCount(0);
}

export async function sample(page: Page, id: SampleId): Promise<void> {
  await page.getByTestId(`sample-${id}`).click();
  await scored(page);
}

export async function go(page: Page, view: View): Promise<void> {
  await page.getByTestId(`rail-${view}`).click();
  await expect(page.getByTestId(view)).toBeVisible();
}

export async function speak(page: Page, lang: Lang): Promise<void> {
  const html = page.locator("html");
  const wanted = lang === "zh" ? "zh-CN" : "en";
  if ((await html.getAttribute("lang")) !== wanted) await page.getByTestId("lang").click();
  await expect(html).toHaveAttribute("lang", wanted);
}

export async function light(page: Page, theme: Theme): Promise<void> {
  const html = page.locator("html");
  if ((await html.getAttribute("data-theme")) !== theme) await page.getByTestId("theme").click();
  await expect(html).toHaveAttribute("data-theme", theme);
}

/** Does something that saves a file, and takes the file. */
export async function saved(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; path: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), act()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, bytes: await readFile(path) };
}
