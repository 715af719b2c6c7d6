import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { collectionListings, collections } from "#db/schema/collections.ts";
import { listings } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import {
  addToCollection,
  findForCollection,
  listHeld,
  moveInCollection,
  removeFromCollection,
} from "./collection-listings.server.ts";
import {
  createCollection,
  deleteCollection,
  editCollection,
  getCollection,
  listCollections,
  listCollectionsOf,
  listPublishedCollections,
  moveCollection,
  publishCollection,
} from "./collections.server.ts";
import { MOST_COLLECTIONS, MOST_IN_COLLECTION } from "./collections.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const key = () => ({ idempotencyKey: randomUUID() });
const text = (name: string) => ({ name, nameEs: null, about: null, aboutEs: null });
const listVersion = () => listVersionOf(database.db, districts.riverbend.id);
const logged = async (id: string) =>
  (await database.db.select().from(events).where(eq(events.subjectId, id))).map(({ name }) => name);

beforeEach(async () => {
  await database.db.delete(collectionListings);
  await database.db.delete(collections);
});

async function given(name = "Summer 2027"): Promise<string> {
  const outcome = await createCollection(dana(), { ...text(name), ...key() });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.collectionId;
}

test("a collection is made for the staff, published for readers, and taken back", async () => {
  const before = await listVersion();
  const collectionId = await given();
  expect(await getCollection(dana(), collectionId)).toMatchObject({ slug: "summer-2027", publishedAt: null });
  const shown = () => listPublishedCollections(database.db, districts.riverbend.id);
  expect(await shown()).toEqual([]);
  expect(await listVersion()).toBe(before);
  const switched = (published: boolean) => publishCollection(dana(), { collectionId, published, ...key() });
  expect(await switched(true)).toMatchObject({ ok: true });
  expect(await shown()).toEqual([{ slug: "summer-2027", ...text("Summer 2027"), listingIds: [] }]);
  expect(await switched(true)).toMatchObject({ ok: true });
  expect(await listVersion()).toBe(before + 1);
  expect(await switched(false)).toMatchObject({ ok: true });
  expect(await shown()).toEqual([]);
  expect(await logged(collectionId)).toEqual(["collection.created", "collection.published", "collection.unpublished"]);
});

test("renaming keeps the address; a name that is taken is refused", async () => {
  const [first, second] = [await given("Health week"), await given("Health week!")];
  expect((await getCollection(dana(), second))?.slug).toBe("health-week-2");
  expect(
    await editCollection(dana(), { collectionId: first, version: 1, ...text("Care week"), ...key() }),
  ).toMatchObject({
    ok: true,
  });
  expect(await getCollection(dana(), first)).toMatchObject({ name: "Care week", slug: "health-week" });
  const taken = { ok: false, refusal: "name_taken" };
  expect(await editCollection(dana(), { collectionId: second, version: 1, ...text("CARE WEEK"), ...key() })).toEqual(
    taken,
  );
  expect(await createCollection(dana(), { ...text("care week"), ...key() })).toEqual(taken);
});

test("the later of two tabs is told, whether it changes the text or deletes", async () => {
  const collectionId = await given();
  const read = { collectionId, version: 1 };
  const tooLate = { ok: false, refusal: "changed_since_read" };
  expect(await editCollection(dana(), { ...read, ...text("First"), ...key() })).toMatchObject({ ok: true });
  expect(await editCollection(dana(), { ...read, ...text("Second"), ...key() })).toEqual(tooLate);
  expect(await deleteCollection(dana(), { ...read, ...key() })).toEqual(tooLate);
  await publishCollection(dana(), { collectionId, published: true, ...key() });
  expect(await getCollection(dana(), collectionId)).toMatchObject({ name: "First", version: 3 });
});

test("a deleted collection is gone for readers, and its listings stay", async () => {
  const collectionId = await given();
  const { listing } = await givenListing(database.db);
  await addToCollection(dana(), { collectionId, listingId: listing.id, ...key() });
  await publishCollection(dana(), { collectionId, published: true, ...key() });
  const before = await listVersion();
  const form = { collectionId, version: 2, ...key() };
  expect(await deleteCollection(dana(), form)).toEqual({ ok: true, value: { collectionId } });
  expect(await deleteCollection(dana(), form)).toEqual({ ok: true, value: { collectionId } });
  expect(await listPublishedCollections(database.db, districts.riverbend.id)).toEqual([]);
  expect(await database.db.$count(collectionListings)).toBe(0);
  expect(await database.db.$count(listings, eq(listings.id, listing.id))).toBe(1);
  expect(await listVersion()).toBe(before + 1);
  expect(await logged(collectionId)).toContain("collection.deleted");
});

test("collections are put in order", async () => {
  const [a, b] = [await given("A one"), await given("B one")];
  expect(await moveCollection(dana(), { collectionId: b, direction: "up", ...key() })).toMatchObject({ ok: true });
  expect((await listCollections(dana())).map(({ id }) => id)).toEqual([b, a]);
});

test("listings are added once, moved, found by title and taken out; readers of a published one are told", async () => {
  const collectionId = await given();
  await publishCollection(dana(), { collectionId, published: true, ...key() });
  const title = `100% kayak_${randomUUID()}`;
  const a = (await givenListing(database.db, { opportunity: { title } })).listing.id;
  const b = (await givenListing(database.db)).listing.id;
  const found = async () => (await findForCollection(dana(), collectionId, title.toUpperCase())).map(({ id }) => id);
  expect(await found()).toEqual([a]);
  const before = await listVersion();
  for (const listingId of [a, b, a]) await addToCollection(dana(), { collectionId, listingId, ...key() });
  expect(await listVersion()).toBe(before + 2);
  expect(await found()).toEqual([]);
  expect(await moveInCollection(dana(), { collectionId, listingId: b, direction: "up", ...key() })).toMatchObject({
    ok: true,
  });
  expect((await listHeld(dana(), collectionId)).map(({ id }) => id)).toEqual([b, a]);
  expect(await listPublishedCollections(database.db, districts.riverbend.id)).toMatchObject([{ listingIds: [b, a] }]);
  expect(await listCollectionsOf(dana(), a)).toMatchObject([{ id: collectionId, isIn: true }]);
  expect(await removeFromCollection(dana(), { collectionId, listingId: a, ...key() })).toEqual({
    ok: true,
    value: { count: 1 },
  });
  expect(await listCollections(dana())).toMatchObject([{ id: collectionId, count: 1 }]);
  expect(await logged(collectionId)).toContain("collection.listing_removed");
});

test("no more than fifty collections, no more than two hundred listings in one", async () => {
  const { listing } = await givenListing(database.db);
  const row = { districtId: districts.riverbend.id, position: 1 };
  const [full] = await database.db
    .insert(collections)
    .values(Array.from({ length: MOST_COLLECTIONS }, (_, i) => ({ ...row, slug: `c${i}`, name: `C${i}` })))
    .returning();
  expect(await createCollection(dana(), { ...text("One more"), ...key() })).toEqual({ ok: false, refusal: "too_many" });
  for (let position = 1; position <= MOST_IN_COLLECTION; position++) {
    const { id: listingId } = (await givenListing(database.db)).listing;
    await database.db.insert(collectionListings).values({ collectionId: full!.id, listingId, position });
  }
  expect(await addToCollection(dana(), { collectionId: full!.id, listingId: listing.id, ...key() })).toEqual({
    ok: false,
    refusal: "collection_full",
  });
});

test("another district's coordinator finds neither the collection nor the listing", async () => {
  const collectionId = await given();
  const { listing } = await givenListing(database.db);
  const notFound = { ok: false, refusal: "not_found" };
  const place = { collectionId, listingId: listing.id };
  expect(await editCollection(priya(), { collectionId, version: 1, ...text("Mine"), ...key() })).toEqual(notFound);
  expect(await deleteCollection(priya(), { collectionId, version: 1, ...key() })).toEqual(notFound);
  expect(await publishCollection(priya(), { collectionId, published: true, ...key() })).toEqual(notFound);
  expect(await moveCollection(priya(), { collectionId, direction: "up", ...key() })).toEqual(notFound);
  expect(await addToCollection(priya(), { ...place, ...key() })).toEqual(notFound);
  expect(await removeFromCollection(priya(), { ...place, ...key() })).toEqual(notFound);
  expect(await moveInCollection(priya(), { ...place, direction: "up", ...key() })).toEqual(notFound);
  const theirs = await createCollection(priya(), { ...text("Lakeshore's"), ...key() });
  if (!theirs.ok) throw new Error(theirs.refusal);
  const mixed = { collectionId: theirs.value.collectionId, listingId: listing.id };
  expect(await addToCollection(priya(), { ...mixed, ...key() })).toEqual(notFound);
  expect(await getCollection(priya(), collectionId)).toBeNull();
});
