import { expect, it } from "vitest";
import { listings, listingViews } from "#db/schema/listings.ts";
import { organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing, givenOpportunity } from "#tests/support/givens.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const read = async (as?: string, query = "") =>
  loader(await ask(database.db, { url: `/partner${query}`, ...(as && { as }) }));
const daysAgo = (n: number) => new Date(TEST_NOW.getTime() - n * 86_400_000);

it("lists what the person's organizations offer, with each district's answer and how often it was seen", async () => {
  const { listing } = await givenListing(database.db, {
    opportunity: { organizationId: organizations.college.id, title: "Campus day", updatedAt: daysAgo(2) },
  });
  await database.db.insert(listingViews).values({ listingId: listing.id, day: "2027-02-08", seen: 7 });
  const helper = { organizationId: organizations.kitchen.id, title: "Kitchen helper", updatedAt: daysAgo(1) };
  await givenOpportunity(database.db, helper);
  const { opportunities, counts, severalOrganizations } = await read(people.grace.id);
  expect(severalOrganizations).toBe(true);
  expect(opportunities).toMatchObject([
    { title: "Kitchen helper", organizationName: organizations.kitchen.name, offers: [] },
    { title: "Campus day", offers: [{ districtName: "Riverbend Community Schools", state: "published", seen: 7 }] },
  ]);
  expect(counts).toEqual([
    { district: "riverbend", districtName: "Riverbend Community Schools", state: "published", count: 1 },
  ]);
  const published = await read(people.grace.id, "?district=riverbend&state=published");
  expect(published.opportunities.map(({ title }) => title)).toEqual(["Campus day"]);
  expect((await read(people.grace.id, "?district=lakeshore&state=published&page=x")).where).toBeNull();
});

it("says what waits: to be confirmed, to be changed, and partnerships that do not hold", async () => {
  const dates = { confirmedAt: daysAgo(65), submittedAt: daysAgo(66), confirmationAskedAt: daysAgo(5) };
  await givenListing(database.db, { listing: dates });
  await givenListing(database.db, { listing: { state: "changes_requested" } });
  await givenListing(database.db);
  const { needs } = await read(people.tomas.id);
  expect(needs.toConfirm).toMatchObject([{ title: "Bicycle repair helper", leavesAfter: "Thu, Feb 11, 2027" }]);
  expect(needs.toChange).toMatchObject([{ state: "changes_requested" }]);
  expect(needs.standings).toEqual([]);
});

it("shows nothing of others', sends a visitor to sign in and refuses staff", async () => {
  await givenListing(database.db);
  const { opportunities, needs, counts } = await read(people.owen.id);
  expect([opportunities, needs.toConfirm, needs.toChange, counts]).toEqual([[], [], [], []]);
  expect(await database.db.$count(listings)).toBeGreaterThan(0);
  expect((await thrownBy(read())).status).toBe(302);
  expect((await thrownBy(read(people.dana.id))).status).toBe(403);
});
