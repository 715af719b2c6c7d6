import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { savedSearches } from "#db/schema/saved.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPerson, givenPerson } from "#tests/support/givens.ts";
import { givenSavedSearch } from "#tests/support/saved-searches.ts";
import { MOST_SEARCHES } from "./searches.ts";
import { changeSearch, deleteSearch, getSearch, listSearches, pauseSearch, saveSearch } from "./searches.server.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const key = () => ({ idempotencyKey: randomUUID() });
const bikes = { districtId: riverbend.id, query: "q=bikes", cadence: "daily" as const };
const somebody = async () => asPerson(database.db, (await givenPerson(database.db)).id);
const row = async (searchId: string) =>
  (await database.db.select().from(savedSearches).where(eq(savedSearches.id, searchId)))[0];

async function saved(ctx: Awaited<ReturnType<typeof somebody>>, what: Partial<typeof bikes> = {}) {
  const outcome = await saveSearch(ctx, { ...bikes, ...what, ...key() });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.searchId;
}

describe("saving", () => {
  it("is at once, for the day's first morning, and in no log", async () => {
    const ctx = await somebody();
    const before = await database.db.$count(events);
    const id = await saved(ctx);
    expect(await row(id)).toMatchObject({ confirmedAt: TEST_NOW, since: TEST_NOW, address: null, locale: null });
    expect((await row(id))!.dueAt > TEST_NOW).toBe(true);
    expect(await database.db.$count(events)).toBe(before);
  });

  it("keeps one of each search, as often as said last, and goes on with one that rests", async () => {
    const ctx = await somebody();
    const id = await saved(ctx);
    await pauseSearch(ctx, { searchId: id, isPaused: true, ...key() });
    const again = await saveSearch(ctx, { ...bikes, cadence: "weekly", ...key() });
    expect(again).toEqual({ ok: true, value: { searchId: id } });
    expect(await row(id)).toMatchObject({ cadence: "weekly", pausedAt: null });
    const elsewhere = await saveSearch(ctx, { ...bikes, districtId: lakeshore.id, ...key() });
    expect(elsewhere.ok && elsewhere.value.searchId).not.toBe(id);
  });

  it("is done once by a form sent twice", async () => {
    const ctx = await somebody();
    const form = { ...bikes, ...key() };
    expect(await saveSearch(ctx, form)).toEqual(await saveSearch(ctx, form));
  });

  it("has an end, and knows no district that is not there", async () => {
    const ctx = await somebody();
    const { userId } = ctx.actor;
    for (let n = 0; n < MOST_SEARCHES; n++) await givenSavedSearch(database.db, { userId, query: `q=${n}` });
    expect(await saveSearch(ctx, { ...bikes, ...key() })).toEqual({ ok: false, refusal: "too_many" });
    expect((await saveSearch(ctx, { ...bikes, query: "q=3", ...key() })).ok).toBe(true);
    const nowhere = await saveSearch(ctx, { ...bikes, districtId: randomUUID(), ...key() });
    expect(nowhere).toEqual({ ok: false, refusal: "not_found" });
  });
});

describe("a saved search", () => {
  it("is renamed, told more often, and called by its words again", async () => {
    const ctx = await somebody();
    const searchId = await saved(ctx);
    await changeSearch(ctx, { searchId, name: "Bikes", cadence: "at_once", ...key() });
    expect(await getSearch(ctx, searchId)).toMatchObject({ name: "Bikes", cadence: "at_once" });
    const other = await saved(ctx, { query: "q=art" });
    const taken = { searchId: other, name: "Bikes", cadence: "daily" as const };
    expect(await changeSearch(ctx, { ...taken, ...key() })).toEqual({ ok: false, refusal: "name_taken" });
    await changeSearch(ctx, { searchId, name: null, cadence: "weekly", ...key() });
    expect(await getSearch(ctx, searchId)).toMatchObject({ name: null, cadence: "weekly" });
  });

  it("rests, and goes on from then", async () => {
    const ctx = await somebody();
    const searchId = await saved(ctx);
    await pauseSearch(ctx, { searchId, isPaused: true, ...key() });
    expect(await row(searchId)).toMatchObject({ pausedAt: TEST_NOW });
    const later = { ...ctx, now: new Date(TEST_NOW.getTime() + 86_400_000) };
    await pauseSearch(later, { searchId, isPaused: false, ...key() });
    expect(await row(searchId)).toMatchObject({ pausedAt: null, since: later.now, lookedAt: later.now });
    await pauseSearch({ ...ctx, now: new Date() }, { searchId, isPaused: false, ...key() });
    expect(await row(searchId)).toMatchObject({ since: later.now });
  });

  it("is gone when it is deleted", async () => {
    const ctx = await somebody();
    const searchId = await saved(ctx);
    expect(await deleteSearch(ctx, { searchId, ...key() })).toEqual({ ok: true, value: null });
    expect(await listSearches(ctx)).toEqual([]);
  });

  it("is its own person's alone, in each district", async () => {
    const ctx = await somebody();
    const mine = [await saved(ctx), await saved(ctx, { districtId: lakeshore.id })];
    for (const searchId of mine)
      for (const other of [
        await somebody(),
        asPerson(database.db, people.dana.id),
        asPerson(database.db, people.carl.id),
      ]) {
        const change = { searchId, name: null, cadence: "weekly" as const, isPaused: true };
        const missing = { ok: false, refusal: "not_found" };
        expect(await getSearch(other, searchId)).toBeNull();
        expect(await changeSearch(other, { ...change, ...key() })).toEqual(missing);
        expect(await pauseSearch(other, { ...change, ...key() })).toEqual(missing);
        expect(await deleteSearch(other, { searchId, ...key() })).toEqual(missing);
        expect(await row(searchId)).toMatchObject({ cadence: "daily", pausedAt: null });
      }
    expect((await listSearches(ctx)).map(({ id }) => id).toSorted()).toEqual(mine.toSorted());
  });
});
