import { createKeys } from "#app/auth/keys.server.ts";
import { locateSecret } from "#app/auth/locate-secret.server.ts";
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
/** A job that is cut off runs again in the next process. */
const WORKER_MS = 2_000;
const LAST_RESORT_MS = 9_500;

/**
 * The whole process: database, search, jobs and server. SIGTERM or SIGINT ends it, the last started first; so does a
 * failure on the way up, which is thrown.
 */
export async function run({ env, up, ...site }: Site): Promise<void> {
  const log = createLog(env.logLevel);
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  const starting = start();
  let ending = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    // A terminal's Ctrl-C and a launcher's signal may both arrive, and either may come before all has started.
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      log.info({ signal }, "stopping");
      setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
      void starting
        .catch(() => {})
        .then(stop)
        .then(() => process.exit(0));
    });
  }
  try {
    await starting;
  } catch (error) {
    await stop();
    throw error;
  }
  process.on("unhandledRejection", (error) => log.error(describe(error), "unhandled rejection"));

  async function start() {
    const located = await locateDatabase(env.databaseUrl, env.dataDir);
    started.push(located.stop);
    if (up) await prepareDatabase(located.url);
    const { applied, known } = await migrationCounts(located.url);
    if (applied !== known)
      throw new Error(`The database has ${applied} of ${known} migrations: npm run db:migrate applies the rest.`);
    const { db, end } = connect(located.url);
    started.push(end);
    const searching = connect(located.url, { byIndex: true });
    started.push(searching.end);
    const search = createSearch({ db: searching.db, env, log });
    const keys = createKeys(await locateSecret(env.secret, env.dataDir));
    if (env.worker === "inside") {
      // Jobs neither take readers' connections nor end after the few seconds a reader would wait.
      const jobs = connect(located.url, { statementTimeoutMs: 0 });
      const jobsSearching = connect(located.url, { statementTimeoutMs: 0, byIndex: true, max: 3 });
      started.push(jobs.end, jobsSearching.end);
      const worker = await startWorker({
        databaseUrl: located.url,
        origin: env.origin ?? `http://localhost:${env.port}`,
        mail: env.mail,
        ...{ db: jobs.db, search: createSearch({ db: jobsSearching.db, env, log }), keys, log },
      });
      started.push(() => within(WORKER_MS, worker.stop()));
    }
    const server = await startServer({
      ...site,
      ...{ env, db, search, keys, log },
      databaseUrl: located.url,
      migrationsComplete: async () => (await migrationCounts(located.url)).applied === known,
      drainNotice: env.mode === "production" ? DRAIN_NOTICE_MS : 0,
    });
    started.push(server.stop);
    console.log(`Waypost is ready: ${server.url}`);
    if (up && env.demo) console.log(introduceDemo(server.url));
  }
}

const within = (milliseconds: number, work: Promise<void>) =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, milliseconds))]);
