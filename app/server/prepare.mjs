// Plain JavaScript without packages: it runs before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const NODE_FLOOR = [20, 19];

export const say = (/** @type {string} */ text) => console.log(`\n› ${text}`);

/** Ends with a sentence instead of a stack of syntax errors on a Node that is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [needMajor, needMinor] = NODE_FLOOR;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  console.error(`Waypost needs Node ${NODE_FLOOR.join(".")} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Runs a program in the project's root with our terminal; resolves to its exit code. */
export function run(
  /** @type {string} */ command,
  /** @type {string[]} */ args,
  /** @type {import("node:child_process").SpawnOptions} */ options = {},
) {
  const windows = process.platform === "win32";
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: "inherit", shell: windows, ...options });
    child.on("error", reject).on("exit", (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** Installs from the lockfile unless this very lockfile is what is installed. */
export async function install() {
  const stamp = path.join(ROOT, "node_modules/.waypost-lockfile");
  const wanted = digest(["package-lock.json", "package.json", "db/patches"]);
  if (read(stamp) === wanted) return;
  say("Installing packages from the lockfile (a minute or so the first time)");
  if ((await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])) !== 0) process.exit(1);
  fs.writeFileSync(stamp, wanted);
}

/** Builds unless the sources are those of the last build. */
export async function build() {
  const stamp = path.join(ROOT, "build/.waypost-sources");
  const wanted = digest(["app", "db", "emails", "public", "vite.config.ts", "package-lock.json", "tsconfig.json"]);
  if (read(stamp) === wanted) return;
  say("Building the site");
  if ((await run("npm", ["run", "--silent", "build"])) !== 0) process.exit(1);
  fs.writeFileSync(stamp, wanted);
}

const read = (/** @type {string} */ file) => (fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null);

function digest(/** @type {string[]} */ names) {
  const hash = createHash("sha256");
  const add = (/** @type {string} */ name) => {
    const file = path.join(ROOT, name);
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const child of fs.readdirSync(file).sort()) add(path.join(name, child));
    else if (stat) hash.update(name).update(fs.readFileSync(file));
  };
  names.forEach(add);
  return hash.digest("hex");
}
