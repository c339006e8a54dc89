/** A contender in a browser of its own, so that no one else's memory is counted. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const ARGS = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function chromiumPath() {
  return process.env.CHROMIUM ?? execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
}

export async function launch(address) {
  const before = renderers();
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(address);
  await page.waitForFunction(() => "contend" in window);
  const own = renderers().filter((pid) => !before.includes(pid));
  return {
    async run(file, job) {
      await page.setInputFiles("input", file);
      return page.evaluate((name) => window.contend(name), job);
    },
    /** The most memory the page's process ever held, in bytes. */
    peak: () => Math.max(...own.map(highWater)),
    close: () => browser.close(),
  };
}

function renderers() {
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer");
    } catch {
      return false; // It has just ended.
    }
  });
}

function highWater(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Number(kilobytes) * 1024;
  } catch {
    return 0; // A spare process that was not needed.
  }
}
