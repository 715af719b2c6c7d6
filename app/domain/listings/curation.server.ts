/**
 * Curation: the district's own words around a partner's text. The partner writes what is offered; the coordinator
 * says which pathways and sub-clusters it serves, which schools it is kept to, and how it is labelled.
 */
import { eq, inArray } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { subClusters } from "#db/schema/reference.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { ownsAll } from "../districts/districts.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { ownSubClusters } from "./curation.ts";
import { isPublic } from "./lifecycle.ts";
import { tellReaders } from "./publishing-effects.server.ts";
import { changedAt, contentOf, judgedRevision, lockListing } from "./review-subject.server.ts";

export interface Curation {
  pathwayIds: string[];
  labels: string[];
  /** Codes; null: those of the partner's text; left out: as they are. */
  subClusters?: string[] | null;
  /** Empty: open to all of the district's learners; left out: as they are. */
  schoolIds?: string[];
}

export type CurationRefusal = "not_found" | "changed_since_read" | "unknown_choice";

/** Replaces the district's words; the state stays. Refused when another coordinator saved since `version` was read. */
export function curateListing(
  ctx: Context<Coordinator>,
  {
    listingId,
    version,
    idempotencyKey,
    ...curation
  }: Curation & {
    listingId: string;
    version: number;
    idempotencyKey: string;
  },
): Promise<Outcome<{ version: number }, CurationRefusal>> {
  return once<Coordinator, { version: number }, CurationRefusal>(ctx, "curate-listing", idempotencyKey, async (ctx) => {
    const listing = await lockListing(ctx, listingId);
    if (!listing) return refused("not_found");
    if (listing.version !== version) return refused("changed_since_read");
    if (!(await areOfDistrict(ctx, curation))) return refused("unknown_choice");
    const text = await contentOf(ctx.db, judgedRevision(listing));
    await ctx.db
      .update(listings)
      .set({
        ...changedAt(ctx.now),
        pathwayIds: curation.pathwayIds,
        labels: curation.labels,
        subClusters: ownSubClusters(curation.subClusters, text),
        schoolIds: curation.schoolIds,
      })
      .where(eq(listings.id, listing.id));
    const before = { pathwayIds: listing.pathwayIds, labels: listing.labels, subClusters: listing.subClusters };
    await recordEvent(ctx, "listing.curated", {
      id: listing.id,
      districtId: listing.districtId,
      detail: { before: { ...before, schoolIds: listing.schoolIds }, after: curation },
    });
    if (isPublic(listing.state)) await tellReaders(ctx.db, listing);
    return done({ version: version + 1 });
  });
}

/** True when the pathways and schools are the coordinator's district's, and the sub-clusters the framework's. */
export async function areOfDistrict(ctx: Context<Coordinator>, curation: Curation): Promise<boolean> {
  const codes = [...new Set(curation.subClusters ?? [])];
  const known = codes.length ? await ctx.db.$count(subClusters, inArray(subClusters.code, codes)) : 0;
  return (
    known === codes.length &&
    (await ownsAll(ctx.db, ctx.actor.districtId, {
      pathwayIds: curation.pathwayIds,
      schoolIds: curation.schoolIds ?? [],
    }))
  );
}
