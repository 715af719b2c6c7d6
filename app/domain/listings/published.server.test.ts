import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { districts } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { givenMany } from "#tests/support/many-listings.ts";
import { getDistrict } from "../districts/districts.server.ts";
import type { ListingState } from "./lifecycle.ts";
import { getPublished, listDates, listPublished, listSimilar } from "./published.server.ts";
import { endOfDay } from "../districts/zone.ts";

const database = useTestDatabase();
const riverbend = async () => (await getDistrict(database.db, districts.riverbend.id))!;
const lakeshore = async () => (await getDistrict(database.db, districts.lakeshore.id))!;
const days = (n: number) => new Date(TEST_NOW.getTime() + n * 86_400_000);

const HIDDEN: ListingState[] = [
  "draft",
  "submitted",
  "changes_requested",
  "declined",
  "approved",
  "closed",
  "expired",
  "suspended",
];

describe("what readers may see", () => {
  it("keeps the order asked for and leaves out everything that is not on the list", async () => {
    const { db } = database;
    const first = await givenListing(db);
    const second = await givenListing(db);
    const hidden = await Promise.all(HIDDEN.map((state) => givenListing(db, { listing: { state } })));
    const asked = [second, ...hidden, first].map(({ listing }) => listing.id);
    const seen = await listPublished(db, await riverbend(), asked, TEST_NOW);
    expect(seen.map(({ id }) => id)).toEqual([second.listing.id, first.listing.id]);
    expect(await listPublished(db, await lakeshore(), asked, TEST_NOW)).toEqual([]);
  });

  it("says nothing of whom the district calls", async () => {
    const { listing } = await givenListing(database.db);
    const [seen] = await listPublished(database.db, await riverbend(), [listing.id], TEST_NOW);
    expect(JSON.stringify(seen)).not.toContain("tomas@bluestembikes.example");
  });

  it("R15: shows a listing to the end of its last day where the district is", async () => {
    const { listing } = await givenListing(database.db, { listing: { closesOn: "2027-02-09" } });
    const at = async (instant: string) =>
      (await listPublished(database.db, await riverbend(), [listing.id], new Date(instant))).length;
    expect(await at("2027-02-10T05:59:00Z")).toBe(1);
    expect(await at("2027-02-10T06:00:00Z")).toBe(0);
  });

  it("shows the approved text while the partner's edit waits", async () => {
    const { opportunity, listing } = await givenListing(database.db);
    const edited = await givenListing(database.db, { opportunity: { title: "Edited title" } });
    await database.db
      .update(listings)
      .set({ submittedRevisionId: edited.listing.submittedRevisionId })
      .where(eq(listings.id, listing.id));
    const [seen] = await listPublished(database.db, await riverbend(), [listing.id], TEST_NOW);
    expect(seen?.content.title).toBe(opportunity.title);
  });
});

describe("a listing's page", () => {
  const page = async (slug: string, now = TEST_NOW) => getPublished(database.db, await riverbend(), slug, now);

  it("stands at its address in its own district only", async () => {
    const { listing } = await givenListing(database.db);
    expect(await page(listing.slug)).toMatchObject({ state: "published", listing: { id: listing.id } });
    expect(await getPublished(database.db, await lakeshore(), listing.slug, TEST_NOW)).toBeNull();
    expect(await page("no-such-listing")).toBeNull();
  });

  it.each(["closed", "expired", "suspended"] as const)("says that a %s one is over", async (state) => {
    const endedAt = new Date("2027-02-08T09:00:00Z");
    const { listing, opportunity } = await givenListing(database.db, { listing: { state, updatedAt: endedAt } });
    expect(await page(listing.slug)).toEqual({ state: "over", title: opportunity.title, why: state, endedAt });
  });

  it("is over once its last day is, before the clock has said so", async () => {
    const { listing } = await givenListing(database.db);
    const endedAt = endOfDay(listing.closesOn!, "America/Chicago");
    expect(await page(listing.slug, days(60))).toMatchObject({ state: "over", why: "expired", endedAt });
  });

  it.each(["draft", "submitted", "changes_requested", "declined", "approved"] as const)(
    "does not exist while it is %s",
    async (state) => {
      const { listing } = await givenListing(database.db, { listing: { state, publishedAt: null } });
      expect(await page(listing.slug)).toBeNull();
    },
  );
});

describe("similar listings", () => {
  it("come from the same district, nearest in what one does first, and never the listing itself", async () => {
    const { db } = database;
    const near = { subClusters: ["040206"], kind: "Mentorship" };
    const target = await givenListing(db, { opportunity: near });
    const alike = await givenListing(db, { opportunity: near });
    const cousin = await givenListing(db, { opportunity: { subClusters: ["040201"], kind: "Mentorship" } });
    await givenListing(db, { opportunity: near, listing: { districtId: districts.lakeshore.id } });
    const shown = await getPublished(db, await riverbend(), target.listing.slug, TEST_NOW);
    if (shown?.state !== "published") throw new Error("it is on the list");
    const similar = await listSimilar(db, await riverbend(), shown.listing, { now: TEST_NOW, limit: 2 });
    expect(similar.map(({ id }) => id)).toEqual([alike.listing.id, cousin.listing.id]);
  });

  it("are found for a listing without sub-clusters or a point", async () => {
    const bare = { subClusters: [], latitude: null, longitude: null };
    const { listing } = await givenListing(database.db, { opportunity: bare });
    const shown = await getPublished(database.db, await riverbend(), listing.slug, TEST_NOW);
    if (shown?.state !== "published") throw new Error("it is on the list");
    const similar = await listSimilar(database.db, await riverbend(), shown.listing, { now: TEST_NOW, limit: 3 });
    expect(similar).toHaveLength(3);
  });
});

it("reads as many as it is asked for", async () => {
  await givenMany(database.db, await givenListing(database.db), 1_200, districts.lakeshore.id);
  const ids = [...(await listDates(database.db, await lakeshore(), TEST_NOW)).keys()];
  const seen = await listPublished(database.db, await lakeshore(), ids, TEST_NOW);
  expect(seen.map(({ id }) => id)).toEqual(ids);
});
