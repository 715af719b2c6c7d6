import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { mails } from "#db/schema/mail.ts";
import { savedSearches } from "#db/schema/saved.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenEdition } from "#tests/support/editions.ts";
import { asPerson, asVisitor, givenListing } from "#tests/support/givens.ts";
import { givenSavedSearch } from "#tests/support/saved-searches.ts";
import type { Context, System } from "../context.ts";
import { askToSave, confirmSearch } from "../saved/asking.server.ts";
import { saveSearch } from "../saved/searches.server.ts";
import { tellOfEditions } from "./telling.server.ts";

const database = useTestDatabase();
const clock = (): Context<System> => ({ db: database.db, now: TEST_NOW, actor: { kind: "system", userId: null } });
const told = () => database.db.select().from(mails).where(eq(mails.kind, "person-edition-published"));
const someone = () => `${randomUUID()}@families.example`;
type Whose = Parameters<typeof givenSavedSearch>[1];
const follow = (whose: Whose) => givenSavedSearch(database.db, { follows: "editions", query: "", ...whose });

beforeEach(async () => {
  await database.db.delete(mails);
  await database.db.delete(savedSearches);
  await givenListing(database.db);
});

it("tells each follower of the newest edition, once, in their language", async () => {
  await follow({ userId: people.leo.id });
  await follow({ address: someone(), locale: "es" });
  const { id: editionId } = await givenEdition(database.db);
  expect(await tellOfEditions(clock())).toBe(2);
  expect(await tellOfEditions(clock())).toBe(0);
  const mail = await told();
  expect(mail.map(({ locale }) => locale).sort()).toEqual(["en", "es"]);
  expect(mail.every(({ data }) => (data as { editionId: string }).editionId === editionId)).toBe(true);
});

it("tells nobody twice, by rounds beside each other either, however many there are", async () => {
  const rows = Array.from({ length: 230 }, () => ({
    ...{ districtId: districts.riverbend.id, address: someone(), locale: "en" as const, follows: "editions" as const },
    ...{ query: "", cadence: "at_once" as const, confirmedAt: TEST_NOW, createdAt: TEST_NOW },
    ...{ since: new Date(0), lookedAt: TEST_NOW, dueAt: TEST_NOW },
  }));
  await database.db.insert(savedSearches).values(rows);
  await givenEdition(database.db);
  await Promise.all([tellOfEditions(clock()), tellOfEditions(clock())]);
  await tellOfEditions(clock());
  const addresses = (await told()).map(({ address }) => address);
  expect([addresses.length, new Set(addresses).size]).toEqual([230, 230]);
});

it("tells an account and its address once between them", async () => {
  await follow({ userId: people.leo.id });
  await follow({ address: people.leo.email.toUpperCase() });
  await givenEdition(database.db);
  await tellOfEditions(clock());
  expect(await told()).toMatchObject([{ userId: people.leo.id }]);
});

it("tells nobody who has not said yes, rests, follows another district, searches, or came after it", async () => {
  await follow({ address: someone(), confirmedAt: null });
  await follow({ address: someone(), pausedAt: TEST_NOW });
  await follow({ address: someone(), districtId: districts.lakeshore.id });
  await follow({ address: someone(), since: new Date(TEST_NOW.getTime() + 1) });
  await givenSavedSearch(database.db, { address: someone() });
  await givenEdition(database.db);
  expect(await tellOfEditions(clock())).toBe(0);
});

it("is asked for by an account, or twice by an address, beside a search of the whole list", async () => {
  const { db } = database;
  const asked = {
    districtId: districts.riverbend.id,
    follows: "editions" as const,
    query: "",
    cadence: "at_once" as const,
  };
  const key = () => ({ idempotencyKey: randomUUID() });
  await saveSearch(asPerson(db, people.leo.id), { ...asked, ...key() });
  await saveSearch(asPerson(db, people.leo.id), { ...asked, follows: "search", ...key() });
  const address = someone();
  await askToSave(asVisitor(db), { ...asked, address, locale: "en", ...key() });
  const [waiting] = await db.select().from(savedSearches).where(eq(savedSearches.address, address));
  expect(waiting).toMatchObject({ follows: "editions", confirmedAt: null });
  expect(await confirmSearch(asVisitor(db), waiting!.id)).toMatchObject({ ok: true });
  expect(await db.$count(savedSearches)).toBe(3);
});
