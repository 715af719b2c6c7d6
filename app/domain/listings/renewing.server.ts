/**
 * Renewing: a partner posts again what ended. The listing that ended stays as it was, with what learners did there; a
 * new one continues it, with the district's labels and its own review, of the text as the partner has it now.
 */
import { randomUUID } from "node:crypto";
import { and, eq, ne, notInArray } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { done, refused, type Context, type Outcome, type Partner } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tellCoordinators } from "../mail/recipients.server.ts";
import { once } from "../once.server.ts";
import { claim } from "../opportunities/claiming.server.ts";
import { lockOpportunity } from "../opportunities/own.server.ts";
import { submissionProblems } from "../opportunities/submission-rules.ts";
import { carryTranslations } from "../translation/district-spanish.server.ts";
import { canHappen, LIFECYCLE, type Listing } from "./lifecycle.ts";
import { lockOwnListing } from "./offering.server.ts";
import { lockStanding, todayIn } from "./review-subject.server.ts";
import { listingSlug } from "./slug.ts";
import { freeze } from "./submission.server.ts";

export type RenewalRefusal = "not_found" | "not_ended" | "still_offered" | "incomplete" | "partnership_not_in_force";
type Renewed = { listingId: string; opportunityId: string };

/** `incomplete`: `submissionProblems` of the stored text says what is missing, most often a later day. */
export function renewListing(
  ctx: Context<Partner>,
  { listingId, idempotencyKey }: { listingId: string; idempotencyKey: string },
): Promise<Outcome<Renewed, RenewalRefusal>> {
  return once<Partner, Renewed, RenewalRefusal>(ctx, "renew-listing", idempotencyKey, async (ctx) => {
    const ended = await lockOwnListing(ctx, listingId);
    const opportunity = ended && (await lockOpportunity(ctx, ended.opportunityId));
    if (!ended || !opportunity) return refused("not_found");
    if (!canHappen("renew", ended.state)) return refused("not_ended");
    if (await isOfferedElse(ctx, ended)) return refused("still_offered");
    const today = await todayIn(ctx, ended.districtId);
    if (submissionProblems(opportunity, today).length) return refused("incomplete");
    if (!(await lockStanding(ctx.db, ended, today))) return refused("partnership_not_in_force");

    const id = randomUUID();
    const { opportunityId, districtId } = ended;
    const { to: state } = LIFECYCLE.renew;
    await claim(ctx, opportunity, "partner");
    const revisionId = await freeze(ctx, opportunity);
    await ctx.db.insert(listings).values({
      ...curationOf(ended),
      ...{ id, opportunityId, districtId, state, slug: listingSlug(opportunity.title, id), renewedFromId: ended.id },
      ...{ submittedRevisionId: revisionId, submittedAt: ctx.now, createdAt: ctx.now, updatedAt: ctx.now },
    });
    await carryTranslations(ctx.db, ended.id, id);
    const detail = { renewedFromId: ended.id, revisionId, from: ended.state, to: state };
    await recordEvent(ctx, "listing.renewed", { id, districtId, detail });
    await tellCoordinators(ctx, districtId, "coordinator-listing-submitted", { listingId: id });
    return done({ listingId: id, opportunityId });
  });
}

/** Whether another listing of the same opportunity is alive on the district's list; call with the opportunity locked. */
export async function isOfferedElse(ctx: Context, { id, opportunityId, districtId }: Listing): Promise<boolean> {
  const ofDistrict = and(eq(listings.opportunityId, opportunityId), eq(listings.districtId, districtId));
  const isAlive = notInArray(listings.state, [...LIFECYCLE.renew.from]);
  return (await ctx.db.$count(listings, and(ofDistrict, isAlive, ne(listings.id, id)))) > 0;
}

const curationOf = ({
  labels,
  pathwayIds,
  subClusters,
  schoolIds,
  onlyGrades,
  onlyGroups,
  noteToReaders,
}: Listing) => ({
  ...{ labels, pathwayIds, subClusters, schoolIds, onlyGrades, onlyGroups, noteToReaders },
});
