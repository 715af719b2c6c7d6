import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import { readerReports } from "#db/schema/listings.ts";
import type { About } from "../about.server.ts";
import { readListing, toldOf, type ToldListing } from "./listings.server.ts";
import { actsFor, worksFor } from "./standing.server.ts";

export type ReportedListing = ToldListing & { reports: number; isHidden: boolean };
export type HiddenListing = ToldListing;

type AboutListing = About<{ listingId: string }>;

/** Null once every report is answered. */
export async function readReportedListing(about: AboutListing): Promise<ReportedListing | null> {
  const row = await readListing(about);
  if (!row || !(await worksFor(about, row.listing.districtId))) return null;
  const isOpen = and(eq(readerReports.listingId, row.listing.id), isNull(readerReports.decision));
  const reports = await about.db.$count(readerReports, isOpen);
  const told = reports > 0 && (await toldOf(about, row, row.listing.publishedRevisionId));
  return told ? { ...told, reports, isHidden: await isHidden(about, row) } : null;
}

/** Null once it is back on the list, or somebody took it off themselves. */
export async function readHiddenListing(about: AboutListing): Promise<HiddenListing | null> {
  const row = await readListing(about);
  if (!row || !(await actsFor(about, row.organizationId)) || !(await isHidden(about, row))) return null;
  return toldOf(about, row, row.listing.publishedRevisionId);
}

async function isHidden({ db }: AboutListing, { listing }: NonNullable<Awaited<ReturnType<typeof readListing>>>) {
  if (listing.state !== "suspended") return false;
  const [last] = await db
    .select({ name: events.name })
    .from(events)
    .where(and(eq(events.subjectId, listing.id), inArray(events.name, ["listing.hidden", "listing.suspended"])))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  return last?.name === "listing.hidden";
}
