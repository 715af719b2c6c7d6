/**
 * `npm run faults [name…]`: runs every `*.fault.ts` (or those named) against the built site, one after the other. Each
 * prints what it tried, what held and what did not, and exits 1 when anything did not.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";

const wanted = process.argv.slice(2);
const names = fs
  .readdirSync("tests/faults")
  .filter((file) => file.endsWith(".fault.ts"))
  .map((file) => file.slice(0, -".fault.ts".length))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

const failed = names.filter((name) => {
  console.log(`› ${name}`);
  const command = ["node_modules/tsx/dist/cli.mjs", `tests/faults/${name}.fault.ts`];
  return spawnSync(process.execPath, command, { stdio: "inherit" }).status !== 0;
});
console.log(`\n${names.length} tried, ${names.length - failed.length} passed, ${failed.length} failed`);
if (failed.length > 0) console.log(`failed: ${failed.join(", ")}`);
process.exit(failed.length > 0 ? 1 : 0);
