// Opens the page that wasm-bindgen's test harness serves, prints what the tests print, and ends with their result.
import { createRequire } from "node:module";
import { join } from "node:path";

const { chromium } = createRequire(join(process.cwd(), "package.json"))("@playwright/test");
const address = process.argv[2];

/** The harness needs a moment to bind its port; connecting is the only way to learn that it has. */
async function served(url, deadline) {
  for (;;) {
    try {
      return await fetch(url);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

await served(address, Date.now() + 60_000);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
});
try {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(address);
  const output = page.locator("#output");
  const finished = output.filter({ hasText: "test result: " }).waitFor({ timeout: 120_000 });
  const told = await finished.then(() => true, () => false);
  const text = (await output.textContent()) ?? "";
  console.log(text);
  if (!told || !text.includes("test result: ok")) {
    if (!told) console.error("The tests did not finish.");
    for (const error of errors) console.error(error);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
}
