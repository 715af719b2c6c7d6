import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { FRESHNESS, lastDayUnconfirmed } from "#app/domain/listings/freshness.ts";
import { isUnanswered } from "#app/domain/listings/freshness.server.ts";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { mails } from "#db/schema/mail.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { About } from "../about.server.ts";
import { actsFor } from "./standing.server.ts";

export interface AskedListings {
  organization: string;
  district: string;
  freshnessDays: number;
  /** The first of them to leave goes after this day. */
  lastDay: string;
  isReminder: boolean;
  /** The last that comes. */
  isLast: boolean;
  listings: { title: string; askingId: string }[];
}

type AboutAsked = About<{ organizationId: string }>;

/** All that waits for the organization's word in the district; null when nothing does, or a later mail says it. */
export async function readAskedListings(about: AboutAsked): Promise<AskedListings | null> {
  const { db, data, district } = about;
  if (!district || !(await actsFor(about, data.organizationId)) || (await hasLater(about))) return null;
  const rows = await db
    .select({
      listing: listings,
      organization: organizations.name,
      title: sql<string>`${opportunityRevisions.content} ->> 'title'`,
      askingId: sql<string>`(${askingOf(about)})`,
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
    .where(
      and(
        eq(listings.districtId, district.id),
        eq(organizations.id, data.organizationId),
        eq(listings.state, "published"),
        isUnanswered,
      ),
    )
    .orderBy(asc(listings.confirmationAskedAt), asc(listings.id));
  const [first] = rows;
  if (!first) return null;
  const lastDays = rows.map(({ listing }) => lastDayUnconfirmed(listing, district.timeZone) ?? "").sort();
  const reminders = Math.max(...rows.map(({ listing }) => listing.confirmationReminders));
  return {
    organization: first.organization,
    district: district.name,
    freshnessDays: district.freshnessDays,
    lastDay: lastDays[0]!,
    isReminder: reminders > 0,
    isLast: reminders === FRESHNESS.remindAfterDays.length,
    listings: rows.map(({ title, askingId }) => ({ title, askingId })),
  };
}

/** The event that stands for the last asking about a listing. */
const askingOf = ({ db }: AboutAsked) =>
  db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.subjectId, listings.id), eq(events.name, "listing.confirmation_asked")))
    .orderBy(desc(events.at))
    .limit(1);

/** Held for a digest or a morning, an earlier one would say the same twice. */
async function hasLater({ db, mail, data }: AboutAsked): Promise<boolean> {
  const same = and(eq(mails.kind, mail.kind), eq(mails.userId, mail.userId!), eq(mails.districtId, mail.districtId!));
  const isSame = and(same, eq(sql`${mails.data} ->> 'organizationId'`, data.organizationId));
  return (await db.$count(mails, and(isSame, gt(mails.createdAt, mail.createdAt)))) > 0;
}
