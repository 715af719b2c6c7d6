/**
 * `npm run bench [name…]`: runs every `*.bench.ts` (or those named) in a process of its own, one after the other, and
 * prints one table of what they wrote to `results/`. Exits 1 when a bench failed to run; a goal missed is said, not
 * punished: machines differ.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";

const FOLDER = "tests/bench";
const wanted = process.argv.slice(2);
const names = fs
  .readdirSync(FOLDER)
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.slice(0, -".bench.ts".length))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

const failed = [];
const rows = [];
for (const name of names) {
  console.log(`› ${name}`);
  const command = ["node_modules/tsx/dist/cli.mjs", `${FOLDER}/run-one.ts`, name];
  const { status } = spawnSync(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) failed.push(name);
  else for (const result of resultsOf(name)) rows.push({ name, ...row(result) });
}

console.table(rows);
for (const name of failed) console.error(`${name}: did not run to its end`);
process.exit(failed.length > 0 ? 1 : 0);

/** @param {string} name @returns {Record<string, unknown>[]} */
function resultsOf(name) {
  const written = JSON.parse(fs.readFileSync(`${FOLDER}/results/${name}.json`, "utf8"));
  return Array.isArray(written) ? written : [written];
}

/** @param {Record<string, unknown>} result */
function row({ id, goal, passed, name: _name, ...measured }) {
  const figures = Object.entries(measured).flatMap(([key, value]) => {
    if (typeof value !== "number") return [];
    return `${key} ${Math.abs(value) < 100 ? Number(value.toPrecision(3)) : Math.round(value)}`;
  });
  const met = passed === undefined ? "?" : passed ? "met" : "MISSED";
  return { id, figures: figures.join(", "), goal: JSON.stringify(goal), met };
}
