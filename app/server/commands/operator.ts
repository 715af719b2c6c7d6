import { z } from "zod";
import { nameOperator } from "#app/domain/people/operators.server.ts";
import { env } from "#app/env.server.ts";
import { connect } from "#db/client.server.ts";
import { locateDatabase } from "#db/locate.server.ts";

/** `npm run operator -- EMAIL NAME`: who runs the platform, and so can let everyone else in. Exit 1 on a wrong address. */
const asked = z.tuple([z.email().max(254), z.string().trim().min(1).max(120)]).safeParse(process.argv.slice(2));
if (!asked.success) {
  console.error('Say whom: npm run operator -- name@example.org "Their Name"');
  process.exit(1);
}
const [email, name] = asked.data;
const located = await locateDatabase(env().databaseUrl, env().dataDir);
const { db, end } = connect(located.url);
try {
  await nameOperator({ db, now: new Date(), actor: { kind: "system", userId: null } }, { email, name });
  console.log(`${name} runs the platform. They sign in with a link sent to ${email}, and must add a second factor.`);
} finally {
  await end();
  await located.stop();
}
