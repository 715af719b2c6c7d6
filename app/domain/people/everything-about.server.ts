/**
 * Everything we hold about one person, by table. `ABOUT` (`rows-about.server.ts`) names each column that may name somebody, by id or by address;
 * a test walks the schema and fails for one that is missing. Rows that are a person's own are shown whole, but for what
 * opens a door; of rows about something else that name who acted, only that they did and when.
 */
import { eq, getTableColumns, getTableName, or, sql, type AnyColumn } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { users } from "#db/schema/people.ts";
import type { Context, Person } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { ABOUT, type Section } from "./rows-about.server.ts";

export interface AboutTable {
  table: string;
  rows: Record<string, unknown>[];
}

/** Tables without a row about the person are left out. */
export async function everythingAbout(ctx: Context<Person>): Promise<AboutTable[]> {
  const { userId } = ctx.actor;
  const [user] = await ctx.db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (!user) return [];
  const found: AboutTable[] = [];
  for (const section of ABOUT) {
    const rows = await rowsOf(ctx, section, userId, user.email);
    if (rows.length > 0) found.push({ table: getTableName(section.table), rows });
  }
  return found;
}

/** The same as a file that leaves the site, which is logged. */
export function exportEverything(ctx: Context<Person>): Promise<AboutTable[]> {
  return ctx.db.transaction(async (tx) => {
    await recordEvent({ ...ctx, db: tx }, "person.exported", { id: ctx.actor.userId });
    return everythingAbout({ ...ctx, db: tx });
  });
}

function rowsOf({ db }: Context, { table, by = [], byAddress, show, hide = [] }: Section, id: string, email: string) {
  const all = Object.entries(getTableColumns(table)) as [string, AnyColumn][];
  const shown = all.filter(([, column]) =>
    show ? show.includes(column as PgColumn) : !hide.includes(column as PgColumn),
  );
  const mine = [
    ...by.map((column) => eq(column, id)),
    ...(byAddress ? [eq(sql`lower(${byAddress})`, email.toLowerCase())] : []),
  ];
  return db
    .select(Object.fromEntries(shown) as Record<string, PgColumn>)
    .from(table)
    .where(or(...mine)) as Promise<Record<string, unknown>[]>;
}
