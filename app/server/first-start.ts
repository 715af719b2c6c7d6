import { count } from "drizzle-orm";
import { connect } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { loadReference } from "#db/reference/load.server.ts";
import { districts } from "#db/schema/districts.ts";
import { DEMO_PASSWORD } from "#db/seed/cast.ts";
import { demoPeople } from "#db/seed/demo-people.ts";
import { plantDemo } from "./plant-demo.ts";

/** Migrates, and fills an empty database with the demo: a second start finds a district and keeps what is there. */
export async function prepareDatabase(url: string): Promise<void> {
  console.log("› Migrating the database");
  await migrate(url);
  const { db, end } = connect(url, { statementTimeoutMs: 0 });
  try {
    await loadReference(db);
    const [row] = await db.select({ districts: count() }).from(districts);
    if (row?.districts) return;
    console.log("› Seeding two demo districts and their listings");
    await plantDemo(db, new Date());
  } finally {
    await end();
  }
}

/** How to sign in as whom, for the person at the terminal. */
export function introduceDemo(address: string): string {
  const rows = demoPeople().map(
    ({ name, role, email, tryThis }) => `  ${email.padEnd(32)} ${name}, ${role}: ${tryThis}`,
  );
  return [`Sign in at ${address}/sign-in with the password ${DEMO_PASSWORD} as`, ...rows].join("\n");
}
