import type { ChildProcess } from "node:child_process";
import fs from "node:fs/promises";
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
import { ended, freePort, startNode, untilReady } from "./node-process.ts";

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
  const child = startNode([main], {
    ...{ core, cwd },
    env: {
      ...{ NODE_ENV: "production", DATABASE_URL: postgres.url, PORT: String(port) },
      ...{ ORIGIN: `http://localhost:${port}`, ...env },
    },
  });
  let output = "";
  child.stdout?.on("data", (text: Buffer) => (output += text.toString()));
  child.stderr?.on("data", (text: Buffer) => (output += text.toString()));
  const stop = async () => {
    await ended(child);
    await connection.end();
    await postgres.stop();
    await fs.rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(port, child, () => output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, connection, process: child, databaseUrl: postgres.url, output: () => output, stop };
}
