/**
 * A district comes back from its archive, whole or not at all, into an instance that does not know it. People come back
 * as accounts without a way in: they ask for a link by mail. Who has an account here already, by their address, is
 * that person.
 */
import { and, eq, getTableColumns, inArray, or, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";
import { users } from "#db/schema/people.ts";
import { enqueueMarking, enqueueRebuild } from "#app/jobs/enqueue.server.ts";
import { done, refused, type Context, type Outcome, type System } from "../context.ts";
import { districtAddress } from "../districts/reserved-addresses.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { ARCHIVE_VERSION, type ArchiveProblem, type Manifest, type Row } from "./archive.ts";
import {
  ARCHIVE_TABLES,
  namesItself,
  nameOf,
  peopleIn,
  referencesOf,
  type ArchiveTable,
} from "./archive-tables.server.ts";
import { columnsOf } from "./export-district.server.ts";

/** An archive whose files are as its manifest says. */
export interface Archive {
  manifest: Manifest;
  rowsOf: (table: string) => unknown;
  bytesOf: (fileId: string) => Uint8Array;
}

export type Restored = { districtId: string; slug: string; rows: number };
const AT_ONCE = 500;

class Unfit extends Error {
  constructor(readonly problem: ArchiveProblem) {
    super(problem);
  }
}

export async function restoreDistrict(
  ctx: Context<System>,
  archive: Archive,
): Promise<Outcome<Restored, ArchiveProblem>> {
  const { district, version } = archive.manifest;
  if (version !== ARCHIVE_VERSION) return refused("other_version");
  // It may be an older site's, which had not all the addresses this one has.
  if (districtAddress.safeParse(district.slug).data !== district.slug) return refused("address_reserved");
  try {
    const rows = await ctx.db.transaction(async (tx) => {
      const same = or(eq(districts.id, district.id), eq(districts.slug, district.slug));
      if ((await tx.$count(districts, same)) > 0) throw new Unfit("district_exists");
      const written = await writeTables(tx, archive);
      const named = and(eq(districts.id, district.id), eq(districts.slug, district.slug));
      if ((await tx.$count(districts, named)) !== 1) throw new Unfit("damaged");
      await recordEvent({ ...ctx, db: tx }, "district.restored", { id: district.id, districtId: district.id });
      await enqueueRebuild(tx);
      await enqueueMarking(tx);
      return written;
    });
    return done({ districtId: district.id, slug: district.slug, rows });
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return refused(problem);
  }
}

async function writeTables(tx: Database, archive: Archive): Promise<number> {
  const { id } = archive.manifest.district;
  let known = new Map<unknown, string>();
  const brought = new Map<string, ReadonlySet<unknown>>();
  let written = 0;
  for (const each of ARCHIVE_TABLES) {
    const name = nameOf(each);
    let rows = soundRows(each, archive.rowsOf(name), id);
    brought.set(name, new Set(rows.map((row) => row.id)));
    refuseStrangers(each, rows, brought);
    if (name === "users") {
      known = await accountsOf(tx, rows);
      rows = rows.filter((row) => !known.has(row.id));
    }
    rows = rows.map((row) => withAccounts(each, row, known));
    if (each.without?.includes("bytes"))
      // One at a time: a file is large.
      for (const row of rows) await insert(tx, each.table, [withBytes(row, archive.bytesOf(String(row.id)))]);
    else if (namesItself(each)) await insert(tx, each.table, rows);
    else for (let at = 0; at < rows.length; at += AT_ONCE) await insert(tx, each.table, rows.slice(at, at + AT_ONCE));
    written += rows.length;
  }
  return written;
}

/** Rows of the columns an archive has, in words we know, all of the one district. */
function soundRows(each: ArchiveTable, found: unknown, districtId: string): Row[] {
  const columns = new Set(columnsOf(each));
  const lists = Object.values(getTableColumns(each.table)).filter(({ enumValues }) => enumValues?.length);
  if (!Array.isArray(found)) throw new Unfit("damaged");
  for (const row of found as unknown[]) {
    if (typeof row !== "object" || row === null || Array.isArray(row)) throw new Unfit("damaged");
    if (Object.keys(row).some((column) => !columns.has(column))) throw new Unfit("damaged");
    // A picture said to be a page would be served as one: not every list of words is checked by the database too.
    if (lists.some(({ name, enumValues }) => !isOneOf(enumValues, (row as Row)[name]))) throw new Unfit("damaged");
    const { district_id: of, id } = row as Row;
    const owner = nameOf(each) === "districts" ? id : columns.has("district_id") ? of : districtId;
    if (owner !== districtId) throw new Unfit("damaged");
  }
  return found as Row[];
}

const isOneOf = (words: readonly string[] | undefined, value: unknown) =>
  typeof value !== "string" || words?.includes(value) === true;

/** What is here already is no archive's to give away or to add to: its rows name rows it brings, and no others. */
function refuseStrangers(each: ArchiveTable, rows: readonly Row[], brought: ReadonlyMap<string, ReadonlySet<unknown>>) {
  for (const { column, table } of referencesOf(each)) {
    const theirs = brought.get(table);
    if (rows.some(({ [column]: id }) => id != null && !theirs?.has(id))) throw new Unfit("damaged");
  }
}

/** Accounts that are here already, by the id they have in the archive. */
async function accountsOf(tx: Database, rows: readonly Row[]): Promise<Map<unknown, string>> {
  const byAddress = new Map(rows.map(({ id, email }) => [String(email).toLowerCase(), id]));
  if (!byAddress.size) return new Map();
  const found = await tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(inArray(sql`lower(${users.email})`, [...byAddress.keys()]));
  return new Map(found.map(({ id, email }) => [byAddress.get(email.toLowerCase()), id]));
}

function withAccounts(each: ArchiveTable, row: Row, known: ReadonlyMap<unknown, string>): Row {
  const columns = nameOf(each) === "events" ? ["actor_id", "subject_id"] : peopleIn(each);
  const here = columns.filter((column) => known.has(row[column]));
  return { ...row, ...Object.fromEntries(here.map((column) => [column, known.get(row[column])])) };
}

const withBytes = (row: Row, bytes: Uint8Array): Row => ({ ...row, bytes: `\\x${Buffer.from(bytes).toString("hex")}` });

async function insert(tx: Database, table: PgTable, rows: readonly Row[]) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (!columns.length) return;
  const list = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  await tx.execute(
    sql`insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, ${JSON.stringify(rows)}::json)`,
  );
}

/** What Postgres says of rows that do not fit: they are there already, or are no rows of ours. */
function problemOf(error: unknown): ArchiveProblem | null {
  if (error instanceof Unfit) return error.problem;
  const { code = "", cause } = error as { code?: string; cause?: unknown };
  if (code === "23505") return "conflicts";
  if (/^2[23]/.test(code)) return "damaged";
  return cause ? problemOf(cause) : null;
}
