/**
 * B1: the anonymous list page and the list's other forms from the warm page cache, in requests a second, each against a
 * bare `node:http` server that sends the same bytes. Both run on one core, the asking on another; rounds are interleaved.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { startBuiltSite, type BuiltSite } from "#tests/support/built-site.ts";
import { ended, freePort, startNode } from "#tests/support/node-process.ts";
import { median } from "./median.ts";

const ADDRESSES = [
  "/riverbend/opportunities",
  "/api/v1/districts/riverbend/listings",
  "/api/hsds/v3/districts/riverbend/services",
  "/riverbend/opportunities.rss",
  "/embed/riverbend",
];
const ROUNDS = 7;
const SECONDS = 2;
const GOAL = 0.8;
const SERVER_CORE = 0;
const LOAD_CORE = 1;

export default async function bench() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "waypost-bench-"));
  const site = await startBuiltSite({ core: SERVER_CORE, env: { WORKER: "off" }, cwd: process.env.SITE_DIR });
  try {
    const results = [];
    for (const address of ADDRESSES) results.push(await measure(site, address, path.join(folder, "answer.json")));
    return results;
  } finally {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(site: BuiltSite, address: string, answerFile: string) {
  const barePort = await freePort();
  await ask(site.port, address);
  const answer = await ask(site.port, address);
  await writeFile(answerFile, JSON.stringify({ headers: answer.headers, body: answer.body.toString("base64") }));
  const bare = startNode(["tests/bench/bare-server.mjs", answerFile, String(barePort)], { core: SERVER_CORE });
  await new Promise((resolve) => bare.stdout?.once("data", resolve));
  try {
    const cached: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      cached.push(await requestsPerSecond(site.port, address));
      reference.push(await requestsPerSecond(barePort, address));
    }
    const ratio = median(cached.map((rate, round) => rate / (reference[round] ?? Infinity)));
    return {
      id: `B1 ${address}`,
      name: "page-cache",
      bytes: answer.body.length,
      rounds: ROUNDS,
      perSecond: median(cached),
      referencePerSecond: median(reference),
      ratio: Number(ratio.toFixed(3)),
      goal: GOAL,
      passed: ratio >= GOAL,
    };
  } finally {
    await ended(bare);
  }
}

/** One answer as it is sent: without what every `node:http` server adds by itself. */
function ask(port: number, address: string): Promise<{ headers: string[]; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { Host: `localhost:${port}`, "Accept-Encoding": "br", Accept: "text/html" };
    const request = http.get({ port, host: "127.0.0.1", path: address, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const added = new Set(["date", "connection", "keep-alive"]);
        const sent: string[] = [];
        for (let i = 0; i < response.rawHeaders.length; i += 2) {
          const [name = "", value = ""] = response.rawHeaders.slice(i, i + 2);
          if (!added.has(name.toLowerCase())) sent.push(name, value);
        }
        if (response.statusCode === 200) resolve({ headers: sent, body: Buffer.concat(chunks) });
        else reject(new Error(`${address} answered ${response.statusCode}`));
      });
    });
    request.on("error", reject);
  });
}

function requestsPerSecond(port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const load = startNode(["tests/bench/load.mjs", String(port), address, String(SECONDS)], { core: LOAD_CORE });
    let output = "";
    load.stdout?.on("data", (text: Buffer) => (output += text.toString()));
    load.stderr?.on("data", (text: Buffer) => (output += text.toString()));
    load.on("exit", (code) => {
      if (code === 0) resolve((JSON.parse(output) as { perSecond: number }).perSecond);
      else reject(new Error(output));
    });
  });
}
