import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { events } from "#db/schema/events.ts";
import { importedRows } from "#db/schema/imports.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions, type OpportunityContent } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import type { EventName } from "../events/event-names.ts";
import { suggestSubClusters } from "../interests/suggest-sub-clusters.ts";
import type { ListingState } from "../listings/lifecycle.ts";
import { listingSlug } from "../listings/slug.ts";
import type { Draft } from "./draft.ts";
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

/** Rows a statement: enough to hide the round trip, few enough for Postgres' 65,535 parameters. */
export const BATCH = 500;

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
    await tx.insert(organizations).values(batch);
    await tx.insert(partnerships).values(
      batch.map(({ id }) => ({
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
  const written = rows.map((row) => writtenRow(writing, row));
  await tx
    .insert(opportunities)
    .values(written.map(({ opportunity }) => opportunity))
    .onConflictDoUpdate({ target: opportunities.id, set: CONTENT_FROM_FILE });
  await tx.insert(opportunityRevisions).values(written.map(({ revision }) => revision));
  await tx
    .insert(listings)
    .values(written.map(({ listing }) => listing))
    .onConflictDoUpdate({ target: listings.id, set: LISTING_FROM_FILE });
  await tx
    .insert(importedRows)
    .values(
      written.map(({ listing, opportunity, row }) => ({
        districtId,
        source: options.source,
        externalId: row.draft.externalId,
        opportunityId: opportunity.id,
        listingId: listing.id,
        fingerprint: row.fingerprint,
        importedAt: now,
      })),
    )
    .onConflictDoUpdate({
      target: [importedRows.districtId, importedRows.source, importedRows.externalId],
      set: { listingId: excluded("listing_id"), fingerprint: excluded("fingerprint"), importedAt: now },
    });
  await tx.insert(events).values(
    written.map(({ listing, row }) => ({
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
    closesOn: draft.content.closesOn,
    createdAt: now,
    updatedAt: now,
  };
}

function withSubClusters({ content, category, organization }: Draft, chosen: string[] | null): OpportunityContent {
  if (chosen) return { ...content, subClusters: chosen, subClustersSuggested: false };
  const { title, summary, description, tasks, skills } = content;
  const body = [description, tasks, category, ...skills].filter(Boolean).join("\n");
  const codes = suggestSubClusters({ title, summary, body, organization }).map(({ code }) => code);
  return { ...content, subClusters: codes, subClustersSuggested: true };
}

const excluded = (column: string) => sql.raw(`excluded.${column}`);

const NEVER_CHANGED = new Set(["id", "organizationId", "createdBy", "createdAt"]);
const CONTENT_FROM_FILE = Object.fromEntries(
  Object.entries(opportunities)
    .filter(
      ([key, column]) => !NEVER_CHANGED.has(key) && typeof column === "object" && column !== null && "name" in column,
    )
    .map(([key, column]) => [key, excluded((column as { name: string }).name)]),
);

/** A text that waits for review leaves the published one, and the day it closes, alone. */
const LISTING_FROM_FILE = {
  state: excluded("state"),
  submittedRevisionId: excluded("submitted_revision_id"),
  submittedAt: excluded("submitted_at"),
  publishedRevisionId: sql`coalesce(excluded.published_revision_id, ${listings.publishedRevisionId})`,
  publishedAt: sql`coalesce(${listings.publishedAt}, excluded.published_at)`,
  closesOn: sql`case when excluded.published_revision_id is null and ${listings.publishedRevisionId} is not null then ${listings.closesOn} else excluded.closes_on end`,
  version: sql`${listings.version} + 1`,
  updatedAt: excluded("updated_at"),
};
