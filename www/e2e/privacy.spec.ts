import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { FEW } from "./made";
import { expect, go, light, open, sample, saved, score, speak, start, test } from "./support";

/** Someone elsewhere, who counts who calls. */
let elsewhere: Server;
let calls: string[] = [];
let address = "";

test.beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    calls.push(request.url ?? "");
    response.writeHead(200, { "access-control-allow-origin": "*" }).end();
  });
  await new Promise<void>((ready) => elsewhere.listen(0, "127.0.0.1", ready));
  address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
});
test.afterAll(() => new Promise((closed) => elsewhere.close(closed)));
test.beforeEach(() => {
  calls = [];
});

/** Everything asked for from now on, in page and workers, but what lies in the page itself. */
function requestsFrom(page: Page): string[] {
  const seen: string[] = [];
  page.context().on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) seen.push(request.url());
  });
  return seen;
}

test("what listens for requests hears those of page and workers", async ({ page }) => {
  await start(page);
  const seen = requestsFrom(page);
  await sample(page, "retail");
  expect(seen.some((url) => url.endsWith("/samples/online-retail.csv"))).toBe(true);
  for (const [at, worker] of page.workers().entries())
    await worker.evaluate((url) => fetch(url).then(String), new URL(`?from-worker=${at}`, page.url()).href);
  expect(page.workers().length).toBeGreaterThan(1);
  for (const at of page.workers().keys()) expect(seen.some((url) => url.includes(`from-worker=${at}`))).toBe(true);
});

test("after the user's file is open nothing is asked for, on the whole path", async ({ page }) => {
  await start(page);
  await page.waitForLoadState("networkidle");
  const seen = requestsFrom(page);
  // What is loaded up to here, late parts included, is the page itself; from the open file on there is nothing.
  await open(page, { name: "few.csv", content: FEW });
  const before = seen.length;
  expect(seen.every((url) => new URL(url).origin === new URL(page.url()).origin)).toBe(true);

  await page.getByTestId("read").click();
  await expect(page.getByTestId("to-rfm")).toBeVisible();
  for (const lang of ["zh", "en"] as const)
    for (const theme of ["dark", "light"] as const) {
      await speak(page, lang);
      await light(page, theme);
      for (const view of ["overview", "rfm", "data"] as const) await go(page, view);
    }
  await go(page, "overview");
  await page.getByTestId("refunds").selectOption("separate");
  await go(page, "rfm");
  await page.getByTestId("rules").selectOption("eight");
  await page.getByTestId("customers-search").fill("C00");
  await saved(page, () => page.getByTestId("export-customers").click());
  expect(seen.slice(before)).toEqual([]);
  await expect(page.getByTestId("privacy")).toContainText("0 requests since your file was opened");
});

test("after the user's file is open every way out of the page is refused, and counted", async ({ page, faults }) => {
  await start(page);
  await score(page, { name: "few.csv", content: FEW });
  await expect(page.getByTestId("privacy")).toContainText("0 requests since your file was opened");

  const own = new URL("samples/online-retail.csv", page.url()).href;
  const ways = {
    fetch: (url: string) =>
      fetch(url).then(
        () => "sent",
        () => "refused",
      ),
    request: (url: string) =>
      new Promise<string>((resolve) => {
        const request = new XMLHttpRequest();
        request.open("GET", url);
        request.onload = () => resolve("sent");
        request.onerror = () => resolve("refused");
        request.send();
      }),
    image: (url: string) =>
      new Promise<string>((resolve) => {
        const image = new Image();
        image.onload = () => resolve("sent");
        image.onerror = () => resolve("refused");
        image.src = `${url}?image`;
      }),
    script: (url: string) =>
      new Promise<string>((resolve) => {
        const script = document.createElement("script");
        script.onload = () => resolve("sent");
        script.onerror = () => resolve("refused");
        script.src = url;
        document.head.append(script);
      }),
    style: (url: string) =>
      new Promise<string>((resolve) => {
        const style = document.createElement("link");
        style.rel = "stylesheet";
        style.onload = () => resolve("sent");
        style.onerror = () => resolve("refused");
        style.href = url;
        document.head.append(style);
      }),
    socket: (url: string) =>
      new Promise<string>((resolve) => {
        try {
          const socket = new WebSocket(url.replace(/^http/, "ws"));
          socket.onopen = () => resolve("sent");
          socket.onerror = () => resolve("refused");
        } catch {
          resolve("refused");
        }
      }),
    events: (url: string) =>
      new Promise<string>((resolve) => {
        const events = new EventSource(url);
        events.onopen = () => resolve("sent");
        events.onerror = () => resolve("refused");
      }),
    beacon: (url: string) =>
      new Promise<string>((resolve) => {
        addEventListener("securitypolicyviolation", () => resolve("refused"), { once: true });
        navigator.sendBeacon(url, "x");
      }),
  };
  let tried = 0;
  for (const [way, attempt] of Object.entries(ways))
    for (const url of [own, address]) {
      expect(await page.evaluate(attempt, url), `${way} to ${url}`).toBe("refused");
      tried += 1;
      await expect(page.getByTestId("privacy"), `${way} to ${url}`).toContainText(
        new RegExp(`\\b${tried} requests? since your file was opened`),
      );
    }
  expect(calls).toEqual([]);
  // What the console says of it, and nothing else.
  const said = faults.splice(0);
  expect(said.filter((text) => !/Content Security Policy|Failed to load resource/i.test(text))).toEqual([]);
});

test("after the user's file is open no form carries anything away", async ({ page, faults }) => {
  await start(page);
  await score(page, { name: "few.csv", content: FEW });
  // All in one go: a test of the page waits for a form's answer, and this one never gets any.
  const count = await page.evaluate(async (url) => {
    const refused = new Promise((resolve) => addEventListener("securitypolicyviolation", resolve, { once: true }));
    const form = document.createElement("form");
    form.method = "post";
    form.action = url;
    document.body.append(form);
    form.submit();
    form.remove();
    await refused;
    await new Promise(requestAnimationFrame);
    return document.querySelector("[data-testid=privacy]")?.textContent;
  }, address);
  expect(count).toContain("1 request since your file was opened");
  expect(calls).toEqual([]);
  expect(faults.splice(0).filter((text) => !/Content Security Policy/i.test(text))).toEqual([]);
});

test("after the user's file is open workers are refused too, and counted", async ({ page, faults }) => {
  await start(page);
  await score(page, { name: "few.csv", content: FEW });
  const own = new URL("samples/online-retail.csv", page.url()).href;
  const workers = page.workers();
  expect(workers.length).toBeGreaterThan(1);
  let tried = 0;
  for (const worker of workers)
    for (const url of [own, address]) {
      expect(
        await worker.evaluate(
          (to) =>
            fetch(to).then(
              () => "sent",
              () => "refused",
            ),
          url,
        ),
      ).toBe("refused");
      tried += 1;
      await expect(page.getByTestId("privacy")).toContainText(new RegExp(`\\b${tried} requests? since`));
    }
  expect(calls).toEqual([]);
  expect(faults.splice(0).filter((text) => !/Content Security Policy/i.test(text))).toEqual([]);
});

test("before a file is open the page asks nobody but its own place", async ({ page }) => {
  const seen = requestsFrom(page);
  await start(page);
  await sample(page, "fmcg");
  await go(page, "overview");
  await go(page, "rfm");
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.filter((url) => new URL(url).origin !== new URL(page.url()).origin)).toEqual([]);
});

test("nothing of the user's file is kept in the browser", async ({ page }) => {
  await start(page);
  await score(page, { name: "few.csv", content: FEW });
  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));
  expect(kept).toEqual({ local: {}, session: {}, cookies: "", databases: 0, caches: 0 });
  await page.reload();
  await expect(page.getByTestId("drop")).toBeVisible();
});
