/** The writing of undoing: what `import_changes` kept goes back to where it was, some hundred listings a statement. */
import { randomUUID } from "node:crypto";
import { inArray, sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { events } from "#db/schema/events.ts";
import { importChanges, importedRows } from "#db/schema/imports.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import type { EventName } from "../events/event-names.ts";
import { EMPTY_CONTENT } from "../opportunities/empty-content.ts";
import { bulkInsert, columnsFrom } from "./bulk-insert.server.ts";

export interface Undoing {
  tx: Database;
  now: Date;
  importId: string;
  districtId: string;
  userId: string;
}
interface Written {
  listingId: string;
  opportunityId: string;
}

/** What the import changed is again what it was before; versions only grow. */
export async function returnListings(undoing: Undoing, rows: readonly Written[]) {
  if (!rows.length) return;
  const { tx, now, importId } = undoing;
  const ids = rows.map(({ listingId }) => listingId);
  await tx.execute(sql`update listings l set ${LISTING_BEFORE}, version = l.version + 1, updated_at = ${now.toISOString()}
    from import_changes c, jsonb_populate_record(null::listings, c.before -> 'listing') old
    where c.import_id = ${importId} and c.listing_id = l.id and l.id in ${ids}`);
  await returnTexts(undoing, ids);
  // An earlier import of the same listing can be undone after this one: for it, nothing has happened since.
  await tx.execute(sql`update import_changes e set version_after = l.version from import_changes c, listings l
    where c.import_id = ${importId} and c.listing_id = l.id and l.id in ${ids} and e.listing_id = l.id
      and e.import_id <> c.import_id and e.version_after = (c.before -> 'listing' ->> 'version')::int`);
  await record(undoing, rows, "returned");
}

/** What the import made leaves the list, and its file can be imported anew. */
export async function takeAway(
  undoing: Undoing,
  { closed, removed }: { closed: readonly Written[]; removed: readonly Written[] },
) {
  const { tx, now } = undoing;
  const ids = [...closed, ...removed].map(({ listingId }) => listingId);
  if (!ids.length) return;
  await returnTexts(undoing, ids);
  await tx.delete(importedRows).where(inArray(importedRows.listingId, ids));
  if (closed.length)
    await tx
      .update(listings)
      .set({
        state: "closed",
        closedAt: now,
        closedReason: "withdrawn",
        version: sql`${listings.version} + 1`,
        updatedAt: now,
      })
      .where(
        inArray(
          listings.id,
          closed.map(({ listingId }) => listingId),
        ),
      );
  await record(undoing, closed, "closed");
  if (removed.length) await remove(tx, removed);
  await record(undoing, removed, "removed");
}

async function remove(tx: Database, rows: readonly Written[]) {
  const ids = rows.map(({ listingId }) => listingId);
  const texts = rows.map(({ opportunityId }) => opportunityId);
  await tx.delete(importChanges).where(inArray(importChanges.listingId, ids));
  await tx.delete(listings).where(inArray(listings.id, ids));
  // The text may stand on another list, or have been there before the import.
  const unlisted = sql`not exists (select 1 from listings where opportunity_id = o.id)`;
  await tx.execute(sql`delete from opportunity_revisions r using opportunities o
    where o.id = r.opportunity_id and o.id in ${texts} and ${unlisted}`);
  await tx.execute(sql`delete from opportunities o where o.id in ${texts} and ${unlisted}`);
}

/** Texts of listings that were there before, and what the next import compares with. */
async function returnTexts({ tx, importId }: Undoing, ids: readonly string[]) {
  await tx.execute(sql`update opportunities o set ${TEXT_BEFORE}, version = o.version + 1
    from import_changes c, listings l, jsonb_populate_record(null::opportunities, c.before -> 'opportunity') old
    where c.import_id = ${importId} and c.listing_id = l.id and o.id = l.opportunity_id
      and c.before is not null and l.id in ${ids}`);
  await tx.execute(sql`update imported_rows r set ${ROW_BEFORE}
    from import_changes c, jsonb_populate_record(null::imported_rows, c.before -> 'row') old
    where c.import_id = ${importId} and c.listing_id = r.listing_id and r.source = old.source
      and r.external_id = old.external_id and c.before is not null and c.listing_id in ${ids}`);
}

/**
 * Partners this import brought, of the very moment it ended at, that nobody has done anything with and that offer
 * nothing any more. Answers how many.
 */
export async function removeOrganizations({ tx, districtId }: Undoing, importedAt: Date): Promise<number> {
  const at = importedAt.toISOString();
  const unknown = (table: string, column = "organization_id") =>
    sql`not exists (select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = o.id)`;
  const unused = (table: string) =>
    sql`not exists (select 1 from ${sql.identifier(table)} where partnership_id = p.id)`;
  const conditions: SQL[] = [
    sql`p.district_id = ${districtId} and p.vetted_at = ${at} and p.status = 'approved' and p.in_force_until is null`,
    sql`o.created_at = ${at} and o.version = 1`,
    ...["opportunities", "memberships", "membership_requests", "invitations", "organization_sites"].map((table) =>
      unknown(table),
    ),
    ...[unknown("organization_merges", "from_id"), unknown("organization_merges", "into_id")],
    ...["partnership_documents", "partnership_notes", "vetting_marks"].map(unused),
    sql`not exists (select 1 from partnerships other where other.organization_id = o.id and other.id <> p.id)`,
  ];
  const found = await tx.execute<{ id: string }>(
    sql`select o.id from organizations o join partnerships p on p.organization_id = o.id
      where ${sql.join(conditions, sql` and `)} for update of o, p`,
  );
  const ids = found.map(({ id }) => id);
  if (!ids.length) return 0;
  await tx.execute(sql`delete from partnerships where organization_id in ${ids}`);
  await tx.execute(sql`delete from organizations where id in ${ids}`);
  return ids.length;
}

const record = ({ tx, now, importId, districtId, userId }: Undoing, rows: readonly Written[], became: string) =>
  bulkInsert(
    tx,
    events,
    rows.map(({ listingId }) => ({
      id: randomUUID(),
      name: "listing.import_undone" satisfies EventName,
      subjectId: listingId,
      districtId,
      actorId: userId,
      detail: { importId, became },
      at: now,
    })),
  );

const LISTING_BEFORE = columnsFrom("old", listings, [
  "state",
  "submittedRevisionId",
  "publishedRevisionId",
  "submittedAt",
  "publishedAt",
  "closesOn",
]);
/** With the time of its last save: the next import asks by it whether a person has edited the text. */
const TEXT_BEFORE = columnsFrom("old", opportunities, [...Object.keys(EMPTY_CONTENT), "updatedAt"]);
const ROW_BEFORE = columnsFrom("old", importedRows, ["listingId", "fingerprint", "importedAt"]);
