import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { loadReference } from "#db/reference/load.server.ts";
import { plantCast } from "#db/seed/plant-cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

/** Starts a Postgres of this run's own and fills the database every test file gets a copy of. */
export default async function setup(project: TestProject) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "waypost-test-"));
  await fs.chmod(folder, 0o755);
  // A test's data is thrown away: nothing needs to reach the disk.
  const quick = ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off", "-c max_connections=200"];
  const postgres = await startEmbedded(path.join(folder, "postgres"), quick);
  await migrate(postgres.url);
  const { db, end } = connect(postgres.url, { statementTimeoutMs: 0 });
  await loadReference(db);
  await plantCast(db, TEST_NOW);
  await end();
  project.provide("databaseUrl", postgres.url);
  return async () => {
    await postgres.stop();
    await fs.rm(folder, { recursive: true, force: true });
  };
}
