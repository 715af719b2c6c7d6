/**
 * B1: the anonymous list page from the warm page cache, in requests a second, against a bare `node:http` server that
 * sends the same bytes. Both run on one core, the asking on another; rounds are interleaved.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { ended, freePort, startNode } from "#tests/support/node-process.ts";
import { median } from "./median.ts";

const ADDRESS = "/riverbend/opportunities";
const ROUNDS = 7;
const SECONDS = 3;
const GOAL = 0.8;
const SERVER_CORE = 0;
const LOAD_CORE = 1;

export default async function bench() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "waypost-bench-"));
  const site = await startBuiltSite({ core: SERVER_CORE, env: { WORKER: "off" }, cwd: process.env.SITE_DIR });
  const barePort = await freePort();
  const answerFile = path.join(folder, "answer.json");
  await ask(site.port);
  const answer = await ask(site.port);
  await writeFile(answerFile, JSON.stringify({ headers: answer.headers, body: answer.body.toString("base64") }));
  const bare = startNode(["tests/bench/bare-server.mjs", answerFile, String(barePort)], { core: SERVER_CORE });
  await new Promise((resolve) => bare.stdout?.once("data", resolve));
  try {
    const cached: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      cached.push(await requestsPerSecond(site.port));
      reference.push(await requestsPerSecond(barePort));
    }
    const ratio = median(cached.map((rate, round) => rate / (reference[round] ?? Infinity)));
    return {
      id: "B1",
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
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One answer as it is sent: without what every `node:http` server adds by itself. */
function ask(port: number): Promise<{ headers: string[]; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { Host: `localhost:${port}`, "Accept-Encoding": "br", Accept: "text/html" };
    const request = http.get({ port, host: "127.0.0.1", path: ADDRESS, headers, agent: false }, (response) => {
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
        else reject(new Error(`${ADDRESS} answered ${response.statusCode}`));
      });
    });
    request.on("error", reject);
  });
}

function requestsPerSecond(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const load = startNode(["tests/bench/load.mjs", String(port), ADDRESS, String(SECONDS)], { core: LOAD_CORE });
    let output = "";
    load.stdout?.on("data", (text: Buffer) => (output += text.toString()));
    load.stderr?.on("data", (text: Buffer) => (output += text.toString()));
    load.on("exit", (code) => {
      if (code === 0) resolve((JSON.parse(output) as { perSecond: number }).perSecond);
      else reject(new Error(output));
    });
  });
}
