// `npm test`: everything that must hold, from a fresh checkout, with one plain line at the end.
import fs from "node:fs";
import path from "node:path";
import { build, install, requireNode, ROOT, run, say } from "../app/server/prepare.mjs";

requireNode();
await install();
const { findChromium } = await import("./setup/chromium.mjs");
const chromium = findChromium();

const results = path.join(ROOT, "test-results");
fs.mkdirSync(results, { recursive: true });
/** @type {{ passed: number, failed: number }} */
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];

await check("Formatting", "npx", ["prettier", "--check", "--log-level", "warn", "."]);
await check("Lint", "npx", ["eslint", "."]);
await check("Types", "npx", ["tsc", "--noEmit"]);
await suite("Unit, database, route and architecture tests", "vitest.json", countVitest, "npx", [
  "vitest",
  "run",
  "--reporter=default",
  "--reporter=json",
  "--outputFile.json=test-results/vitest.json",
]);
await build();
await suite("Journeys in a browser", "playwright.json", countPlaywright, "npx", ["playwright", "test"]);

say(failures.length === 0 ? "Everything holds." : `Failed: ${failures.join("; ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** A check that is one yes or no. */
async function check(/** @type {string} */ name, /** @type {string} */ command, /** @type {string[]} */ args) {
  say(name);
  record(name, (await run(command, args)) === 0, 1, 0);
}

/** A suite that counts: its own numbers are believed only when its exit code agrees. */
async function suite(
  /** @type {string} */ name,
  /** @type {string} */ report,
  /** @type {(report: any) => { passed: number, failed: number }} */ count,
  /** @type {string} */ command,
  /** @type {string[]} */ args,
) {
  say(name);
  const file = path.join(results, report);
  fs.rmSync(file, { force: true });
  const code = await run(command, args, { env: { ...process.env, CHROMIUM_PATH: chromium } });
  const { passed, failed } = fs.existsSync(file)
    ? count(JSON.parse(fs.readFileSync(file, "utf8")))
    : { passed: 0, failed: 0 };
  record(name, code === 0 && passed > 0, passed, failed);
}

function record(
  /** @type {string} */ name,
  /** @type {boolean} */ ok,
  /** @type {number} */ passed,
  /** @type {number} */ failed,
) {
  total.passed += ok || failed > 0 ? passed : 0;
  total.failed += ok ? 0 : Math.max(1, failed);
  if (!ok) failures.push(name);
}

function countVitest(/** @type {any} */ report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function countPlaywright(/** @type {any} */ report) {
  return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
}
