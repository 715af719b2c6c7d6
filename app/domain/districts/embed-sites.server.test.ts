import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { districts as table } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { embedSites } from "#db/schema/front.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin } from "#tests/support/givens.ts";
import { addEmbedSite, listEmbedSites, MOST_EMBED_SITES, removeEmbedSite } from "./embed-sites.server.ts";

const database = useTestDatabase();
const riverbend = districts.riverbend.id;
const ines = () => asAdmin(database.db, people.ines.id, riverbend);
const carl = () => asAdmin(database.db, people.carl.id, districts.lakeshore.id);
const read = async (id: string = riverbend) => (await database.db.select().from(table).where(eq(table.id, id)))[0]!;
const form = async (id?: string) => ({ version: (await read(id)).version, idempotencyKey: randomUUID() });
const given = () => `https://${randomUUID()}.example`;
const origins = async (id: string = riverbend) => (await listEmbedSites(database.db, id)).map(({ origin }) => origin);

test("a site is added and removed; pages that name it end both times, and the log says so", async () => {
  const { listVersion } = await read();
  const origin = given();
  expect(await addEmbedSite(ines(), { origin, ...(await form()) })).toMatchObject({ ok: true });
  expect(await origins()).toContain(origin);
  const site = (await listEmbedSites(database.db, riverbend)).find((each) => each.origin === origin)!;
  expect(await removeEmbedSite(ines(), { siteId: site.id, ...(await form()) })).toMatchObject({ ok: true });
  expect(await origins()).not.toContain(origin);
  expect((await read()).listVersion).toBe(listVersion + 2);
  const ours = and(eq(events.name, "district.settings_changed"), eq(events.districtId, riverbend));
  const logged = (await database.db.select().from(events).where(ours)).map(({ detail }) => detail);
  expect(logged.filter((detail) => detail?.["aboutId"] === site.id)).toEqual([
    { topic: "embedding", fields: ["added"], aboutId: site.id },
    { topic: "embedding", fields: ["removed"], aboutId: site.id },
  ]);
});

test("a listed site is not listed twice, and another district may list it too", async () => {
  const origin = given();
  expect(await addEmbedSite(ines(), { origin, ...(await form()) })).toMatchObject({ ok: true });
  const again = await addEmbedSite(ines(), { origin, ...(await form()) });
  expect(again).toEqual({ ok: false, refusal: "already_listed" });
  const theirs = await addEmbedSite(carl(), { origin, ...(await form(districts.lakeshore.id)) });
  expect(theirs).toMatchObject({ ok: true });
});

test("another district's site is not found, and neither list is the other's", async () => {
  const origin = given();
  expect(await addEmbedSite(ines(), { origin, ...(await form()) })).toMatchObject({ ok: true });
  const site = (await listEmbedSites(database.db, riverbend)).find((each) => each.origin === origin)!;
  const theirs = await removeEmbedSite(carl(), { siteId: site.id, ...(await form(districts.lakeshore.id)) });
  expect(theirs).toEqual({ ok: false, refusal: "not_found" });
  expect(await origins()).toContain(origin);
  expect(await origins(districts.lakeshore.id)).not.toContain(origin);
});

test("the later of two tabs is told, and there is an end to the list", async () => {
  const late = { version: (await read()).version - 1, idempotencyKey: randomUUID() };
  const tooLate = await addEmbedSite(ines(), { origin: given(), ...late });
  expect(tooLate).toEqual({ ok: false, refusal: "changed_since_read" });
  const left = MOST_EMBED_SITES - (await origins()).length;
  await database.db
    .insert(embedSites)
    .values(Array.from({ length: left }, () => ({ districtId: riverbend, origin: given() })));
  const oneMore = await addEmbedSite(ines(), { origin: given(), ...(await form()) });
  expect(oneMore).toEqual({ ok: false, refusal: "too_many" });
});
