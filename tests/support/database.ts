import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { connect, type Connection } from "#db/client.server.ts";
import type { Database } from "#db/database.ts";

/** A copy of the template for the calling test file: migrated, with reference data and the named cast. */
export function useTestDatabase(): { readonly db: Database; readonly url: string } {
  const name = `test_${randomBytes(6).toString("hex")}`;
  let connection: Connection | undefined;
  let url = "";
  beforeAll(async () => {
    url = withDatabase(inject("databaseUrl"), name);
    await administer((sql) => sql.unsafe(`create database ${name} template waypost`));
    connection = connect(url);
  });
  afterAll(async () => {
    await connection?.end();
    await administer((sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
  });
  return {
    get db() {
      if (!connection) throw new Error("the test database is there from beforeAll on");
      return connection.db;
    },
    get url() {
      return url;
    },
  };
}

async function administer(work: (sql: postgres.Sql) => Promise<unknown>) {
  const sql = postgres(withDatabase(inject("databaseUrl"), "postgres"), { max: 1, onnotice: () => {} });
  try {
    // Two files that copy one template at the same moment refuse each other.
    await sql`select pg_advisory_lock(1)`;
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function withDatabase(url: string, name: string) {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
