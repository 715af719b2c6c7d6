import { randomUUID } from "node:crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { featureListing, listFeatured, moveFeatured, unfeatureListing } from "./featuring.server.ts";
import { MOST_FEATURED } from "./featuring.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const order = async () => (await listFeatured(database.db, districts.riverbend.id)).map(({ id }) => id);
const of = (listingId: string) => ({ listingId, idempotencyKey: randomUUID() });
const listVersion = () => listVersionOf(database.db, districts.riverbend.id);

beforeEach(async () => {
  await database.db
    .update(listings)
    .set({ featuredAt: null, featuredPosition: null })
    .where(isNotNull(listings.featuredAt));
});

async function givenFeatured(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const { listing } = await givenListing(database.db);
    expect(await featureListing(dana(), of(listing.id))).toEqual({ ok: true, value: { featured: i + 1 } });
    ids.push(listing.id);
  }
  return ids;
}

test("listings are featured in the order they were chosen, moved, and taken off", async () => {
  const before = await listVersion();
  const [a = "", b = "", c = ""] = await givenFeatured(3);
  expect(await order()).toEqual([a, b, c]);
  expect(await moveFeatured(dana(), { ...of(c), direction: "up" })).toMatchObject({ ok: true });
  expect(await order()).toEqual([a, c, b]);
  expect(await moveFeatured(dana(), { ...of(a), direction: "up" })).toMatchObject({ ok: true });
  expect(await unfeatureListing(dana(), of(a))).toEqual({ ok: true, value: { featured: 2 } });
  expect(await order()).toEqual([c, b]);
  expect(await listVersion()).toBe(before + 6);
  const log = await database.db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, a)));
  expect(log.map(({ name }) => name)).toEqual(["listing.featured", "listing.featured", "listing.unfeatured"]);
});

test("one that left the list makes room", async () => {
  const [a = "", b = ""] = await givenFeatured(2);
  await database.db.update(listings).set({ state: "closed" }).where(eq(listings.id, a));
  expect(await order()).toEqual([b]);
});

test("twice is once, and of many at the same time each has a place of its own", async () => {
  const [a = ""] = await givenFeatured(1);
  const before = await listVersion();
  expect(await featureListing(dana(), of(a))).toEqual({ ok: true, value: { featured: 1 } });
  expect(await listVersion()).toBe(before);
  const many = await Promise.all([1, 2, 3].map(() => givenListing(database.db)));
  await Promise.all(many.map(({ listing }) => featureListing(dana(), of(listing.id))));
  const rows = await database.db.select().from(listings).where(isNotNull(listings.featuredAt));
  expect(rows.map(({ featuredPosition }) => featuredPosition).toSorted()).toEqual([1, 2, 3, 4]);
});

test("one too many, one that is not on the list and one that is not featured are refused", async () => {
  await givenFeatured(MOST_FEATURED);
  const { listing } = await givenListing(database.db);
  expect(await featureListing(dana(), of(listing.id))).toEqual({ ok: false, refusal: "too_many" });
  expect(await moveFeatured(dana(), { ...of(listing.id), direction: "up" })).toEqual({
    ok: false,
    refusal: "not_found",
  });
  const closed = await givenListing(database.db, { listing: { state: "closed" } });
  expect(await featureListing(dana(), of(closed.listing.id))).toEqual({ ok: false, refusal: "not_published" });
});

test("another district's coordinator is told there is no such listing", async () => {
  const [a = ""] = await givenFeatured(1);
  const notFound = { ok: false, refusal: "not_found" };
  expect(await featureListing(priya(), of(a))).toEqual(notFound);
  expect(await unfeatureListing(priya(), of(a))).toEqual(notFound);
  expect(await moveFeatured(priya(), { ...of(a), direction: "down" })).toEqual(notFound);
  expect(await order()).toEqual([a]);
});
