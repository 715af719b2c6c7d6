import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asOperator } from "#tests/support/givens.ts";
import { changeRegion, createRegion, getRegionBySlug } from "./regions.server.ts";

const database = useTestDatabase();
const joan = () => asOperator(database.db, people.joan.id);
const both = [districts.riverbend.id, districts.lakeshore.id];
const given = (changes: { slug?: string; districtIds?: string[] } = {}) => ({
  ...{ slug: `region-${randomUUID()}`, name: "Two Rivers", nameEs: null, districtIds: both },
  ...{ idempotencyKey: randomUUID(), ...changes },
});
const read = async (slug: string) => {
  const region = await getRegionBySlug(database.db, slug);
  return region && { ...region, districts: region.districts.map(({ slug }) => slug) };
};
const logged = async (id: string) =>
  (await database.db.select().from(events).where(eq(events.subjectId, id))).map(({ name, detail }) => [name, detail]);

test("a region is made of districts and changed, and the log says so", async () => {
  const made = given();
  const created = await createRegion(joan(), made);
  if (!created.ok) throw new Error(created.refusal);
  const { regionId } = created.value;
  expect(await read(made.slug)).toMatchObject({
    name: "Two Rivers",
    districts: ["lakeshore", "riverbend"],
    version: 1,
  });
  const alone = { name: "One River", nameEs: "Un río", districtIds: [districts.riverbend.id] };
  const change = { ...alone, regionId, version: 1, idempotencyKey: randomUUID() };
  expect(await changeRegion(joan(), change)).toMatchObject({ ok: true });
  expect(await read(made.slug)).toMatchObject({
    name: "One River",
    nameEs: "Un río",
    districts: ["riverbend"],
    version: 2,
  });
  expect(await logged(regionId)).toEqual([
    ["region.created", { districtIds: both }],
    ["region.changed", { districtIds: alone.districtIds }],
  ]);
  const again = await changeRegion(joan(), { ...change, idempotencyKey: randomUUID() });
  expect(again).toEqual({ ok: false, refusal: "changed_since_read" });
});

test("neither a taken address, a district that is not there, nor no district makes a region", async () => {
  const made = given();
  expect(await createRegion(joan(), made)).toMatchObject({ ok: true });
  expect(await createRegion(joan(), given({ slug: made.slug }))).toEqual({ ok: false, refusal: "slug_taken" });
  for (const districtIds of [[], [randomUUID()], [districts.riverbend.id, randomUUID()]]) {
    const refused = given({ districtIds });
    expect(await createRegion(joan(), refused)).toEqual({ ok: false, refusal: "unknown_district" });
    expect(await read(refused.slug)).toBeNull();
  }
});

test("a region that is not there is not found", async () => {
  const { slug: _, ...facts } = given();
  const nowhere = await changeRegion(joan(), { ...facts, regionId: randomUUID(), version: 1 });
  expect(nowhere).toEqual({ ok: false, refusal: "not_found" });
});
