/**
 * The whole build: Vite through Remix (pages for the browser; server, routes and worker as one bundle), and compressed
 * copies of every file a browser loads.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

const CLIENT = "build/client";
const SERVER_ASSETS = "build/server/assets";
const COMPRESSIBLE = /\.(js|css|svg|json|txt|html|xml|webmanifest)$/;

function buildPages() {
  const remix = path.resolve("node_modules/@remix-run/dev/dist/cli.js");
  const { status } = spawnSync(process.execPath, [remix, "vite:build", "--logLevel", "warn"], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Scripts of pages that are drawn without a route's component are known to the server's build alone. */
function bringScripts() {
  fs.cpSync(SERVER_ASSETS, `${CLIENT}/assets`, { recursive: true, force: false });
}

function compressFiles() {
  for (const entry of fs.readdirSync(CLIENT, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const content = fs.readFileSync(file);
    if (content.length < 512) continue;
    fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(content));
    fs.writeFileSync(`${file}.gz`, zlib.gzipSync(content, { level: 9 }));
  }
}

buildPages();
bringScripts();
// Only the build reads Vite's manifests: the server does not publish them.
fs.rmSync(`${CLIENT}/.vite`, { recursive: true, force: true });
compressFiles();
