import { env } from "#app/env.server.ts";
import { connect } from "#db/client.server.ts";
import { locateDatabase } from "#db/locate.server.ts";
import { plantDemo } from "../plant-demo.ts";

/** `npm run db:seed`: plants the demo; what is there already stays. */
const located = await locateDatabase(env().databaseUrl, env().dataDir);
const { db, end } = connect(located.url, { statementTimeoutMs: 0 });
try {
  await plantDemo(db, new Date());
  console.log("The demo's districts, people and listings are planted.");
} finally {
  await end();
  await located.stop();
}
