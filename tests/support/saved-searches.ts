import type { Database } from "#db/database.ts";
import { savedSearches } from "#db/schema/saved.ts";
import { districts } from "#db/seed/cast.ts";
import { TEST_NOW } from "./clock.ts";

type Changes = Partial<typeof savedSearches.$inferInsert>;

/** A search of Riverbend's list, saved and confirmed a week ago and due now, unless said otherwise. */
export async function givenSavedSearch(db: Database, changes: Changes & ({ userId: string } | { address: string })) {
  const weekAgo = new Date(TEST_NOW.getTime() - 7 * 86_400_000);
  const dates = { confirmedAt: weekAgo, since: weekAgo, lookedAt: weekAgo, createdAt: TEST_NOW, dueAt: TEST_NOW };
  const what = { districtId: districts.riverbend.id, query: "q=bikes", cadence: "at_once" as const };
  const locale = "address" in changes ? ("en" as const) : null;
  const [search] = await db
    .insert(savedSearches)
    .values({ ...what, locale, ...dates, ...changes })
    .returning();
  return search!;
}
