import type { Env } from "#app/env.server.ts";
import { startWorker } from "#app/jobs/worker.server.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import { connect } from "#db/client.server.ts";
import { locateDatabase } from "#db/locate.server.ts";
import { migrationCounts } from "#db/migrate.server.ts";
import { describe } from "./faults.ts";
import { introduceDemo, prepareDatabase } from "./first-start.ts";
import { createLog } from "./log.ts";
import { startServer, type ServerParts } from "./start.ts";

type Site = Pick<ServerParts, "render" | "clientFolder" | "styles" | "before"> & {
  env: Env;
  /** Migrate and, on an empty database, seed first (`npm run up`, `npm run dev`); else the database must be ready. */
  up?: boolean;
};

/** Long enough for a load balancer's next question, short enough for ten seconds in all. */
const DRAIN_NOTICE_MS = 500;
const LAST_RESORT_MS = 9_500;

/** The whole process: database, search, jobs and server; it ends by SIGTERM or SIGINT, in that order reversed. */
export async function run({ env, up, ...site }: Site): Promise<void> {
  const log = createLog(env.logLevel);
  const located = await locateDatabase(env.databaseUrl, env.dataDir);
  if (up) await prepareDatabase(located.url);
  const { applied, known } = await migrationCounts(located.url);
  if (applied !== known)
    throw new Error(`The database has ${applied} of ${known} migrations: npm run db:migrate applies the rest.`);
  const { db, end } = connect(located.url);
  const search = createSearch({ db, env, log });
  const worker = env.worker === "inside" ? await startWorker({ databaseUrl: located.url, db, search, log }) : undefined;
  const migrationsComplete = async () => (await migrationCounts(located.url)).applied === known;
  const production = env.mode === "production";
  const server = await startServer({
    ...site,
    ...{ env, db, search, log, migrationsComplete },
    databaseUrl: located.url,
    drainNotice: production ? DRAIN_NOTICE_MS : 0,
  });
  console.log(`Waypost is ready: ${server.url}`);
  if (up && env.demo) console.log(introduceDemo(server.url));

  async function stop(signal: string) {
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
    await Promise.all([server.stop(), worker?.stop()]);
    await end();
    await located.stop();
    process.exit(0);
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(signal));
  process.on("unhandledRejection", (error) => log.error(describe(error), "unhandled rejection"));
}
