import { env } from "#app/env.server.ts";
import { locateDatabase } from "#db/locate.server.ts";
import { connect } from "#db/client.server.ts";
import { migrate, migrationCounts } from "#db/migrate.server.ts";
import { loadReference } from "#db/reference/load.server.ts";

/** `npm run db:migrate`: applies what is missing and brings the reference data up to date. */
const located = await locateDatabase(env().databaseUrl, env().dataDir);
try {
  await migrate(located.url);
  const { db, end } = connect(located.url, { statementTimeoutMs: 0 });
  await loadReference(db);
  await end();
  const { applied } = await migrationCounts(located.url);
  console.log(`The database has all ${applied} migrations and the reference data.`);
} finally {
  await located.stop();
}
