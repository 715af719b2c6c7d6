import { and, desc, eq } from "drizzle-orm";
import { readFilterNames } from "#app/domain/listings/filter-names.server.ts";
import { listPublished, type PublishedListing } from "#app/domain/listings/published.server.ts";
import { findLinkedSearch, isTooLate } from "#app/domain/saved/asking.server.ts";
import { toldOf, type Told } from "#app/domain/saved/searches.ts";
import type { FilterNames } from "#app/i18n/search-in-words.ts";
import { listings } from "#db/schema/listings.ts";
import { toldListings } from "#db/schema/saved.ts";
import type { About } from "../about.server.ts";

export interface AskedSearch {
  id: string;
  district: string;
  told: Told;
}

/** Null once it was answered, stopped, or left too long. */
export async function readAskedSearch({ db, data, now }: About<{ searchId: string }>): Promise<AskedSearch | null> {
  const search = await findLinkedSearch(db, data.searchId);
  if (!search || search.confirmedAt || isTooLate(search, now)) return null;
  return { id: data.searchId, district: search.district.name, told: toldOf(search) };
}

export interface FoundListings {
  district: { name: string; slug: string };
  query: string;
  name: string | null;
  names: FilterNames;
  listings: Pick<PublishedListing, "slug" | "content" | "organization" | "closesOn" | "onlyGrades">[];
}

/** Those told of that are on the list still; null when none is, or the search is stopped or rests. */
export async function readFoundListings(
  about: About<{ searchId: string; alertId: string }>,
): Promise<FoundListings | null> {
  const { db, data, now } = about;
  const search = await findLinkedSearch(db, data.searchId);
  if (!search?.confirmedAt || search.pausedAt) return null;
  const { district, query, name } = search;
  const told = await db
    .select({ id: toldListings.listingId })
    .from(toldListings)
    .innerJoin(listings, eq(listings.id, toldListings.listingId))
    .where(and(eq(toldListings.searchId, data.searchId), eq(toldListings.alertId, data.alertId)))
    .orderBy(desc(listings.publishedAt), listings.id);
  const found = await listPublished(
    db,
    district,
    told.map(({ id }) => id),
    now,
  );
  if (found.length === 0) return null;
  return { district, query, name, names: await readFilterNames(db, district, now), listings: found };
}
