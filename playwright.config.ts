import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./tests/setup/chromium.mjs";

const PORT = 4173;
// Whoever writes a journey starts tests/setup/serve-fresh.mjs once, on a folder of theirs, and runs it again and again.
const servesAlready = process.env["JOURNEYS_SERVED"] === "yes";
// Of this run alone; the journeys' own processes read this file again and find the same folder.
const folder = (process.env["JOURNEYS_DATA"] ??= fs.mkdtempSync(path.join(os.tmpdir(), "waypost-journeys-")));
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "tests/e2e",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  outputDir: "test-results/journeys",
  use: {
    baseURL: `http://localhost:${PORT}`,
    browserName: "chromium",
    screenshot: "only-on-failure",
    actionTimeout: 8_000,
    launchOptions: {
      executablePath: findChromium(),
      // A browser that starts quickly and asks nobody but us.
      args: [
        ...(asRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    // The built site as `npm run up` starts it, on data of its own that the next run throws away.
    command: "node tests/setup/serve-fresh.mjs",
    url: `http://localhost:${PORT}/health/ready`,
    env: { PORT: String(PORT), NODE_ENV: "production", DATA_DIR: folder, LOG_LEVEL: "warn", PSEUDO_LOCALE: "on" },
    reuseExistingServer: servesAlready,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "pipe",
  },
});
