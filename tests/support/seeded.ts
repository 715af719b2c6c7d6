import { seed } from "#db/seed/index.ts";
import { listings } from "#db/schema/listings.ts";
import type { Database } from "#db/database.ts";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { listWhole } from "#app/domain/listings/published.server.ts";
import { TEST_NOW } from "./clock.ts";
import { putInSearch } from "./searchable.ts";

/** The demo's 120 listings of two districts, found by searches as the worker would have it. */
export async function plantSeed(db: Database) {
  await seed(db, TEST_NOW);
  const rows = await db.select({ id: listings.id }).from(listings);
  const ids = rows.map(({ id }) => id);
  await putInSearch(db, ids);
}

/** What stands on a district's list, asked of nobody but Postgres. */
export async function onListOf(db: Database, slug: string) {
  const district = await getDistrictBySlug(db, slug);
  return listWhole(db, district!, TEST_NOW);
}
