import { env } from "#app/env.server.ts";
import { createLog } from "#app/server/log.ts";
import type { Database } from "#db/database.ts";
import { connect } from "#db/client.server.ts";
import { locateDatabase } from "#db/locate.server.ts";
import type { Logger } from "pino";
import { createSearch, type Search } from "#app/search/create-search.server.ts";

/** Gives a command the database and the engines the environment names, and puts them away afterwards. */
export async function withSearch(work: (parts: { db: Database; search: Search; log: Logger }) => Promise<void>) {
  const log = createLog(env().logLevel);
  const located = await locateDatabase(env().databaseUrl, env().dataDir);
  const { db, end } = connect(located.url, { statementTimeoutMs: 0 });
  try {
    await work({ db, search: createSearch({ db, env: env(), log }), log });
  } finally {
    await end();
    await located.stop();
  }
}
