import type { Page } from "@playwright/test";
import { violationsOf } from "./access";
import { expect, go, light, sample, speak, start, test } from "./support";

const headline = (page: Page) => page.getByTestId("headline");
const at = async (page: Page): Promise<readonly number[]> =>
  ((await page.getByTestId("lesson-at").textContent()) ?? "").match(/\d+/g)?.map(Number) ?? [];

/** The last number of a sentence: the inertia that it tells. */
async function inertia(page: Page): Promise<number> {
  const numbers = ((await headline(page).textContent()) ?? "").match(/[\d,]*\.?\d+/g) ?? [];
  return Number(numbers.at(-1)?.replaceAll(",", ""));
}

async function learn(page: Page): Promise<void> {
  await start(page);
  await go(page, "learn");
  await expect(page.getByTestId("lesson-stage").locator("svg")).toBeVisible();
}

/** Colours of the points, in their order. */
const colours = (page: Page) =>
  page.locator(".learn-point").evaluateAll((points) => points.map((point) => point.getAttribute("data-colour")));

const place = (page: Page, letter: string) =>
  page.getByTestId(`centroid-${letter}`).evaluate((centroid) => (centroid as SVGElement).style.transform);

test("from the seeds to convergence by the keyboard, the inertia falling", async ({ page }) => {
  await learn(page);
  await expect(headline(page)).toContainText("4 centroids are placed on customers drawn at random");
  expect(new Set(await colours(page))).toEqual(new Set(["others"]));

  await page.keyboard.press("ArrowRight");
  await expect(headline(page)).toContainText("Each of the 180 customers goes to the nearest centroid");
  expect((await colours(page)).includes("others")).toBe(false);
  const [, steps = 0] = await at(page);
  let before = await inertia(page);
  for (let step = 3; step < steps; step += 1) {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByTestId("lesson-at")).toHaveText(`Step ${step} of ${steps}`);
    await expect(headline(page)).toContainText(/moves to the mean|changed cluster/);
    const now = await inertia(page);
    expect(now).toBeLessThanOrEqual(before);
    before = now;
  }
  await page.keyboard.press("ArrowRight");
  await expect(headline(page)).toContainText("converged after");
  expect(await inertia(page)).toBeCloseTo(before, 0);
  await expect(page.getByTestId("lesson-end")).toContainText("None of 30 other starts ends noticeably lower");

  await page.keyboard.press("ArrowRight");
  await expect(headline(page)).toContainText("converged after");
  await page.keyboard.press("ArrowLeft");
  expect(await at(page)).toEqual([steps - 1, steps]);
  await page.keyboard.press("Home");
  await expect(headline(page)).toContainText("4 centroids are placed on customers drawn at random");
  await page.keyboard.press("End");
  await expect(headline(page)).toContainText("converged after");
  await page.keyboard.press("3");
  await expect(page.getByTestId("lesson-k")).toHaveValue("3");
  await expect(page.locator(".learn-centroid")).toHaveCount(3);
});

test("plays by itself, pauses, and begins again at the end", async ({ page }) => {
  await learn(page);
  await page.getByTestId("lesson-speed").selectOption("4");
  await page.getByRole("main").focus();
  await page.keyboard.press("Space");
  await expect(page.getByTestId("lesson-play")).toHaveText("Pause");
  await expect(headline(page)).toContainText("converged after");
  await expect(page.getByTestId("lesson-play")).toHaveText("Play");
  // Slow enough to be paused before its end.
  await page.getByTestId("lesson-speed").selectOption("0.25");
  await page.getByTestId("lesson-play").click();
  await expect(headline(page)).not.toContainText("converged after");
  await page.getByTestId("lesson-play").click();
  await expect(page.getByTestId("lesson-play")).toHaveText("Play");
  const [here] = await at(page);
  await page.getByTestId("lesson-forward").click();
  expect((await at(page))[0]).toBe((here ?? 0) + 1);
});

test("a centroid is dragged, or moved with the arrows, and the rest follows from there", async ({ page }) => {
  await learn(page);
  await page.keyboard.press("End");
  await expect(headline(page)).toContainText("converged after");
  const centroid = page.getByTestId("centroid-A");
  const stage = await page.getByTestId("lesson-stage").boundingBox();
  if (stage === null) throw new Error("nowhere to drag to");
  // Waits until the centroid has come to rest.
  await centroid.hover();
  await page.mouse.down();
  await page.mouse.move(stage.x + stage.width / 2, stage.y + stage.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(headline(page)).toContainText("start where you put them");
  await expect(page.getByTestId("lesson-start")).toHaveValue("given");
  expect((await at(page))[0]).toBe(1);
  await page.keyboard.press("ArrowRight");
  await expect(headline(page)).toContainText("goes to the nearest centroid");

  await page.keyboard.press("Home");
  await centroid.focus();
  const before = await place(page, "A");
  const other = await place(page, "B");
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => place(page, "A")).not.toBe(before);
  expect((await at(page))[0]).toBe(1);
  expect(await place(page, "B")).toBe(other);
});

test("a bad start ends worse than the best, and says so", async ({ page }) => {
  await learn(page);
  await page.keyboard.press("End");
  const best = await inertia(page);
  await page.getByTestId("lesson-start").selectOption("bad");
  await expect(headline(page)).toContainText("a bad start");
  await page.getByRole("main").focus();
  await page.keyboard.press("End");
  await expect(headline(page)).toContainText("converged after");
  expect(await inertia(page)).toBeGreaterThan(best * 1.2);
  const end = page.getByTestId("lesson-end");
  await expect(end).toContainText("A better partition exists");
  // What is better is what the good start came to.
  const told = Number(((await end.textContent()) ?? "").match(/lower, ([\d.,]+)\./)?.[1]?.replaceAll(",", ""));
  expect(told).toBeCloseTo(best, 1);
  await expect(page.locator(".learn-cross")).toHaveCount(4);
});

test("scaling flips who belongs together, and an outlier goes in and out", async ({ page }) => {
  await learn(page);
  await page.getByTestId("lesson-data").selectOption("scales");
  await expect(headline(page)).toContainText("2 centroids");
  await page.getByRole("main").focus();
  await page.keyboard.press("End");
  const scaled = await colours(page);
  // The first half was made young, the second old.
  expect(new Set(scaled.slice(0, 80)).size).toBe(1);
  await page.keyboard.press("s");
  await expect(page.getByTestId("lesson-scaling")).not.toBeChecked();
  await expect(page.getByTestId("lesson-beware")).toContainText("Income per month carries more than 99.9%");
  await expect(headline(page)).toContainText("converged after");
  expect(new Set((await colours(page)).slice(0, 80)).size).toBe(2);
  await page.keyboard.press("s");
  await expect(page.getByTestId("lesson-beware")).toHaveCount(0);

  await page.getByTestId("lesson-outlier").check();
  await expect(page.locator(".learn-point")).toHaveCount(161);
  await expect(page.getByTestId("lesson-outlier-end")).toContainText("outlier");
  await page.getByTestId("lesson-outlier").uncheck();
  await expect(page.locator(".learn-point")).toHaveCount(160);
  expect(await colours(page)).toEqual(scaled);
});

test("the customers that are open, by their own features, without a request", async ({ page }) => {
  await start(page);
  await sample(page, "retail");
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  page.context().on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) asked.push(request.url());
  });
  await go(page, "learn");
  await expect(page.getByTestId("lesson-about")).toContainText("600 of 4,339 customers, drawn with a fixed seed");
  await expect(page.locator(".learn-point")).toHaveCount(600);
  await page.keyboard.press("End");
  await expect(headline(page)).toContainText("converged after");
  await expect(page.getByTestId("lesson-log")).toBeChecked();
  await page.getByTestId("lesson-log").uncheck();
  await expect(headline(page)).toContainText("converged after");
  await page.getByTestId("lesson-x").selectOption({ index: 1 });
  await expect(headline(page)).toContainText("4 centroids");
  await page.getByTestId("lesson-data").selectOption("moons");
  await expect(page.locator(".learn-point")).toHaveCount(180);
  expect(asked).toEqual([]);
});

test("a link opens it; settings outlive a look elsewhere", async ({ page }) => {
  await page.goto("./#view=learn&lang=en");
  await expect(page.getByTestId("learn")).toBeVisible();
  await page.getByTestId("lesson-data").selectOption("rings");
  await expect(headline(page)).toContainText("2 centroids");
  await page.getByTestId("rail-data").click();
  await page.getByTestId("rail-learn").click();
  await expect(page.getByTestId("lesson-data")).toHaveValue("rings");
});

test("the projector fills the screen with large letters", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await learn(page);
  await page.keyboard.press("f");
  const screen = page.getByTestId("learn");
  await expect(page.getByTestId("lesson-projector")).toHaveAttribute("aria-pressed", "true");
  const small = await screen.evaluate((box) => {
    const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const element = node.parentElement;
      if (element === null || node.textContent?.trim() === "") continue;
      const shown = element.getClientRects().length > 0 && element.closest(".visually-hidden, option") === null;
      if (shown && Number.parseFloat(getComputedStyle(element).fontSize) < 24) found.push(node.textContent ?? "");
    }
    return found;
  });
  expect(small).toEqual([]);
  const box = await screen.boundingBox();
  expect(box).toMatchObject({ x: 0, y: 0, width: 1920 });
  expect(await screen.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(0);
  await page.keyboard.press("ArrowRight");
  await expect(headline(page)).toContainText("nearest centroid");
  await page.keyboard.press("f");
  await expect(page.getByTestId("lesson-projector")).toHaveAttribute("aria-pressed", "false");
});

/** Words in Latin letters that Chinese uses as they are. */
const LATIN = new Set(["RFM", "means", "inertia", "Home", "End", "Shift", "Tab"]);

for (const [width, theme, lang] of [
  [1280, "light", "en"],
  [1280, "dark", "zh"],
  [390, "dark", "en"],
  [390, "light", "zh"],
] as const)
  test(`nothing stands in anyone's way, ${width} pixels, ${theme}, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await learn(page);
    await speak(page, lang);
    await light(page, theme);
    await page.getByRole("main").focus();
    // What a key brings: the sentences are read when it is there.
    const there: Record<string, () => Promise<void>> = {
      b: () => expect.poll(async () => (await at(page))[0]).toBe(1),
      o: () => expect(page.getByTestId("lesson-outlier-end")).toBeVisible(),
    };
    for (const step of ["Home", "ArrowRight", "ArrowRight", "End", "b", "End", "s", "o"]) {
      await page.keyboard.press(step);
      await there[step]?.();
      if (lang === "zh") {
        const text = (await page.getByTestId("learn").innerText()).match(/[A-Za-z]{2,}/g) ?? [];
        expect(text.filter((word) => !LATIN.has(word))).toEqual([]);
      } else expect(await page.getByTestId("learn").innerText()).not.toMatch(/\p{Script=Han}/u);
    }
    await page.getByTestId("lesson-keys").click();
    // Two centroids may lie on each other: that is what the lesson shows, and the arrow keys move either.
    const lying = (told: string) => told.startsWith("target-size") && told.includes("learn-centroid");
    expect((await violationsOf(page)).filter((told) => !lying(told))).toEqual([]);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, "pixels beyond the edge").toBe(0);
  });
