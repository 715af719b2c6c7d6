import { expect, it } from "vitest";
import { sql } from "drizzle-orm";
import { districts } from "#db/seed/cast.ts";
import { useTestDatabase } from "./database.ts";
import { givenListing } from "./givens.ts";

const database = useTestDatabase();

it("gives each test file a migrated database with both districts and the reference data", async () => {
  const [counts] = await database.db.execute(
    sql`select (select count(*)::int from districts) as districts, (select count(*)::int from sub_clusters) as subs, (select count(*)::int from zip_points) as zips`,
  );
  expect(counts).toMatchObject({ districts: 2, subs: 72 });
  expect(counts?.zips).toBeGreaterThan(40_000);
  expect((await givenListing(database.db)).listing.districtId).toBe(districts.riverbend.id);
});
