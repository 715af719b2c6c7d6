/** What districts wrote down for a partner who phoned, and the partner has not claimed. */
import { and, asc, eq, notInArray } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import type { Context, Partner } from "../context.ts";
import { localDate } from "../districts/zone.ts";
import { areUnclaimed } from "../opportunities/claiming.server.ts";
import { isOwn } from "../opportunities/own.server.ts";
import { LIFECYCLE } from "./lifecycle.ts";

/** Enough for one look; what is answered makes room for the next. */
const MOST = 50;

export async function listEnteredFor(ctx: Context<Partner>, opportunityId?: string) {
  const rows = await ctx.db
    .select({
      opportunityId: opportunities.id,
      title: opportunities.title,
      enteredAt: opportunities.enteredAt,
      district: districts.name,
      timeZone: districts.timeZone,
    })
    .from(opportunities)
    .innerJoin(listings, eq(listings.opportunityId, opportunities.id))
    .innerJoin(districts, eq(districts.id, listings.districtId))
    .where(
      and(
        isOwn(ctx),
        areUnclaimed,
        notInArray(listings.state, [...LIFECYCLE.renew.from]),
        opportunityId ? eq(opportunities.id, opportunityId) : undefined,
      ),
    )
    .orderBy(asc(opportunities.enteredAt))
    .limit(MOST);
  return rows.map(({ enteredAt, timeZone, ...row }) => ({ ...row, enteredOn: localDate(enteredAt!, timeZone) }));
}
