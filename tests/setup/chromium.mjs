// Finds a Chromium for the journeys, or gets one. Plain JavaScript: the test command runs it directly.
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PACKAGE_MANAGERS = [
  ["apt-get", ["update", "-qq"], ["install", "-y", "-qq", "chromium"]],
  ["dnf", null, ["install", "-y", "-q", "chromium"]],
  ["apk", null, ["add", "--quiet", "chromium"]],
];

const which = (/** @type {string} */ name) => {
  try {
    const found = execFileSync(process.platform === "win32" ? "where" : "which", [name], { stdio: "pipe" });
    return String(found).split(/\r?\n/)[0] || null;
  } catch {
    return null;
  }
};

function installed() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const onPath = NAMES.map(which).find(Boolean);
  if (onPath) return onPath;
  const { chromium } = createRequire(import.meta.url)("playwright-core");
  const own = chromium.executablePath();
  return fs.existsSync(own) ? own : null;
}

/** Path of a Chromium: on the PATH, else Playwright's own download, else the system's package when we are root. */
export function findChromium() {
  const found = installed();
  if (found) return found;
  console.log("› No Chromium on the PATH: downloading Playwright's");
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit", timeout: 300_000 });
  const downloaded = installed();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0) {
    const manager = PACKAGE_MANAGERS.find(([name]) => which(/** @type {string} */ (name)));
    if (manager) {
      const [name, refresh, add] = /** @type {[string, string[] | null, string[]]} */ (manager);
      console.log(`› Installing Chromium with ${name}`);
      if (refresh) spawnSync(name, refresh, { stdio: "inherit" });
      spawnSync(name, add, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    }
  }
  const packaged = installed();
  if (!packaged) throw new Error("No Chromium could be found or installed: set CHROMIUM_PATH to one.");
  return packaged;
}
