import { codeWords } from "#app/jobs/code-words.server.ts";
import { readSearchDocuments } from "#app/domain/listings/search-documents.server.ts";
import { createPostgresIndex } from "#app/search/postgres.server.ts";
import type { Database } from "#db/database.ts";
import { listings } from "#db/schema/listings.ts";
import { givenListing, type GivenListing } from "./givens.ts";

/** A listing readers find: in Postgres and in its search tables, as the worker would have put it. */
export async function givenSearchable(db: Database, changes: Parameters<typeof givenListing>[1] = {}) {
  const given = await givenListing(db, changes);
  await putInSearch(db, [given.listing.id]);
  return given;
}

/** The same opportunity on another district's list. */
export async function givenAlsoListed(db: Database, { listing }: GivenListing, districtId: string) {
  const { id: _, ...row } = listing;
  const [also] = await db
    .insert(listings)
    .values({ ...row, districtId })
    .returning();
  await putInSearch(db, [also!.id]);
  return also!;
}

/** As the worker would. */
export async function putInSearch(db: Database, listingIds: string[]) {
  const { documents } = await readSearchDocuments(db, listingIds, codeWords);
  await createPostgresIndex(db).put(documents);
}
