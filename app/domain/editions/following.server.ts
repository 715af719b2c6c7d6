/** What the live list says of itself: which edition it follows, what came since, and how much of it was confirmed of late. */
import { and, count, desc, eq, gte, isNull, sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { editionListings, editions } from "#db/schema/editions.ts";
import { listings } from "#db/schema/listings.ts";
import type { District } from "../districts/districts.server.ts";
import { addDays, localDate, startOfDay } from "../districts/zone.ts";
import { onList } from "../listings/published.server.ts";
import type { FreshnessRate } from "./summary.ts";

export interface Following {
  rate: FreshnessRate;
  /** The newest; null: none was published yet. `added`: what is on the list and not in it. */
  edition: { number: number; title: string; titleEs: string | null; publishedOn: string; added: number } | null;
}

export async function readFollowing(db: Database, district: District, now: Date): Promise<Following> {
  const { id, timeZone, freshnessDays: days } = district;
  const newest = db.$with("newest").as(
    db
      .select({
        ...{ id: editions.id, number: editions.number, title: editions.title, titleEs: editions.titleEs },
        publishedAt: editions.publishedAt,
      })
      .from(editions)
      .where(and(eq(editions.districtId, id), eq(editions.state, "published")))
      .orderBy(desc(editions.number))
      .limit(1),
  );
  // An instant to compare with: of fifty thousand, turning each into a day of the district would take half the time.
  const freshSince = startOfDay(addDays(localDate(now, timeZone), -days), timeZone);
  const counted = db.$with("counted").as(
    db
      .select({
        listings: count().as("listings"),
        confirmed: countOf(gte(listings.confirmedAt, freshSince)).as("confirmed"),
        added: countOf(isNull(editionListings.listingId)).as("added"),
      })
      .from(listings)
      .leftJoin(
        editionListings,
        and(
          eq(editionListings.listingId, listings.id),
          eq(editionListings.editionId, db.select({ id: newest.id }).from(newest)),
        ),
      )
      .where(onList(district, now)),
  );
  const [row] = await db
    .with(newest, counted)
    .select({
      ...{ listings: counted.listings, confirmed: counted.confirmed, added: counted.added },
      ...{ number: newest.number, title: newest.title, titleEs: newest.titleEs, publishedAt: newest.publishedAt },
    })
    .from(counted)
    .leftJoin(newest, sql`true`);
  const { listings: all, confirmed, added, number, title, titleEs, publishedAt } = row!;
  const isFollowing = number !== null && title !== null && publishedAt !== null;
  return {
    rate: { listings: all, confirmed, days },
    edition: isFollowing ? { number, title, titleEs, publishedOn: localDate(publishedAt, timeZone), added } : null,
  };
}

const countOf = (which: SQL) => sql<number>`(count(*) filter (where ${which}))::int`;
