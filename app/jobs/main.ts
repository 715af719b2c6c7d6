/** `npm run worker`: the jobs in a process of their own, beside servers started with WORKER=off. */
import { createKeys } from "#app/auth/keys.server.ts";
import { locateSecret } from "#app/auth/locate-secret.server.ts";
import { env } from "#app/env.server.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import { createLog } from "#app/server/log.ts";
import { connect } from "#db/client.server.ts";
import { locateDatabase } from "#db/locate.server.ts";
import { startWorker } from "./worker.server.ts";

const log = createLog(env().logLevel);
const located = await locateDatabase(env().databaseUrl, env().dataDir);
const { db, end } = connect(located.url, { statementTimeoutMs: 0 });
const searching = connect(located.url, { statementTimeoutMs: 0, byIndex: true, max: 3 });
const worker = await startWorker({
  databaseUrl: located.url,
  db,
  search: createSearch({ db: searching.db, env: env(), log }),
  keys: createKeys(await locateSecret(env().secret, env().dataDir)),
  origin: env().origin ?? `http://localhost:${env().port}`,
  mail: env().mail,
  log,
});
log.info("worker is ready");

async function stop() {
  await worker.stop();
  await Promise.all([end(), searching.end()]);
  await located.stop();
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
