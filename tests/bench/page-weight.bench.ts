/**
 * B11: the script of the public list page, gzipped, beside what Remix builds to bring a page that says hello to life.
 * The list is complete without any: that it is, the journeys without JavaScript prove.
 */
import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { startBuiltSite, type BuiltSite } from "#tests/support/built-site.ts";

const GOAL_KB = 95;

export default async function bench() {
  const remix = "node_modules/@remix-run/dev/dist/cli.js";
  const build = ["vite:build", "--config", "tests/bench/hello/vite.config.ts", "--logLevel", "error"];
  execFileSync(process.execPath, [remix, ...build], { env: { ...process.env, NODE_ENV: "production" } });
  const site = await startBuiltSite({ env: { WORKER: "off" } });
  try {
    const scriptKb = kbOf(await scriptsOf(site, "/riverbend/opportunities"));
    const referenceKb = kbOf(await builtScripts("build/hello/client/assets"));
    return { id: "B11", name: "page-weight", scriptKb, referenceKb, goal: GOAL_KB, passed: scriptKb <= GOAL_KB };
  } finally {
    await site.stop();
  }
}

/** Every script a page names or holds, and what those import. */
async function scriptsOf({ port }: BuiltSite, page: string): Promise<string[]> {
  const textOf = async (address: string) => (await fetch(new URL(address, `http://localhost:${port}`))).text();
  const html = await textOf(page);
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^<]+)<\/script>/g)].map(([, code = ""]) => code);
  const waiting = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, address = ""]) => address);
  const seen = new Map<string, string>();
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (seen.has(address)) continue;
    const code = await textOf(address);
    seen.set(address, code);
    const imported = code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g);
    waiting.push(...[...imported].map(([, name = ""]) => address.replace(/[^/]+$/, name)));
  }
  return [...inline, ...seen.values()];
}

async function builtScripts(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  return Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
}

const kbOf = (scripts: readonly string[]) =>
  Number((scripts.reduce((bytes, code) => bytes + gzipSync(code).length, 0) / 1024).toFixed(1));
