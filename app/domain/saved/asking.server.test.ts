import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { savedSearches } from "#db/schema/saved.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asVisitor } from "#tests/support/givens.ts";
import { lastMail, mailsTo } from "#tests/support/mail.ts";
import { givenSavedSearch } from "#tests/support/saved-searches.ts";
import { askToSave, confirmSearch, findLinkedSearch, stopSearch } from "./asking.server.ts";
import { MOST_SEARCHES, type SearchCadence } from "./searches.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const visitor = (now = TEST_NOW) => ({ ...asVisitor(database.db), now });
const days = (n: number) => new Date(TEST_NOW.getTime() + n * 86_400_000);
const someone = () => `${randomUUID()}@families.example`;
const bikes = {
  districtId: riverbend.id,
  query: "q=bikes+secret",
  cadence: "daily" as SearchCadence,
  locale: "en" as const,
};
const ask = (address: string, what: Partial<typeof bikes> = {}, now = TEST_NOW) =>
  askToSave(visitor(now), { ...bikes, ...what, address, idempotencyKey: randomUUID() });
const rowsOf = (address: string) =>
  database.db
    .select()
    .from(savedSearches)
    .where(eq(sql`lower(${savedSearches.address})`, address.toLowerCase()))
    .orderBy(savedSearches.createdAt);
const idOf = async (address: string) => (await rowsOf(address))[0]!.id;

describe("asking for an address", () => {
  it("mails it once, says nothing that was typed, and is in no log", async () => {
    const address = someone();
    const before = await database.db.$count(events);
    expect(await ask(address)).toEqual({ ok: true, value: null });
    const mail = await lastMail(database.db, address, { kind: "person-search-asked" });
    expect(mail.text + mail.html + mail.subject).not.toContain("secret");
    expect(mail.links[0]).toMatch(/^\/searches\/[\w-]{54}$/);
    expect(await rowsOf(address)).toMatchObject([{ confirmedAt: null, locale: "en", userId: null, name: null }]);
    expect(await database.db.$count(events)).toBe(before);
  });

  it("does the same for every address, whether it has an account, has asked before or asks too much", async () => {
    const much = someone();
    for (let n = 0; n < MOST_SEARCHES; n++) await givenSavedSearch(database.db, { address: much, query: `q=${n}` });
    const answers = [await ask(someone()), await ask(people.leo.email), await ask(people.leo.email), await ask(much)];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await mailsTo(database.db, much)).toEqual([]);
  });

  it("keeps one row however often and however spelled, with what was said last", async () => {
    const address = someone();
    await ask(address);
    await ask(address.toUpperCase(), { cadence: "weekly" }, days(1));
    expect(await rowsOf(address)).toMatchObject([{ cadence: "weekly", createdAt: days(1), since: TEST_NOW }]);
  });
});

describe("the address's own yes", () => {
  it("begins what it asks for, once", async () => {
    const address = someone();
    await ask(address, { districtId: lakeshore.id });
    const id = await idOf(address);
    expect(await confirmSearch(visitor(), id)).toEqual({ ok: true, value: { searchId: id } });
    expect(await confirmSearch(visitor(days(1)), id)).toEqual({ ok: true, value: { searchId: id } });
    expect(await rowsOf(address)).toMatchObject([{ confirmedAt: TEST_NOW, districtId: lakeshore.id }]);
  });

  it("changes the search that is there, whose mails' links go on to stop it", async () => {
    const address = someone();
    await ask(address);
    const first = await idOf(address);
    await confirmSearch(visitor(), first);
    await ask(address, { cadence: "weekly" }, days(1));
    const [, second] = await rowsOf(address);
    expect(await confirmSearch(visitor(days(1)), second!.id)).toEqual({ ok: true, value: { searchId: first } });
    expect(await rowsOf(address)).toMatchObject([{ id: first, cadence: "weekly", confirmedAt: TEST_NOW }]);
  });

  it("is worth nothing late, for no search, and for an account's", async () => {
    const address = someone();
    await ask(address);
    const dead = { ok: false, refusal: "dead" };
    expect(await confirmSearch(visitor(days(3.01)), await idOf(address))).toEqual(dead);
    expect(await confirmSearch(visitor(), randomUUID())).toEqual(dead);
    const own = await givenSavedSearch(database.db, { userId: people.ana.id, confirmedAt: null });
    expect(await confirmSearch(visitor(), own.id)).toEqual(dead);
  });
});

it("stops one search, which is gone, and is as good a second time", async () => {
  const address = someone();
  const [one, other] = [
    await givenSavedSearch(database.db, { address }),
    await givenSavedSearch(database.db, { address, districtId: lakeshore.id }),
  ];
  for (let n = 0; n < 2; n++) await stopSearch(visitor(), one.id);
  expect(await findLinkedSearch(database.db, one.id)).toBeNull();
  expect((await rowsOf(address)).map(({ id }) => id)).toEqual([other.id]);
});
