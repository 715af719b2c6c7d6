import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { pino } from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import { restoreListing, suspendListing } from "#app/domain/listings/suspending.server.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import type { SearchIndex } from "#app/search/search-index.ts";
import { mails } from "#db/schema/mail.ts";
import { savedSearches, toldListings } from "#db/schema/saved.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { lastMail } from "#tests/support/mail.ts";
import { givenSavedSearch } from "#tests/support/saved-searches.ts";
import { givenSearchable } from "#tests/support/searchable.ts";
import { lookForMatches } from "./look-for-matches.server.ts";

const database = useTestDatabase();
const log = pino({ level: "silent" });
const { riverbend, lakeshore } = districts;
const LEO = { userId: people.leo.id };
const minutes = (n: number) => new Date(TEST_NOW.getTime() + n * 60_000);
const days = (n: number) => minutes(n * 1_440);

/** Each test has a word of its own to search for. */
let word: string;
beforeEach(async () => {
  word = `word${randomUUID().replaceAll("-", "")}`;
  await database.db.delete(savedSearches);
  await database.db.delete(mails);
});

const listing = (listed: Parameters<typeof givenSearchable>[1] = {}) =>
  givenSearchable(database.db, { ...listed, opportunity: { title: `Helper ${word}`, ...listed.opportunity } });
const search = (changes: Partial<Parameters<typeof givenSavedSearch>[1]> = {}) =>
  givenSavedSearch(database.db, { query: `q=${word}`, ...(changes.address ? {} : LEO), ...changes } as never);

async function look(
  now = TEST_NOW,
  engine: Pick<SearchIndex, "search"> = createSearch({ db: database.db, env: {}, log }),
) {
  await lookForMatches({ db: database.db, search: { engines: [], search: engine.search.bind(engine) }, log }, { now });
}
const told = (searchId: string) =>
  database.db
    .select({ listingId: toldListings.listingId, alertId: toldListings.alertId })
    .from(toldListings)
    .where(eq(toldListings.searchId, searchId));
const mailsOf = (searchId: string) =>
  database.db
    .select()
    .from(mails)
    .where(sql`${mails.data} ->> 'searchId' = ${searchId}`);
/** Makes it due again without waiting for its day. */
const dueAgain = () => database.db.update(savedSearches).set({ dueAt: TEST_NOW });

describe("a saved search", () => {
  it("tells of what is new and fits, in one mail, once", async () => {
    const saved = await search();
    const [one, other] = [await listing(), await listing()];
    await look();
    expect((await told(saved.id)).map(({ listingId }) => listingId).toSorted()).toEqual(
      [one.listing.id, other.listing.id].toSorted(),
    );
    expect(await mailsOf(saved.id)).toMatchObject([
      { kind: "person-search-found", userId: people.leo.id, districtId: riverbend.id },
    ]);
    await look(minutes(5));
    await dueAgain();
    await look(days(2));
    expect(await mailsOf(saved.id)).toHaveLength(1);
    const mail = await lastMail(database.db, people.leo.email, { kind: "person-search-found" });
    expect(mail.subject).toBe("2 new opportunities fit your search on the list of Riverbend Community Schools");
    expect(mail.subject).not.toContain(word);
    expect(mail.links).toContain(`/riverbend/opportunities/${one.listing.slug}`);
  });

  it("leaves out what was there before, what does not fit, and what may still be taken back", async () => {
    const saved = await search();
    await listing({ listing: { publishedAt: days(-8) } });
    await givenSearchable(database.db, { opportunity: { title: "Something else" } });
    await listing({ listing: { publishedAt: minutes(-5) } });
    await look();
    expect(await told(saved.id)).toEqual([]);
    await look(minutes(7));
    expect(await told(saved.id)).toHaveLength(1);
  });

  it("looks at its own district's list alone", async () => {
    const [here, there] = [await search(), await search({ districtId: lakeshore.id, userId: people.noah.id })];
    const elsewhere = {
      listing: { districtId: lakeshore.id },
      opportunity: { organizationId: organizations.harbor.id },
    };
    const [one, other] = [await listing(), await listing(elsewhere)];
    await look();
    expect((await told(here.id)).map(({ listingId }) => listingId)).toEqual([one.listing.id]);
    expect((await told(there.id)).map(({ listingId }) => listingId)).toEqual([other.listing.id]);
    expect(await mailsOf(there.id)).toMatchObject([{ districtId: lakeshore.id, userId: people.noah.id }]);
  });

  it("reads as far as what is new reaches, where much is old", async () => {
    const saved = await search();
    const fresh = await listing();
    for (let n = 0; n < 3; n++) await listing({ listing: { publishedAt: days(-9 - n) } });
    let pages = 0;
    const engine = createSearch({ db: database.db, env: {}, log });
    const counting = { search: (asked: never) => (pages++, engine.search(asked)) };
    await look(TEST_NOW, counting);
    expect((await told(saved.id)).map(({ listingId }) => listingId)).toEqual([fresh.listing.id]);
    expect(pages).toBe(1);
  });

  it("is not looked for while it is not confirmed, rests or is not due", async () => {
    await listing();
    const silent = [
      await search({ address: "a@families.example", confirmedAt: null }),
      await search({ address: "b@families.example", pausedAt: TEST_NOW }),
      await search({ address: "c@families.example", dueAt: minutes(1) }),
    ];
    await look();
    for (const { id } of silent) expect(await told(id)).toEqual([]);
    expect(await database.db.$count(mails)).toBe(0);
  });
});

describe("when it tells", () => {
  it.each([
    ["at_once", TEST_NOW],
    ["daily", new Date("2027-02-10T13:30:00Z")],
    ["weekly", new Date("2027-02-15T13:30:00Z")],
  ] as const)("%s: next", async (cadence, dueAt) => {
    const saved = await search({ cadence });
    await look();
    const [row] = await database.db.select().from(savedSearches).where(eq(savedSearches.id, saved.id));
    expect(row).toMatchObject({ dueAt, lookedAt: TEST_NOW });
  });

  it("waits for the end of the district's quiet hours, and tells of the night in one mail", async () => {
    const saved = await search();
    const night = new Date("2027-02-10T06:00:00Z");
    await listing({ listing: { publishedAt: new Date("2027-02-10T05:00:00Z") } });
    await look(night);
    expect(await told(saved.id)).toEqual([]);
    await listing({ listing: { publishedAt: new Date("2027-02-10T11:00:00Z") } });
    await look(new Date("2027-02-10T15:00:00Z"));
    expect(await mailsOf(saved.id)).toHaveLength(1);
    expect(await told(saved.id)).toHaveLength(2);
  });
});

describe("what leaves the list and comes back", () => {
  const dana = (now: Date) => ({ ...asCoordinator(database.db, people.dana.id, riverbend.id), now });
  const form = (listingId: string) => ({ listingId, idempotencyKey: randomUUID() });
  const off = (id: string, now: Date) => suspendListing(dana(now), { ...form(id), note: "A doubt." });
  const on = (id: string, now: Date) => restoreListing(dana(now), form(id));

  it("is not told again", async () => {
    const saved = await search();
    const { listing: one } = await listing();
    await look();
    expect((await off(one.id, minutes(5))).ok && (await on(one.id, minutes(10))).ok).toBe(true);
    await look(minutes(30));
    expect(await mailsOf(saved.id)).toHaveLength(1);
  });

  it("is told when it was off before it could be", async () => {
    const saved = await search();
    const { listing: one } = await listing();
    await off(one.id, minutes(-1));
    await look();
    expect(await told(saved.id)).toEqual([]);
    await on(one.id, days(9));
    await look(new Date(days(9).getTime() + 3_600_000));
    expect(await told(saved.id)).toHaveLength(1);
  });

  it("is new to who saved the search meanwhile, and to nobody who knew it", async () => {
    const { listing: one } = await listing({ listing: { publishedAt: days(-30) } });
    const before = await search();
    await off(one.id, days(-2));
    const meanwhile = await search({ address: "d@families.example", since: days(-1), lookedAt: days(-1) });
    await on(one.id, minutes(-30));
    await look();
    expect(await told(before.id)).toEqual([]);
    expect(await told(meanwhile.id)).toHaveLength(1);
  });
});

describe("a round that is cut off", () => {
  it("tells nobody twice and forgets nobody", async () => {
    const whole = createSearch({ db: database.db, env: {}, log });
    const saved = [
      await search(),
      await search({ address: "e@families.example" }),
      await search({ query: `q=${word}&grade=11` }),
    ];
    await listing();
    const broken = {
      search: (asked: Parameters<SearchIndex["search"]>[0]) => {
        if (asked.grade.length > 0) throw new Error("the engine is gone");
        return whole.search(asked);
      },
    };
    await expect(look(TEST_NOW, broken as never)).rejects.toThrow("the engine is gone");
    expect(await Promise.all(saved.map(async ({ id }) => (await mailsOf(id)).length))).toEqual([1, 1, 0]);
    await look(minutes(5));
    expect(await Promise.all(saved.map(async ({ id }) => (await mailsOf(id)).length))).toEqual([1, 1, 1]);
  });

  it("leaves neither half when it ends between the writing down and the mail", async () => {
    const saved = await search();
    await listing();
    await database.db.execute(sql`
      create function stop() returns trigger language plpgsql as $$ begin raise 'power cut'; end $$`);
    await database.db.execute(sql`create trigger stop before insert on mails execute function stop()`);
    await expect(look()).rejects.toThrow();
    expect(await told(saved.id)).toEqual([]);
    await database.db.execute(sql`drop trigger stop on mails`);
    await look(minutes(5));
    expect(await mailsOf(saved.id)).toHaveLength(1);
  });

  it("runs beside another", async () => {
    const saved = await search();
    await listing();
    await Promise.all([look(), look(), look()]);
    expect(await mailsOf(saved.id)).toHaveLength(1);
  });
});

it("says no longer what was stopped, rests or is off the list when the mail is written", async () => {
  const saved = await search({ address: "f@families.example" });
  const { listing: one } = await listing();
  await look();
  const read = () => lastMail(database.db, "f@families.example");
  expect((await read()).links).toContain(`/riverbend/opportunities/${one.slug}`);
  await database.db.update(savedSearches).set({ pausedAt: TEST_NOW }).where(eq(savedSearches.id, saved.id));
  await expect(read()).rejects.toThrow("nothing to say");
  await database.db.delete(savedSearches).where(eq(savedSearches.id, saved.id));
  await expect(read()).rejects.toThrow("nothing to say");
});
