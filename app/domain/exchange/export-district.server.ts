/**
 * Everything a district can take with it, read in one moment: what is published, decided or written while the archive
 * is made is in it whole or not at all. That it was taken is an event, and the archive holds that event.
 */
import { eq, getTableColumns, sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";
import { opportunities, type OpportunityContent } from "#db/schema/opportunities.ts";
import type { Admin, Context } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Manifest, Row } from "./archive.ts";
import { ARCHIVE_TABLES, keyOf, nameOf, peopleIn, type ArchiveTable } from "./archive-tables.server.ts";

/** Who writes the archive down; each call is over before more is read. */
export interface ArchiveWriter {
  /** Called for every table, and with each part of its rows. */
  rows: (table: string, columns: readonly string[], rows: readonly Row[], isLast: boolean) => Promise<void>;
  file: (id: string, bytes: Uint8Array) => Promise<void>;
}

const AT_ONCE = 500;

export async function noteExport(ctx: Context<Admin>): Promise<Manifest["district"]> {
  const { districtId } = ctx.actor;
  await recordEvent(ctx, "district.exported", { id: districtId });
  const [district] = await ctx.db.select().from(districts).where(eq(districts.id, districtId));
  if (!district) throw new Error(`no district ${districtId}`);
  return { id: district.id, slug: district.slug, name: district.name };
}

export function exportDistrict(ctx: Context<Admin>, writer: ArchiveWriter): Promise<void> {
  const { districtId } = ctx.actor;
  return ctx.db.transaction(
    async (tx) => {
      let people = new Set<unknown>();
      for (const each of ARCHIVE_TABLES) {
        const name = nameOf(each);
        const columns = columnsOf(each);
        let waiting: Row[] = [];
        for await (const rows of read(tx, each, districtId)) {
          if (name === "users") people = new Set([...people, ...rows.map(({ id }) => id)]);
          await writer.rows(name, columns, waiting, false);
          waiting = rows.map((row) => withoutStrangers(each, row, people));
        }
        await writer.rows(name, columns, waiting, true);
      }
      for (const table of ["pictures", "private_files"]) await writeFiles(tx, table, districtId, writer);
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

export const columnsOf = ({ table, without = [] }: ArchiveTable): string[] =>
  Object.values(getTableColumns(table))
    .map(({ name }) => name)
    .filter((name) => !without.includes(name));

async function* read(tx: Database, each: ArchiveTable, districtId: string): AsyncGenerator<Row[]> {
  const key = sql.join(
    keyOf(each).map((column) => sql`t.${sql.identifier(column)}`),
    sql`, `,
  );
  const without = sql.raw((each.without ?? []).map((column) => ` - '${column}'`).join(""));
  const isText = each.table === opportunities;
  const content = isText ? sentText(districtId) : sql`null`;
  await tx.execute(sql`declare archive no scroll cursor for
    select to_jsonb(t)${without} as row, ${content} as sent from ${each.table} t where ${each.which(districtId)} order by ${key}`);
  for (;;) {
    const found = await tx.execute<{ row: Row; sent: Sent | null }>(sql.raw(`fetch ${AT_ONCE} from archive`));
    if (found.length) yield found.map(({ row, sent }) => (sent ? { ...row, ...asColumns(sent) } : row));
    if (found.length < AT_ONCE) break;
  }
  await tx.execute(sql`close archive`);
}

interface Sent {
  content: OpportunityContent;
  version: number;
}

/** The text this district was sent last: what its partner is still writing is not the district's. */
const sentText = (districtId: string): SQL => sql`(
  select jsonb_build_object('content', r.content, 'version', r.version)
  from listings l join opportunity_revisions r on r.id = coalesce(l.submitted_revision_id, l.published_revision_id)
  where l.opportunity_id = t.id and l.district_id = ${districtId} and l.state <> 'draft'
  order by r.version desc limit 1)`;

function asColumns({ content, version }: Sent): Row {
  const columns: Record<string, { name: string }> = getTableColumns(opportunities);
  const known = Object.entries(content).flatMap(([key, value]) => {
    const column = columns[key];
    return column ? [[column.name, value] as const] : [];
  });
  return { ...Object.fromEntries(known), version };
}

/** Of people who are not in the archive, not even their id. */
function withoutStrangers(each: ArchiveTable, row: Row, people: ReadonlySet<unknown>): Row {
  const strangers = peopleIn(each).filter((column) => typeof row[column] === "string" && !people.has(row[column]));
  return { ...row, ...Object.fromEntries(strangers.map((column) => [column, null])) };
}

async function writeFiles(tx: Database, name: string, districtId: string, writer: ArchiveWriter) {
  const each = ARCHIVE_TABLES.find((one) => nameOf(one) === name)!;
  const ids = await tx.execute<{ id: string }>(
    sql`select t.id from ${each.table} t where ${each.which(districtId)} order by t.id`,
  );
  for (const { id } of ids) {
    const [file] = await tx.execute<{ bytes: Buffer }>(sql`select bytes from ${each.table} where id = ${id}`);
    if (file) await writer.file(id, file.bytes);
  }
}
