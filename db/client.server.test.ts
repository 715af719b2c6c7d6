import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";

const database = useTestDatabase();

/** What the connection of a transaction has prepared of statements with this mark. */
const prepared = (db: { execute: typeof database.db.execute }, mark: string) =>
  db.execute<{ statement: string }>(
    sql`select statement from pg_prepared_statements where statement like ${`%${mark}%`} and statement not like '%pg_prepared%'`,
  );

test("a statement is parsed once a connection, inside transactions and savepoints too", async () => {
  await database.db.transaction(async (tx) => {
    for (const n of [1, 2]) await tx.execute(sql`select ${n}::int as in_transaction`);
    await tx.transaction(async (inner) => {
      for (const n of [1, 2]) await inner.execute(sql`select ${n}::int as in_savepoint`);
    });
    expect(await prepared(tx, "in_transaction")).toHaveLength(1);
    expect(await prepared(tx, "in_savepoint")).toHaveLength(1);
  });
});

test("a connection keeps only so many", async () => {
  await database.db.transaction(async (tx) => {
    for (let n = 0; n < 500; n++) await tx.execute(sql`select ${n}::int as ${sql.identifier(`of_every_length_${n}`)}`);
    expect((await prepared(tx, "of_every_length")).length).toBeLessThanOrEqual(400);
  });
});
