import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import { bumpListVersion } from "#app/domain/districts/list-version.server.ts";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { NOBODY, type Learner } from "./learner.ts";
import { listMatches } from "./matches.server.ts";

const database = useTestDatabase();

async function given(changes: Parameters<typeof givenListing>[1] = {}) {
  const { listing } = await givenListing(database.db, changes);
  await bumpListVersion(database.db, listing.districtId);
  return listing;
}
const districtOf = async (slug: string) => (await getDistrictBySlug(database.db, slug))!;
async function matchedIds(slug: string, learner: Partial<Learner> = {}, now = TEST_NOW) {
  const answer = await listMatches(database.db, await districtOf(slug), { ...NOBODY, ...learner }, { now, limit: 100 });
  return answer.matches.map(({ id }) => id);
}

describe("matches on a district's list", () => {
  test("are the published listings of that district, and a change of the list is seen at once", async () => {
    const published = await given();
    const draft = await given({ listing: { state: "draft" } });
    const elsewhere = await given({
      opportunity: { organizationId: organizations.harbor.id },
      listing: { districtId: districts.lakeshore.id },
    });
    expect(await matchedIds("riverbend")).toEqual([published.id]);
    expect(await matchedIds("lakeshore")).toEqual([elsewhere.id]);
    expect([draft.id, published.id]).not.toContain((await matchedIds("lakeshore"))[0]);

    await database.db.update(listings).set({ state: "closed" }).where(eq(listings.id, published.id));
    await bumpListVersion(database.db, published.districtId);
    expect(await matchedIds("riverbend")).toEqual([]);
  });

  test("end with the last day in the district's zone", async () => {
    const listing = await given({ listing: { closesOn: "2027-03-05" } });
    expect(await matchedIds("riverbend", {}, new Date("2027-03-06T05:59:59Z"))).toContain(listing.id);
    expect(await matchedIds("riverbend", {}, new Date("2027-03-06T06:00:00Z"))).not.toContain(listing.id);
  });

  test("follow the district's own sub-clusters before the partner's", async () => {
    const listing = await given({ listing: { subClusters: ["040104"] } });
    expect(await matchedIds("riverbend", { clusters: ["040100"] })).toContain(listing.id);
  });

  test("match what is in the text as it was approved: kind, grades, point", async () => {
    const listing = await given({ opportunity: { gradeMin: 12, gradeMax: 12 } });
    expect(await matchedIds("riverbend", { grade: 12 })).toContain(listing.id);
    expect(await matchedIds("riverbend", { grade: 10 })).not.toContain(listing.id);
    const near = { latitude: 41.5095, longitude: -90.5787 };
    expect(await matchedIds("riverbend", { point: near, withinMiles: 2 })).toContain(listing.id);
    const far = { latitude: 42.5, longitude: -90.5787 };
    expect(await matchedIds("riverbend", { point: far, withinMiles: 2 })).not.toContain(listing.id);
  });
});
