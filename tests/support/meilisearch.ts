import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { ended, freePort } from "./node-process.ts";

/** The program Meilisearch, when MEILI_BIN says where it is. */
export const MEILI_BIN = process.env.MEILI_BIN;

export interface MeilisearchServer {
  port: number;
  /** What the site is told by. */
  env: { MEILI_URL: string; MEILI_SEARCH_KEY: string; MEILI_ADMIN_KEY: string };
  engine: { url: string; searchKey: string; adminKey: string };
  /** Ends it without a word, as a machine that loses power; its files stay. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A Meilisearch of its own on loopback, with a folder and a key of its own. */
export async function startMeilisearch(bin: string): Promise<MeilisearchServer> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "waypost-meili-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const masterKey = randomBytes(24).toString("hex");
  let child: ChildProcess | undefined;

  async function start() {
    const server = spawn(bin, ["--http-addr", `127.0.0.1:${port}`, "--no-analytics", "--log-level", "ERROR"], {
      cwd: folder,
      env: { ...process.env, MEILI_MASTER_KEY: masterKey },
      stdio: "ignore",
    });
    child = server;
    for (let i = 0; i < 300; i++) {
      if (server.exitCode !== null) throw new Error(`${bin} ended with ${server.exitCode}`);
      const healthy = await fetch(`${url}/health`).catch(() => null);
      if (healthy?.status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${bin} was not ready after 30 s`);
  }

  await start();
  const headers = { Authorization: `Bearer ${masterKey}` };
  const { results } = (await (await fetch(`${url}/keys`, { headers })).json()) as {
    results: { key: string; actions: string[]; indexes: string[] }[];
  };
  const keyFor = (action: string) => results.find(({ actions }) => actions.length === 1 && actions[0] === action)?.key;
  const [searchKey, adminKey] = [keyFor("search") ?? "", keyFor("*") ?? ""];
  const down = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const over = new Promise((resolve) => child?.once("exit", resolve));
    child.kill(signal);
    await over;
  };
  return {
    port,
    env: { MEILI_URL: url, MEILI_SEARCH_KEY: searchKey, MEILI_ADMIN_KEY: adminKey },
    engine: { url, searchKey, adminKey },
    start,
    kill: () => down("SIGKILL"),
    stop: async () => {
      if (child) await ended(child);
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
