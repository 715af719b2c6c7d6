import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { codeWords } from "#app/jobs/code-words.server.ts";
import { districts as districtRows } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { NOBODY } from "../matching/learner.ts";
import { listMatches } from "../matching/matches.server.ts";
import { readSearchDocuments } from "./search-documents.server.ts";
import { restrictListing } from "./restricting.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const read = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0]!;
const form = (listing: { id: string; version: number }) => ({
  listingId: listing.id,
  version: listing.version,
  onlyGrades: [12],
  onlyGroups: ["Health Academy"],
  noteToReaders: "Ask Ms. Ortiz in room 12 first.",
  idempotencyKey: randomUUID(),
});
const matched = async (grade: number) => {
  const [district] = await database.db.select().from(districtRows).where(eq(districtRows.id, districts.riverbend.id));
  const { matches } = await listMatches(database.db, district!, { ...NOBODY, grade }, { now: TEST_NOW, limit: 500 });
  return matches.map(({ id }) => id);
};

test("a listing is kept to grade 12 and a group; searches by grade and matching follow, the log holds no words", async () => {
  const { listing } = await givenListing(database.db);
  const before = await listVersionOf(database.db, districts.riverbend.id);
  expect(await matched(11)).toContain(listing.id);
  expect(await restrictListing(dana(), form(listing))).toEqual({ ok: true, value: { version: listing.version + 1 } });
  const { onlyGrades, onlyGroups, noteToReaders } = form(listing);
  expect(await read(listing.id)).toMatchObject({ onlyGrades, onlyGroups, noteToReaders });
  expect(await listVersionOf(database.db, districts.riverbend.id)).toBe(before + 1);
  const { documents } = await readSearchDocuments(database.db, [listing.id], codeWords);
  expect(documents[0]?.grades).toEqual([12]);
  expect(await matched(11)).not.toContain(listing.id);
  expect(await matched(12)).toContain(listing.id);
  expect(await database.db.select().from(events).where(eq(events.subjectId, listing.id))).toMatchObject([
    { name: "listing.restricted", actorId: people.dana.id, detail: { onlyGrades: [12], groups: 1, hasNote: true } },
  ]);
});

test("what readers cannot see yet leaves the list's version alone", async () => {
  const { listing } = await givenListing(database.db, { listing: { state: "submitted" } });
  const before = await listVersionOf(database.db, districts.riverbend.id);
  expect(await restrictListing(dana(), form(listing))).toMatchObject({ ok: true });
  expect(await listVersionOf(database.db, districts.riverbend.id)).toBe(before);
});

test("grades the partner does not open it to are refused: nobody could go", async () => {
  const { listing } = await givenListing(database.db);
  expect(await restrictListing(dana(), { ...form(listing), onlyGrades: [6, 7] })).toEqual({
    ok: false,
    refusal: "open_to_nobody",
  });
  expect(await read(listing.id)).toMatchObject({ onlyGrades: [], version: listing.version });
});

test("of two who read the same version the later one is told", async () => {
  const { listing } = await givenListing(database.db);
  expect(await restrictListing(dana(), form(listing))).toMatchObject({ ok: true });
  expect(await restrictListing(dana(), form(listing))).toEqual({ ok: false, refusal: "changed_since_read" });
});

test("another district's coordinator is told there is no such listing", async () => {
  const { listing } = await givenListing(database.db);
  expect(await restrictListing(priya(), form(listing))).toEqual({ ok: false, refusal: "not_found" });
  expect(await read(listing.id)).toMatchObject({ onlyGroups: [], version: listing.version });
});
