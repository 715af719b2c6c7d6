/**
 * Asking: the clock writes to partners who have not spoken for a listing for so long as their district allows, and
 * reminds them. Of all that waits for its word an organization hears in one mail a day, whose facts are read when it is
 * sent. The asking is an event; the link in the mail is that event's id, signed.
 */
import { and, eq, gt, inArray, lte, not, sql } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import type { Context, System } from "../context.ts";
import type { District } from "../districts/districts.server.ts";
import { daysBetween, localDate } from "../districts/zone.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tellMembers } from "../mail/recipients.server.ts";
import { remindersDue } from "./freshness.ts";
import { dayOf, isUnanswered, lastWord } from "./freshness.server.ts";

export interface Asked {
  asked: number;
  reminded: number;
}

/** What is due today in the district; call it after expiry, so that nobody is asked about what just left the list. */
export async function askForConfirmations(ctx: Context<System>, district: District): Promise<Asked> {
  const today = localDate(ctx.now, district.timeZone);
  const asked = await ask(ctx, district, today);
  const reminded = await remind(ctx, district, today);
  const organizationIds = await organizationsOf(ctx, [...asked, ...reminded]);
  for (const organizationId of organizationIds)
    await tellMembers(
      ctx,
      organizationId,
      "partner-listing-still-true",
      { organizationId },
      { districtId: district.id },
    );
  return { asked: asked.length, reminded: reminded.length };
}

async function ask(ctx: Context<System>, district: District, today: string): Promise<string[]> {
  const isOld = lte(dayOf(lastWord, district.timeZone), sql`${today}::date - ${district.freshnessDays}::int`);
  const rows = await ctx.db
    .update(listings)
    .set({ confirmationAskedAt: ctx.now, confirmationReminders: 0 })
    .where(and(onListOf(district), isOld, not(isUnanswered)))
    .returning({ id: listings.id, opportunityId: listings.opportunityId });
  for (const { id } of rows) await recordEvent(ctx, "listing.confirmation_asked", { id, districtId: district.id });
  return rows.map(({ opportunityId }) => opportunityId);
}

async function remind(ctx: Context<System>, district: District, today: string): Promise<string[]> {
  const askedOn = dayOf(listings.confirmationAskedAt, district.timeZone);
  const open = await ctx.db
    .select({
      id: listings.id,
      opportunityId: listings.opportunityId,
      askedOn: sql<string>`${askedOn}::text`,
      reminders: listings.confirmationReminders,
    })
    .from(listings)
    .where(and(onListOf(district), isUnanswered, gt(sql`${today}::date`, askedOn)))
    .for("update");
  const opportunityIds: string[] = [];
  for (const { id, opportunityId, askedOn, reminders } of open) {
    const due = remindersDue(daysBetween(askedOn, today));
    if (due <= reminders) continue;
    await ctx.db.update(listings).set({ confirmationReminders: due }).where(eq(listings.id, id));
    const detail = { reminder: String(due) };
    await recordEvent(ctx, "listing.confirmation_reminded", { id, districtId: district.id, detail });
    opportunityIds.push(opportunityId);
  }
  return opportunityIds;
}

const onListOf = ({ id }: District) => and(eq(listings.districtId, id), eq(listings.state, "published"));

async function organizationsOf(ctx: Context<System>, opportunityIds: string[]): Promise<string[]> {
  if (!opportunityIds.length) return [];
  const rows = await ctx.db
    .selectDistinct({ id: opportunities.organizationId })
    .from(opportunities)
    .where(inArray(opportunities.id, opportunityIds));
  return rows.map(({ id }) => id);
}
