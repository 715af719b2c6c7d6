import { desc, eq } from "drizzle-orm";
import { localDate } from "#app/domain/districts/zone.ts";
import { awaitsReview, hasPendingEdit, type Decision, type ReasonCode } from "#app/domain/listings/lifecycle.ts";
import { districts } from "#db/schema/districts.ts";
import { listings, reviews } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { About } from "../about.server.ts";
import { actsFor, worksFor } from "./standing.server.ts";

export interface ToldListing {
  id: string;
  opportunityId: string;
  title: string;
  organization: string;
  district: string;
  districtSlug: string;
  slug: string;
}

export type SentListing = ToldListing & { isEdit: boolean };

export interface DecidedListing extends ToldListing {
  /** The decision was about a change of what is on the list already. */
  isEdit: boolean;
  reasonCode: ReasonCode | null;
  note: string | null;
  /** First day on the list, while it is still to come. */
  publishOn: string | null;
  closesOn: string | null;
}

export type LeavingListing = ToldListing & { lastDay: string };
export type ExpiredListing = ToldListing & { why: "last_day_over" | "unconfirmed" };

type AboutListing = About<{ listingId: string }>;

/** Null once somebody decided. */
export async function readSentListing(about: AboutListing): Promise<SentListing | null> {
  const row = await readListing(about);
  if (!row || !awaitsReview(row.listing) || !(await worksFor(about, row.listing.districtId))) return null;
  const told = await toldOf(about, row, row.listing.submittedRevisionId);
  return told && { ...told, isEdit: hasPendingEdit(row.listing) };
}

/** Null once the partner answered it, or the district decided again. */
export const readDecidedListing =
  (decision: Decision) =>
  async (about: AboutListing): Promise<DecidedListing | null> => {
    const row = await readListing(about);
    if (!row || !(await actsFor(about, row.organizationId))) return null;
    const { listing } = row;
    const [review, before] = await about.db
      .select()
      .from(reviews)
      .where(eq(reviews.listingId, listing.id))
      .orderBy(desc(reviews.decidedAt))
      .limit(2);
    if (review?.decision !== decision || !stillStands(row, review)) return null;
    const told = await toldOf(about, row, review.revisionId);
    const isEdit = decision === "approved" ? before?.decision === "approved" : listing.state === "published";
    const publishOn = listing.state === "approved" ? listing.publishOn : null;
    const { reasonCode, note } = review;
    return told && { ...told, isEdit, reasonCode, note, publishOn, closesOn: listing.closesOn };
  };

/** Null once it left the list. */
export async function readLeavingListing(about: AboutListing): Promise<LeavingListing | null> {
  const row = await readListing(about);
  if (row?.listing.state !== "published" || !(await actsFor(about, row.organizationId))) return null;
  const { closesOn: lastDay, publishedRevisionId } = row.listing;
  if (lastDay === null || lastDay < localDate(about.now, row.timeZone)) return null;
  const told = await toldOf(about, row, publishedRevisionId);
  return told && { ...told, lastDay };
}

export async function readExpiredListing(about: AboutListing): Promise<ExpiredListing | null> {
  const row = await readListing(about);
  if (row?.listing.state !== "expired" || !(await actsFor(about, row.organizationId))) return null;
  const { closesOn, updatedAt, publishedRevisionId } = row.listing;
  const told = await toldOf(about, row, publishedRevisionId);
  const isOver = closesOn !== null && closesOn < localDate(updatedAt, row.timeZone);
  return told && { ...told, why: isOver ? "last_day_over" : "unconfirmed" };
}

/** For the district's coordinators: null once somebody put it back or sent it again. */
export async function readUnconfirmedListing(about: AboutListing): Promise<ToldListing | null> {
  const row = await readListing(about);
  if (row?.listing.state !== "expired" || !(await worksFor(about, row.listing.districtId))) return null;
  return toldOf(about, row, row.listing.publishedRevisionId);
}

type Row = NonNullable<Awaited<ReturnType<typeof readListing>>>;

const STATES = {
  approved: ["published", "approved"],
  changes_requested: ["changes_requested", "published"],
  declined: ["declined", "published"],
} as const satisfies Record<Decision, readonly Row["listing"]["state"][]>;

/** The listing is as the decision left it: nothing was sent or decided since. */
const stillStands = ({ listing }: Row, { decision }: typeof reviews.$inferSelect) =>
  STATES[decision].some((state) => state === listing.state) && !hasPendingEdit(listing);

export async function toldOf({ db }: AboutListing, row: Row, revisionId: string | null): Promise<ToldListing | null> {
  if (!revisionId) return null;
  const [revision] = await db
    .select({ content: opportunityRevisions.content })
    .from(opportunityRevisions)
    .where(eq(opportunityRevisions.id, revisionId));
  if (!revision) return null;
  const { organization, district, districtSlug } = row;
  const { id, opportunityId, slug } = row.listing;
  return { id, opportunityId, slug, organization, district, districtSlug, title: revision.content.title };
}

export async function readListing({ db, data }: AboutListing) {
  const [row] = await db
    .select({
      listing: listings,
      organizationId: organizations.id,
      organization: organizations.name,
      district: districts.name,
      districtSlug: districts.slug,
      timeZone: districts.timeZone,
    })
    .from(listings)
    .innerJoin(districts, eq(districts.id, listings.districtId))
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .where(eq(listings.id, data.listingId));
  return row ?? null;
}
