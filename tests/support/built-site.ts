import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import fs from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { pino } from "pino";
import { reindexListings } from "#app/jobs/tasks/reindex-listings.server.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import { connect, type Connection } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { loadReference } from "#db/reference/load.server.ts";
import { seed } from "#db/seed/index.ts";

export interface BuiltSite {
  port: number;
  process: ChildProcess;
  connection: Connection;
  databaseUrl: string;
  /** Everything the server wrote so far. */
  output(): string;
  stop(): Promise<void>;
}

interface Options {
  env?: Record<string, string>;
  /** The core it may use; where the system can pin. */
  core?: number;
  cwd?: string | undefined;
  /** Another server bundle than the site's. */
  main?: string;
}

/** `build/server/main.js` on a Postgres of its own, filled with the demo: for benches and fault scripts. */
export async function startBuiltSite({
  env = {},
  core,
  cwd = process.cwd(),
  main = "build/server/main.js",
}: Options = {}): Promise<BuiltSite> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "waypost-site-"));
  await fs.chmod(folder, 0o755);
  const postgres = await startEmbedded(path.join(folder, "postgres"));
  await migrate(postgres.url);
  const connection = connect(postgres.url, { statementTimeoutMs: 0 });
  await loadReference(connection.db);
  await seed(connection.db, new Date());
  // A server without a worker shows the same list.
  const log = pino({ level: "silent" });
  await reindexListings({ db: connection.db, search: createSearch({ db: connection.db, env: {}, log }), log });
  const port = await freePort();
  const child = startNode([main], core, cwd, {
    NODE_ENV: "production",
    DATABASE_URL: postgres.url,
    PORT: String(port),
    ORIGIN: `http://localhost:${port}`,
    ...env,
  });
  let output = "";
  child.stdout?.on("data", (text: Buffer) => (output += text.toString()));
  child.stderr?.on("data", (text: Buffer) => (output += text.toString()));
  await untilReady(port, child, () => output);
  return {
    port,
    connection,
    process: child,
    databaseUrl: postgres.url,
    output: () => output,
    stop: async () => {
      await ended(child);
      await connection.end();
      await postgres.stop();
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}

const canPin = process.platform === "linux" && os.cpus().length > 1 && spawnSync("taskset", ["-V"]).status === 0;

/** Runs Node, on one core where that is possible: what serves and what asks must not share one. */
export function startNode(args: string[], core?: number, cwd?: string, env: Record<string, string> = {}) {
  const command = [process.execPath, ...args];
  const pinned = core !== undefined && canPin ? ["taskset", "-c", String(core), ...command] : command;
  const [program = process.execPath, ...rest] = pinned;
  return spawn(program, rest, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
}

export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

async function untilReady(port: number, child: ChildProcess, output: () => string) {
  for (let i = 0; i < 300; i++) {
    if (child.exitCode !== null) throw new Error(`the site did not start:\n${output()}`);
    const ready = await fetch(`http://localhost:${port}/health/ready`).catch(() => null);
    if (ready?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the site was not ready after 30 s:\n${output()}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
