/**
 * B12: when the public list has painted its largest part, in a phone's browser that has never been here, over 1.6 Mb/s
 * with 150 ms to and fro and a processor four times slower, beside an empty page from the same server in the same run.
 */
import { chromium, type Browser } from "@playwright/test";
import { findChromium } from "#tests/setup/chromium.mjs";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { median } from "./median.ts";

const PAGES = { list: "/riverbend/opportunities", empty: "/health/live" };
const ROUNDS = 5;
const GOAL_MS = 1_500;
const PHONE = { width: 360, height: 740 };
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;

export default async function bench() {
  const site = await startBuiltSite({ env: { WORKER: "off" }, core: 0 });
  const asRoot = process.getuid?.() === 0;
  const args = ["--disable-gpu", ...(asRoot ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  try {
    const painted: Record<keyof typeof PAGES, number[]> = { list: [], empty: [] };
    // The first round fills the server's page cache.
    for (let round = -1; round < ROUNDS; round++)
      for (const page of ["list", "empty"] as const) {
        const ms = await msToPaint(browser, `http://localhost:${site.port}${PAGES[page]}`);
        if (round >= 0) painted[page].push(ms);
      }
    const [ms, emptyMs] = [median(painted.list), median(painted.empty)];
    return { id: "B12", name: "paint", rounds: ROUNDS, ms, emptyMs, goal: GOAL_MS, passed: ms <= GOAL_MS };
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Milliseconds from asking to the largest contentful paint; of a page without content, to its end. */
async function msToPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", NETWORK);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(address, { waitUntil: "networkidle" });
  const ms = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const [loaded] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
        setTimeout(() => resolve(loaded?.loadEventEnd ?? 0), 500);
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          if (last) resolve(last.startTime);
        }).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  await context.close();
  return Math.round(ms);
}
