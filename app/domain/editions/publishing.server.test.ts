import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { editionListings, editions } from "#db/schema/editions.ts";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { users } from "#db/schema/people.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing, givenPerson } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { givenMany } from "#tests/support/many-listings.ts";
import type { Context, System } from "../context.ts";
import { closeListing } from "../listings/closing.server.ts";
import { getDistrict } from "../districts/districts.server.ts";
import { draftEdition, scheduleEdition } from "./drafting.server.ts";
import { readLiveList } from "./published-list.server.ts";
import { publishDue, publishEdition } from "./publishing.server.ts";
import { readEdition } from "./read-edition.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const marcus = () => asCoordinator(database.db, people.marcus.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const clock = (now = TEST_NOW): Context<System> => ({ db: database.db, now, actor: { kind: "system", userId: null } });
const riverbend = async () => (await getDistrict(database.db, districts.riverbend.id))!;
const listVersion = () => listVersionOf(database.db, districts.riverbend.id);

async function given(title = "Spring 2027") {
  const words = { title, titleEs: "Primavera 2027", note: "Dear families", noteEs: null };
  const drafted = await draftEdition(dana(), { ...words, idempotencyKey: randomUUID() });
  if (!drafted.ok) throw new Error(drafted.refusal);
  return { editionId: drafted.value.editionId, version: 1 };
}

type Draft = Awaited<ReturnType<typeof given>>;
const publishing = (draft: Draft) => ({ ...draft, idempotencyKey: randomUUID() });
const published = async (draft: Draft, ctx = dana()) => {
  const outcome = await publishEdition(ctx, publishing(draft));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
};
const rowOf = async ({ editionId }: Draft) => {
  const [row] = await database.db.select().from(editions).where(eq(editions.id, editionId));
  return row!;
};
/** What Postgres says of a statement a trigger refuses. */
const refusedBy = async (statement: Promise<unknown>) =>
  statement.then(
    () => null,
    (error: { cause?: { message?: string } }) => error.cause?.message,
  );

beforeEach(async () => {
  await database.db.update(listings).set({ state: "closed" });
});

it("freezes the list as it is: what is read later is what it was, whatever became of its listings", async () => {
  await givenListing(database.db, { opportunity: { title: "Wheel builder" } });
  const { listing, opportunity } = await givenListing(database.db);
  const [live, before] = [await readLiveList(database.db, await riverbend(), TEST_NOW), await listVersion()];
  const draft = await given();
  const { number } = await published(draft);
  const edition = { number, title: "Spring 2027", titleEs: "Primavera 2027", note: "Dear families", noteEs: null };
  const frozen = { ...live, edition };
  expect(number).toBe(1);
  expect(await readEdition(database.db, await riverbend(), number)).toEqual(frozen);
  expect((await rowOf(draft)).summary).toEqual({ listings: 2, confirmed: 2, days: 60, since: null });
  expect(await listVersion()).toBe(before + 1);
  expect(await database.db.select().from(events).where(eq(events.subjectId, draft.editionId))).toMatchObject([
    { name: "edition.drafted", actorId: people.dana.id },
    { name: "edition.published", actorId: people.dana.id, detail: { number, listings: 2 } },
  ]);

  await closeListing(dana(), { listingId: listing.id, reason: "filled", idempotencyKey: randomUUID() });
  const { content } = live.entries[0]!;
  await database.db.update(opportunityRevisions).set({ content: { ...content, title: "Other" } as never });
  await database.db.update(opportunities).set({ title: "Other" }).where(eq(opportunities.id, opportunity.id));
  expect(await readEdition(database.db, await riverbend(), number)).toEqual(frozen);
});

it("numbers without gaps and counts what is new since the one before", async () => {
  const { listing } = await givenListing(database.db);
  const first = await given("One");
  await given("A draft that never is");
  const { number } = await published(first);
  await givenListing(database.db, { listing: { confirmedAt: new Date("2026-01-01") } });
  await database.db.update(listings).set({ closesOn: "2027-03-30" }).where(eq(listings.id, listing.id));
  const second = await given("Two");
  expect(await published(second)).toMatchObject({ number: number + 1 });
  expect((await rowOf(first)).summary).toMatchObject({ listings: 1, confirmed: 1, days: 60 });
  expect((await rowOf(second)).summary).toMatchObject({
    ...{ listings: 2, confirmed: 1 },
    since: { number, added: 1, closed: 0, changed: 1, first: { changed: [listing.id] } },
  });
});

it("is done once: sent again it is the same answer, published by two at once the second is told", async () => {
  await givenListing(database.db);
  const draft = await given();
  const form = publishing(draft);
  const twice = await Promise.all([publishEdition(dana(), form), publishEdition(dana(), form)]);
  expect(twice[1]).toEqual(twice[0]);

  const other = await given();
  const both = await Promise.all([dana(), marcus()].map((ctx) => publishEdition(ctx, publishing(other))));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: "already_published" }]);
});

it("gives two editions at once two numbers", async () => {
  await givenListing(database.db);
  const drafts = await Promise.all([given("A"), given("B"), given("C")]);
  const numbers = (await Promise.all(drafts.map((draft) => published(draft)))).map(({ number }) => number);
  const first = Math.min(...numbers);
  expect(numbers.sort((a, b) => a - b)).toEqual([first, first + 1, first + 2]);
});

it("refuses an empty list, a changed draft and another district's", async () => {
  const draft = await given();
  expect(await publishEdition(dana(), publishing(draft))).toEqual({ ok: false, refusal: "nothing_to_publish" });
  await givenListing(database.db);
  expect(await publishEdition(dana(), publishing({ ...draft, version: 2 }))).toEqual({
    ...{ ok: false, refusal: "changed_since_read" },
  });
  expect(await publishEdition(priya(), publishing(draft))).toEqual({ ok: false, refusal: "not_found" });
  expect(await rowOf(draft)).toMatchObject({ state: "draft", number: null, names: null });
});

it("is never changed afterwards, nor removed, by anybody; its publisher may be forgotten", async () => {
  await givenListing(database.db);
  const someone = await givenPerson(database.db);
  const draft = await given();
  const { editionId } = await published(draft, asCoordinator(database.db, someone.id, districts.riverbend.id));
  const [of, held] = [eq(editions.id, editionId), eq(editionListings.editionId, editionId)];
  const { db } = database;
  const frozen = "a published edition is never changed or removed";
  expect(await refusedBy(db.update(editions).set({ title: "Other" }).where(of).execute())).toBe(frozen);
  expect(await refusedBy(db.update(editions).set({ publishedBy: people.dana.id }).where(of).execute())).toBe(frozen);
  expect(await refusedBy(db.delete(editions).where(of).execute())).toContain("never changed or removed");
  expect(await refusedBy(db.update(editionListings).set({ position: 9 }).where(held).execute())).toContain("never");
  expect(await refusedBy(db.delete(editionListings).where(held).execute())).toContain("never changed or removed");
  await db.delete(users).where(eq(users.id, someone.id));
  expect(await rowOf(draft)).toMatchObject({ publishedBy: null, state: "published" });
});

it("is published by the clock on its day in the district, and not twice", async () => {
  await givenListing(database.db);
  const draft = await given();
  const scheduled = await scheduleEdition(dana(), { ...publishing(draft), publishOn: "2027-02-10" });
  expect(scheduled).toMatchObject({ ok: true });
  // Still the evening before, in Chicago.
  expect(await publishDue(clock(new Date("2027-02-10T05:59:00Z")))).toEqual([]);
  const morning = clock(new Date("2027-02-10T06:01:00Z"));
  const rounds = await Promise.all([publishDue(morning), publishDue(morning)]);
  expect(rounds.flat()).toMatchObject([{ editionId: draft.editionId }]);
  expect(await publishDue(morning)).toEqual([]);
  const names = await database.db
    .select({ name: events.name })
    .from(events)
    .where(eq(events.subjectId, draft.editionId))
    .orderBy(asc(events.at), asc(events.name));
  expect(names.map(({ name }) => name)).toEqual(["edition.drafted", "edition.scheduled", "edition.published"]);
});

it("becomes a draft again on a day with nothing on the list", async () => {
  const draft = await given();
  await scheduleEdition(dana(), { ...publishing(draft), publishOn: "2027-02-10" });
  expect(await publishDue(clock(new Date("2027-02-11T18:00:00Z")))).toEqual([]);
  expect(await rowOf(draft)).toMatchObject({ state: "draft", publishOn: "2027-02-10", number: null });
});

it("numbers each district for itself, five thousand listings in seconds", async () => {
  await givenMany(database.db, await givenListing(database.db), 5000, districts.lakeshore.id);
  const drafted = await draftEdition(priya(), {
    ...{ title: "Large", titleEs: null, note: null, noteEs: null, idempotencyKey: randomUUID() },
  });
  if (!drafted.ok) throw new Error(drafted.refusal);
  const outcome = await publishEdition(priya(), publishing({ ...drafted.value, version: 1 }));
  expect(outcome).toMatchObject({ ok: true, value: { number: 1 } });
  const lakeshore = (await getDistrict(database.db, districts.lakeshore.id))!;
  expect((await readEdition(database.db, lakeshore, 1))?.entries).toHaveLength(5000);
});
