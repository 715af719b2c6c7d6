import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { getDistrict } from "../districts/districts.server.ts";
import { draftEdition } from "./drafting.server.ts";
import { readFollowing } from "./following.server.ts";
import { publishEdition } from "./publishing.server.ts";
import { percentOf } from "./summary.ts";

const database = useTestDatabase();
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(TEST_NOW.getTime() - days * DAY_MS);
const read = async (changes: { freshnessDays?: number } = {}) => {
  const riverbend = await getDistrict(database.db, districts.riverbend.id);
  return readFollowing(database.db, { ...riverbend!, ...changes }, TEST_NOW);
};

beforeEach(async () => {
  await database.db.update(listings).set({ state: "closed" });
});

it("counts what is on the list now and was confirmed within the district's days", async () => {
  for (const days of [0, 59, 60]) await givenListing(database.db, { listing: { confirmedAt: daysAgo(days) } });
  await givenListing(database.db, { listing: { confirmedAt: daysAgo(61) } });
  await givenListing(database.db, { listing: { confirmedAt: null } });
  // Off the list, or another district's: not asked.
  await givenListing(database.db, { listing: { state: "expired" } });
  await givenListing(database.db, { listing: { closesOn: "2027-02-08" } });
  await givenListing(database.db, { listing: { districtId: districts.lakeshore.id } });
  const { rate, edition } = await read();
  expect(rate).toEqual({ listings: 5, confirmed: 3, days: 60 });
  expect(percentOf(rate)).toBe(60);
  expect(edition).toBeNull();
  expect((await read({ freshnessDays: 30 })).rate).toEqual({ listings: 5, confirmed: 1, days: 30 });
});

it.each([
  [{ listings: 0, confirmed: 0, days: 60 }, null],
  [{ listings: 3, confirmed: 3, days: 60 }, 100],
  [{ listings: 1000, confirmed: 999, days: 60 }, 99],
  [{ listings: 3, confirmed: 1, days: 60 }, 33],
])("%j is %s percent", (rate, percent) => {
  expect(percentOf(rate)).toBe(percent);
});

it("follows the newest edition, and counts what came since", async () => {
  const dana = asCoordinator(database.db, people.dana.id, districts.riverbend.id);
  const publish = async (title: string) => {
    const words = { title, titleEs: null, note: null, noteEs: null };
    const drafted = await draftEdition(dana, { ...words, idempotencyKey: randomUUID() });
    if (!drafted.ok) throw new Error(drafted.refusal);
    await publishEdition(dana, { ...drafted.value, version: 1, idempotencyKey: randomUUID() });
  };
  await givenListing(database.db);
  await publish("Fall");
  await givenListing(database.db);
  expect((await read()).edition).toMatchObject({ number: 1, title: "Fall", added: 1 });
  await publish("Spring");
  expect((await read()).edition).toMatchObject({ number: 2, title: "Spring", publishedOn: "2027-02-09", added: 0 });
  await database.db.update(listings).set({ state: "closed" });
  for (const _ of [1, 2]) await givenListing(database.db);
  expect(await read()).toMatchObject({ rate: { listings: 2 }, edition: { number: 2, added: 2 } });
});
