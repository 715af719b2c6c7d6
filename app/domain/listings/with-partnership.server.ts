/**
 * What an organization has on a district's list leaves it with the partnership, and comes back with it: when it ends by
 * its date, and when a coordinator pauses it and says so. The log knows which left for that reason.
 */
import { and, asc, eq, getTableColumns, inArray, lt, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { partnerships } from "#db/schema/organizations.ts";
import type { Context, Coordinator, System } from "../context.ts";
import type { District } from "../districts/districts.server.ts";
import { localDate } from "../districts/zone.ts";
import { recordOnce } from "../events/record-once.server.ts";
import { tellMembers } from "../mail/recipients.server.ts";
import type { Partnership } from "../organizations/standing.ts";
import { UNASKED } from "./freshness.ts";
import { canHappen, isPublic, LIFECYCLE, type Listing } from "./lifecycle.ts";
import { moveListing, recordSuspension } from "./suspending.server.ts";

type Whose = Pick<Partnership, "id" | "districtId" | "organizationId">;

/**
 * Of the partnership's organization, those on the list or off it for a time. Locked before the partnership is: whoever
 * decides about one listing takes the two in the same order.
 */
export function lockListingsOf({ db, actor }: Context<Coordinator>, partnershipId: string): Promise<Listing[]> {
  const states = [...LIFECYCLE.close.from, ...LIFECYCLE.restore.from];
  return db
    .select(getTableColumns(listings))
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(
      partnerships,
      and(
        eq(partnerships.organizationId, opportunities.organizationId),
        eq(partnerships.districtId, listings.districtId),
      ),
    )
    .where(
      and(
        eq(partnerships.id, partnershipId),
        eq(listings.districtId, actor.districtId),
        inArray(listings.state, states),
      ),
    )
    .orderBy(asc(listings.id))
    .for("update", { of: listings });
}

/** `note` is the coordinator's, for the district and the partner. */
export async function takeOffWith(ctx: Context<Coordinator>, { id }: Whose, known: Listing[], note: string) {
  for (const listing of known.filter(({ state }) => isPublic(state))) {
    const suspensionId = await recordSuspension(ctx, listing, note);
    const detail = { why: "partnership_paused", partnershipId: id, suspensionId };
    await moveListing(ctx, listing, { state: LIFECYCLE.suspend.to }, "listing.suspended", detail);
  }
}

/** Those that left with the partnership, and whose own last day is not over; `today` is a day of the district. */
export async function putBackWith(ctx: Context<Coordinator>, { id }: Whose, today: string): Promise<void> {
  for (const listing of await lockListingsOf(ctx, id)) {
    if (!canHappen("restore", listing.state) || (listing.closesOn && listing.closesOn < today)) continue;
    const [left] = await ctx.db
      .select({ with: sql<string | null>`${events.detail} ->> 'partnershipId'` })
      .from(events)
      .where(and(eq(events.subjectId, listing.id), inArray(events.name, ["listing.suspended", "listing.hidden"])))
      .orderBy(sql`${events.at} desc`)
      .limit(1);
    if (left?.with !== id) continue;
    await moveListing(ctx, listing, { state: LIFECYCLE.restore.to, ...UNASKED }, "listing.restored", {
      partnershipId: id,
    });
  }
}

/** How many left the list because their partnership's last day is over; doing it twice takes none twice. */
export async function takeOffLapsed(ctx: Context<System>): Promise<number> {
  let left = 0;
  for (const district of await ctx.db.select().from(districts))
    left += await ctx.db.transaction((tx) => takeOffIn({ ...ctx, db: tx }, district));
  return left;
}

async function takeOffIn(ctx: Context<System>, district: District): Promise<number> {
  const today = localDate(ctx.now, district.timeZone);
  const rows = await ctx.db
    .select({ listing: listings, partnership: partnerships })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(
      partnerships,
      and(
        eq(partnerships.organizationId, opportunities.organizationId),
        eq(partnerships.districtId, listings.districtId),
      ),
    )
    .where(
      and(
        eq(listings.districtId, district.id),
        eq(listings.state, "published"),
        // Who asks again after the last day is not in force either; a pause is a coordinator's own decision.
        inArray(partnerships.status, ["approved", "requested"]),
        lt(partnerships.inForceUntil, today),
      ),
    )
    .orderBy(asc(listings.id))
    // All of it: a renewal that was faster is read again.
    .for("update");
  for (const { listing, partnership } of rows) {
    const detail = { why: "partnership_lapsed", partnershipId: partnership.id };
    await moveListing(ctx, listing, { state: LIFECYCLE.suspend.to }, "listing.suspended", detail);
    await tellOnce(ctx, partnership);
  }
  return rows.length;
}

async function tellOnce(ctx: Context<System>, { id, districtId, organizationId, inForceUntil }: Partnership) {
  const subject = { id, districtId, detail: { lastDay: inForceUntil! } };
  if (!(await recordOnce(ctx, "partnership.lapsed", subject))) return;
  await tellMembers(ctx, organizationId, "partner-partnership-lapsed", { partnershipId: id }, { districtId });
}
