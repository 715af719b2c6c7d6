/** The secret address of a calendar of what a person saved: theirs to make, to make anew and to end. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { users } from "#db/schema/people.ts";
import { calendarLinks, savedListings } from "#db/schema/saved.ts";
import { done, refused, type Context, type Outcome, type Person } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import type { RemindDays } from "./calendar-links.ts";

export interface CalendarLink {
  id: string;
  remindDays: number | null;
}

const theirs = ({ actor }: Context<Person>) => eq(calendarLinks.userId, actor.userId);
const SHOWN = { id: calendarLinks.id, remindDays: calendarLinks.remindDays };

export async function getCalendarLink(ctx: Context<Person>): Promise<CalendarLink | null> {
  const [link] = await ctx.db.select(SHOWN).from(calendarLinks).where(theirs(ctx));
  return link ?? null;
}

/** A new address; one there was opens nothing from now on. */
export function makeCalendarLink(
  ctx: Context<Person>,
  { remindDays, idempotencyKey }: { remindDays: RemindDays | null; idempotencyKey: string },
): Promise<Outcome<null, never>> {
  return once<Person, null, never>(ctx, "make-calendar-link", idempotencyKey, async (ctx) => {
    const { userId } = ctx.actor;
    await ctx.db.delete(calendarLinks).where(theirs(ctx));
    await ctx.db.insert(calendarLinks).values({ userId, remindDays, createdAt: ctx.now });
    await recordEvent(ctx, "person.calendar_link_made", { id: userId });
    return done(null);
  });
}

export function endCalendarLink(
  ctx: Context<Person>,
  { idempotencyKey }: { idempotencyKey: string },
): Promise<Outcome<null, "not_found">> {
  return once<Person, null, "not_found">(ctx, "end-calendar-link", idempotencyKey, async (ctx) => {
    const ended = await ctx.db.delete(calendarLinks).where(theirs(ctx)).returning(SHOWN);
    if (ended.length === 0) return refused("not_found");
    await recordEvent(ctx, "person.calendar_link_ended", { id: ctx.actor.userId });
    return done(null);
  });
}

export interface SavedCalendar extends CalendarLink {
  /** All they saved, whether or not it is still on the list. */
  saved: { districtId: string; listingId: string }[];
}

/** What a link opens, for whoever has it; null once it was ended or its person may not sign in. */
export async function readSavedCalendar(db: Database, linkId: string): Promise<SavedCalendar | null> {
  const [link] = await db
    .select({ ...SHOWN, userId: calendarLinks.userId })
    .from(calendarLinks)
    .innerJoin(users, eq(users.id, calendarLinks.userId))
    .where(and(eq(calendarLinks.id, linkId), isNull(users.disabledAt)));
  if (!link) return null;
  const { userId, ...shown } = link;
  const saved = await db
    .select({ districtId: savedListings.districtId, listingId: savedListings.listingId })
    .from(savedListings)
    .where(eq(savedListings.userId, userId))
    .orderBy(asc(savedListings.districtId), asc(savedListings.listingId));
  return { ...shown, saved };
}
