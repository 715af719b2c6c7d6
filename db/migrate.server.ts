import fs from "node:fs/promises";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { runMigrations as prepareJobQueue } from "graphile-worker";
import postgres from "postgres";

/** Below the project's root, where every command of the project is run. */
const FOLDER = path.resolve("db/migrations");
/** Any number that no one else locks: "waypost" on a phone's keys. */
const LOCK = 9297678;

/** Applies what is missing, the job queue's own tables too. Two processes at once do it once: the later one waits. */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: FOLDER });
    await prepareJobQueue({ connectionString: url, logger: undefined });
  } finally {
    await sql.end({ timeout: 5 });
  }
  const { applied, known } = await migrationCounts(url);
  // drizzle passes over a migration that is older than the newest applied one without a word.
  if (applied !== known) throw new Error(`The database has ${applied} migrations, the journal ${known}.`);
}

/** How many migrations the database has had, and how many this version of the code knows. */
export async function migrationCounts(url: string): Promise<{ applied: number; known: number }> {
  const journal = JSON.parse(await fs.readFile(path.join(FOLDER, "meta/_journal.json"), "utf8")) as {
    entries: unknown[];
  };
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
    const [row] = table?.name ? await sql`select count(*)::int as applied from drizzle.__drizzle_migrations` : [];
    return { applied: (row?.applied as number | undefined) ?? 0, known: journal.entries.length };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
