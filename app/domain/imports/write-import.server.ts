import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { events } from "#db/schema/events.ts";
import { importChanges, importedRows } from "#db/schema/imports.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions, type OpportunityContent } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import type { EventName } from "../events/event-names.ts";
import { suggestSubClusters } from "../interests/suggest-sub-clusters.ts";
import { lastDayOf } from "../listings/last-day.ts";
import type { ListingState } from "../listings/lifecycle.ts";
import { listingSlug } from "../listings/slug.ts";
import { bulkInsert, fromNewRow } from "./bulk-insert.server.ts";
import type { Draft } from "./draft.ts";
import { EMPTY_CONTENT } from "../opportunities/empty-content.ts";
import { guessSector } from "./organization-names.ts";
import type { Plan, PlannedRow } from "./plan-import.server.ts";
import type { ImportOptions } from "./report.ts";

export interface Writing {
  tx: Database;
  now: Date;
  importId: string;
  districtId: string;
  /** The coordinator who vouches; null from the command line. */
  requestedBy: string | null;
  options: ImportOptions;
  /** Organizations by the key of their name. */
  organizationIds: Map<string, string>;
}

/** Rows a statement: enough to hide the round trip, few enough to tell the progress and let others have their turn. */
export const BATCH = 500;

/** Imports of one district are run and undone one after the other. */
export const lockImports = (tx: Database, districtId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import:${districtId}`}, 0))`);

/** The organizations of the plan that are no partners yet. A district that lends its own list vouches for them. */
export async function writeOrganizations(writing: Writing, plan: Plan) {
  const { tx, now, districtId, requestedBy, options, organizationIds } = writing;
  const fresh = plan.rows.flatMap(({ organizationKey, draft }) => {
    if (organizationIds.has(organizationKey)) return [];
    const id = randomUUID();
    organizationIds.set(organizationKey, id);
    return [{ id, name: draft.organization, sector: guessSector(draft.organization), createdAt: now }];
  });
  for (const batch of inBatches(fresh)) {
    await bulkInsert(tx, organizations, batch);
    await bulkInsert(
      tx,
      partnerships,
      batch.map(({ id }) => ({
        id: randomUUID(),
        organizationId: id,
        districtId,
        status: "approved" as const,
        vettedBy: requestedBy,
        vettedAt: now,
        note: options.source,
        createdAt: now,
      })),
    );
  }
}

/** One batch of rows, new and changed alike; answers the listings it wrote. */
export async function writeRows(writing: Writing, rows: PlannedRow[]): Promise<string[]> {
  const { tx, now, districtId, importId, options } = writing;
  const before = await readBefore(writing, rows);
  const written = rows.map((row) => writtenRow(writing, row));
  const texts = written.map(({ opportunity }) => opportunity);
  await bulkInsert(tx, opportunities, texts, sql`(id) do update set ${CONTENT_FROM_FILE}`);
  await bulkInsert(
    tx,
    opportunityRevisions,
    written.map(({ revision }) => revision),
  );
  await bulkInsert(
    tx,
    listings,
    written.map(({ listing }) => listing),
    sql`(id) do update set ${LISTING_FROM_FILE}`,
  );
  await bulkInsert(
    tx,
    importedRows,
    written.map(({ listing, opportunity, row }) => ({
      districtId,
      source: options.source,
      externalId: row.draft.externalId,
      opportunityId: opportunity.id,
      listingId: listing.id,
      fingerprint: row.fingerprint,
      importedAt: now,
    })),
    sql`(district_id, source, external_id) do update set ${fromNewRow(importedRows, ["listingId", "fingerprint", "importedAt"])}`,
  );
  await bulkInsert(
    tx,
    importChanges,
    written.map(({ listing, row }) => ({ importId, listingId: listing.id, ...changeOf(listing.id, row, before) })),
  );
  await bulkInsert(
    tx,
    events,
    written.map(({ listing, row }) => ({
      id: randomUUID(),
      name: "listing.imported" satisfies EventName,
      subjectId: listing.id,
      districtId,
      actorId: writing.requestedBy,
      detail: { importId, row: row.draft.row, state: listing.state },
      at: now,
    })),
  );
  return written.map(({ listing }) => listing.id);
}

export function* inBatches<T>(rows: readonly T[]) {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
}

interface Before extends Record<string, unknown> {
  listing: { version: number } | null;
}

/** How everything these rows change stands now, as Postgres writes it, by the listing: what undoing needs. */
async function readBefore({ tx, districtId, options: { source } }: Writing, rows: PlannedRow[]) {
  const known = rows.flatMap((row) => row.known?.listingId ?? []);
  if (!known.length) return new Map<string, Before>();
  const found = await tx.execute<{ id: string; before: Before }>(
    sql`select l.id, jsonb_build_object('listing', l, 'opportunity', o, 'row', r) as before
      from imported_rows r join listings l on l.id = r.listing_id join opportunities o on o.id = r.opportunity_id
      where r.district_id = ${districtId} and r.source = ${source} and l.id in ${known} for update of l, o`,
  );
  return new Map(found.map(({ id, before }) => [id, before]));
}

/** A listing that takes the place of an expired one is new, its text is not. */
function changeOf(listingId: string, { known }: PlannedRow, earlier: Map<string, Before>) {
  const before = known && earlier.get(known.listingId);
  if (!before) return { before: null, versionAfter: 1 };
  const { listing } = before;
  return listing && known.listingId === listingId
    ? { before, versionAfter: listing.version + 1 }
    : { before: { ...before, listing: null }, versionAfter: 1 };
}

function writtenRow(writing: Writing, row: PlannedRow) {
  const { now, organizationIds } = writing;
  const { known, draft } = row;
  const organizationId = organizationIds.get(row.organizationKey);
  if (!organizationId) throw new Error(`no organization for row ${draft.row}`);
  const content = withSubClusters(draft, known?.chosenSubClusters ?? null);
  const opportunityId = known?.opportunityId ?? randomUUID();
  const version = (known?.opportunityVersion ?? 0) + 1;
  const revision = { id: randomUUID(), opportunityId, version, content, createdAt: now };
  return {
    row,
    opportunity: { ...content, id: opportunityId, organizationId, version, createdAt: now, updatedAt: now },
    revision,
    listing: writtenListing(writing, row, { opportunityId, revisionId: revision.id }),
  };
}

/** The columns an insert from JSON would leave null instead of at their default. */
const UNSAID = { labels: [], pathwayIds: [], schoolIds: [], version: 1 };

/**
 * A row of a list that was imported before keeps its listing and its place: on the list when it was on it, where a
 * review then sees a change to decide on. One that had expired starts anew.
 */
function writtenListing(
  { now, districtId, options: { mode } }: Writing,
  { draft, known }: PlannedRow,
  { opportunityId, revisionId }: { opportunityId: string; revisionId: string },
) {
  const kept = known && known.state !== "expired" ? known : null;
  const id = kept?.listingId ?? randomUUID();
  const state: ListingState = mode === "publish" || kept?.state === "published" ? "published" : "submitted";
  const isShown = mode === "publish";
  return {
    id,
    opportunityId,
    districtId,
    state,
    slug: listingSlug(draft.content.title, id),
    submittedRevisionId: revisionId,
    publishedRevisionId: isShown ? revisionId : null,
    submittedAt: now,
    publishedAt: isShown ? now : null,
    closesOn: lastDayOf(draft.content),
    createdAt: now,
    updatedAt: now,
    ...UNSAID,
  };
}

function withSubClusters({ content, category, organization }: Draft, chosen: string[] | null): OpportunityContent {
  if (chosen) return { ...content, subClusters: chosen, subClustersSuggested: false };
  const { title, summary, description, tasks, skills } = content;
  const body = [description, tasks, category, ...skills].filter(Boolean).join("\n");
  const codes = suggestSubClusters({ title, summary, body, organization }).map(({ code }) => code);
  return { ...content, subClusters: codes, subClustersSuggested: true };
}

const CONTENT_FROM_FILE = fromNewRow(opportunities, [...Object.keys(EMPTY_CONTENT), "version", "updatedAt"]);

/** A text that waits for review leaves the published one, and the day it closes, alone. */
const LISTING_FROM_FILE = sql.join(
  [
    fromNewRow(listings, ["state", "submittedRevisionId", "submittedAt", "updatedAt"]),
    sql`version = listings.version + 1`,
    sql`published_revision_id = coalesce(excluded.published_revision_id, listings.published_revision_id)`,
    sql`published_at = coalesce(listings.published_at, excluded.published_at)`,
    sql`closes_on = case when excluded.published_revision_id is null and listings.published_revision_id is not null
      then listings.closes_on else excluded.closes_on end`,
  ],
  sql`, `,
);
