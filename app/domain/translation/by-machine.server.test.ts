import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listingTranslations } from "#db/schema/translations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { givenTranslation } from "#tests/support/translations.ts";
import type { Context, System } from "../context.ts";
import { getDistrict } from "../districts/districts.server.ts";
import { listPublished } from "../listings/published.server.ts";
import { translateByMachine } from "./by-machine.server.ts";
import { getTranslation } from "./translation-desk.server.ts";
import type { Translator } from "./translator.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const clock = (): Context<System> => ({ db: database.db, now: TEST_NOW, actor: { kind: "system", userId: null } });
const machine: Translator = {
  translate: (texts, { to }) => Promise.resolve(texts.map((text) => `[${to}] ${text}`)),
};
const titleFor = async (id: string) => {
  const district = (await getDistrict(database.db, districts.riverbend.id))!;
  return (await listPublished(database.db, district, [id], TEST_NOW))[0]!.content.titleEs;
};
const stored = async (listingId: string) =>
  (await database.db.select().from(listingTranslations).where(eq(listingTranslations.listingId, listingId)))[0]!;

it("writes what is missing, which nobody reads before a person has checked it", async () => {
  const { listing } = await givenListing(database.db, { opportunity: { summaryEs: "Del socio" } });
  const before = await listVersionOf(database.db, listing.districtId);
  expect(await translateByMachine(clock(), machine)).toBeGreaterThanOrEqual(1);
  expect(await translateByMachine(clock(), machine)).toBe(0);
  const made = await stored(listing.id);
  expect(made).toMatchObject({ made: "machine", title: "[es] Bicycle repair helper", summary: null, checkedAt: null });
  expect(await titleFor(listing.id)).toBeNull();
  expect(await listVersionOf(database.db, listing.districtId)).toBe(before);
  const log = await database.db.select().from(events).where(eq(events.subjectId, listing.id));
  expect(log).toMatchObject([{ name: "listing.translated", actorId: null, detail: { made: "machine", fields: 2 } }]);

  const { title, description } = made;
  await givenTranslation(dana(), listing, { title, description, version: 1 });
  expect(await titleFor(listing.id)).toBe("[es] Bicycle repair helper");
  expect(await stored(listing.id)).toMatchObject({ made: "machine", checkedBy: people.dana.id });
  await givenTranslation(dana(), listing, { title: "Ayudante", description, version: 2 });
  expect(await stored(listing.id)).toMatchObject({ made: "written", title: "Ayudante" });
});

it("leaves alone what a person wrote, what is in Spanish and what is on no list", async () => {
  const written = await givenListing(database.db);
  const spanish = await givenListing(database.db, { opportunity: { language: "es" } });
  const closed = await givenListing(database.db, { listing: { state: "closed" } });
  await givenTranslation(dana(), written.listing, { title: "De una persona" });
  await translateByMachine(clock(), machine);
  expect(await stored(written.listing.id)).toMatchObject({ title: "De una persona", description: null });
  for (const { listing } of [spanish, closed])
    expect((await getTranslation(dana(), listing.id))?.translation).toBeNull();
});

it("keeps nothing of an answer that does not fit", async () => {
  const { listing } = await givenListing(database.db);
  const half: Translator = { translate: () => Promise.resolve(["una"]) };
  await expect(translateByMachine(clock(), half)).rejects.toThrow("3 texts came back as 1");
  expect((await getTranslation(dana(), listing.id))?.translation).toBeNull();
});
