import { getTableName, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { users } from "#db/schema/people.ts";
import { people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPerson } from "#tests/support/givens.ts";
import { everythingAbout, exportEverything } from "./everything-about.server.ts";
import { ABOUT } from "./rows-about.server.ts";

const database = useTestDatabase();

const covered = new Set(
  ABOUT.flatMap(({ table, by = [], byAddress }) =>
    [...by, ...(byAddress ? [byAddress] : [])].map((column) => `${getTableName(table)}.${column.name}`),
  ),
);

/** Columns that look like they name a person, and do not. */
const NOBODYS = new Set([
  // Said in public by a district and by organizations, about themselves.
  "districts.contact_email",
  "opportunities.contact_email",
]);

it("knows every column that refers to a person (P5)", async () => {
  const references = await database.db.execute<{ name: string }>(sql`
    select c.conrelid::regclass::text || '.' || a.attname as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.confrelid = 'users'::regclass`);
  const byName = await database.db.execute<{ name: string }>(sql`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and (
      column_name ~ '(^|_)e?mail(_address)?$' or column_name = 'address'
      or (data_type = 'uuid' and column_name ~ '(_by|^user_id|^actor_id|^author_id|^reviewer_id|^student_id|^parent_id)$'))`);
  const names = [...new Set([...references, ...byName].map(({ name }) => name))];
  expect(names.length).toBeGreaterThan(25);
  expect(names.filter((name) => !covered.has(name) && !NOBODYS.has(name))).toEqual([]);
});

it("shows what is one's own whole, and no secret and no other person", async () => {
  const text = JSON.stringify(await everythingAbout(asPerson(database.db, people.leo.id)));
  expect(text).toContain(people.leo.email);
  for (const other of [people.rosa, people.ana, people.dana]) {
    expect(text).not.toContain(other.email);
    expect(text).not.toContain(other.name);
  }
  expect(text).not.toContain("argon2id");
});

it("logs that it left as a file, not that it was looked at", async () => {
  const ctx = asPerson(database.db, people.hal.id);
  await everythingAbout(ctx);
  const exported = () => database.db.$count(events, sql`${events.name} = 'person.exported'`);
  expect(await exported()).toBe(0);
  const tables = await exportEverything(ctx);
  expect(await exported()).toBe(1);
  expect(tables.map(({ table }) => table)).toEqual(
    expect.arrayContaining([getTableName(users), "memberships", "events"]),
  );
});
