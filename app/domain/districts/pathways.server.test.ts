import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { districts as table, pathways as rows } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import { pathways } from "#db/seed/pathways.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin, givenListing } from "#tests/support/givens.ts";
import { listWaitingForIndex } from "#tests/support/indexing.ts";
import { listPathways } from "./districts.server.ts";
import { addPathway, changePathway, retirePathway } from "./pathways.server.ts";

const database = useTestDatabase();
const ines = () => asAdmin(database.db, people.ines.id, districts.riverbend.id);
const carl = () => asAdmin(database.db, people.carl.id, districts.lakeshore.id);
const own = pathways.buildingTrades;
const district = async (id: string = districts.riverbend.id) =>
  (await database.db.select().from(table).where(eq(table.id, id)))[0]!;
const read = async (id: string) => (await database.db.select().from(rows).where(eq(rows.id, id)))[0]!;
const form = async (id?: string) => ({ version: (await district(id)).version, idempotencyKey: randomUUID() });
const logged = async () => {
  const ours = and(eq(events.name, "district.settings_changed"), eq(events.districtId, districts.riverbend.id));
  return (await database.db.select().from(events).where(ours)).map(({ detail }) => detail);
};
const note = { about: "Two years at the center.", aboutEs: null };
const health = { name: "Health Academy", nameEs: "Academia de salud", ...note, subClusters: ["010303"] };

test("a pathway is added with an address of its own, and readers see it", async () => {
  const { listVersion } = await district();
  expect(await addPathway(ines(), { ...health, ...(await form()) })).toMatchObject({ ok: true });
  const added = (await listPathways(database.db, districts.riverbend.id)).find(({ name }) => name === health.name)!;
  expect(added).toMatchObject({ ...health, slug: "health-academy" });
  expect((await district()).listVersion).toBe(listVersion + 1);
  expect(await logged()).toContainEqual({ topic: "pathways", fields: ["added"], aboutId: added.id });
});

test("renaming keeps the address and has its listings found by the new name", async () => {
  const { listing } = await givenListing(database.db, { listing: { pathwayIds: [own.id] } });
  const { slug, subClusters, about, aboutEs } = await read(own.id);
  const names = { name: "Trades Academy", nameEs: "Academia de oficios" };
  const renamed = { pathwayId: own.id, ...names, about, aboutEs, subClusters };
  expect(await changePathway(ines(), { ...renamed, ...(await form()) })).toMatchObject({ ok: true });
  expect(await read(own.id)).toMatchObject({ name: "Trades Academy", slug });
  expect(await logged()).toContainEqual({ topic: "pathways", fields: ["name", "nameEs"], aboutId: own.id });
  expect(await listWaitingForIndex(database.db)).toContain(listing.id);
});

test("a retired pathway is offered no more, and comes back", async () => {
  const offered = async () => (await listPathways(database.db, districts.riverbend.id)).some(({ id }) => id === own.id);
  expect(await retirePathway(ines(), { pathwayId: own.id, retired: true, ...(await form()) })).toMatchObject({
    ok: true,
  });
  expect(await offered()).toBe(false);
  const again = await form();
  expect(await retirePathway(ines(), { pathwayId: own.id, retired: false, ...again })).toMatchObject({ ok: true });
  expect(await offered()).toBe(true);
  expect((await logged()).slice(-2)).toMatchObject([{ fields: ["retired"] }, { fields: ["offered_again"] }]);
});

test("a name that is taken, a code nobody knows and a form read before another change are refused", async () => {
  const { version } = await district();
  const refusal = async (changes: object) => {
    const outcome = await addPathway(ines(), { ...health, name: "New one", ...(await form()), ...changes });
    return outcome.ok ? null : outcome.refusal;
  };
  const { name } = await read(own.id);
  expect(await refusal({ name: name.toUpperCase() })).toBe("name_taken");
  expect(await refusal({ subClusters: ["999999"] })).toBe("unknown_choice");
  expect(await refusal({ version: version - 1 })).toBe("changed_since_read");
  expect((await district()).version).toBe(version);
});

test("another district's admin finds no such pathway", async () => {
  const before = await read(own.id);
  const stranger = { pathwayId: own.id, ...(await form(districts.lakeshore.id)) };
  const notFound = { ok: false, refusal: "not_found" };
  expect(await changePathway(carl(), { ...health, ...stranger })).toEqual(notFound);
  expect(await retirePathway(carl(), { ...stranger, retired: true, idempotencyKey: randomUUID() })).toEqual(notFound);
  expect(await read(own.id)).toEqual(before);
});
