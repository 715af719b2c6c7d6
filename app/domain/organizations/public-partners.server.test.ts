import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import type { District } from "../districts/districts.server.ts";
import { getDistrictBySlug } from "../districts/districts.server.ts";
import { listings } from "#db/schema/listings.ts";
import { organizations as table, partnerships } from "#db/schema/organizations.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { getPartner, isPartner, listPartners } from "./public-partners.server.ts";

const database = useTestDatabase();
const { bluestem, kitchen, harbor } = organizations;
let riverbend: District;

const standing = (status: "approved" | "suspended" | "requested" | "declined", inForceUntil: string | null = null) =>
  database.db
    .update(partnerships)
    .set({ status, inForceUntil })
    .where(and(eq(partnerships.organizationId, bluestem.id), eq(partnerships.districtId, districts.riverbend.id)));
const open = (organizationId: string) => getPartner(database.db, riverbend, organizationId, TEST_NOW);

beforeEach(async () => {
  riverbend = (await getDistrictBySlug(database.db, districts.riverbend.slug))!;
  await database.db.delete(listings);
  await standing("approved");
});

it("shows what a partner says of itself and what it offers on this district's list now", async () => {
  const { listing } = await givenListing(database.db);
  await givenListing(database.db, { listing: { state: "submitted" } });
  await givenListing(database.db, { listing: { closesOn: "2027-01-01" } });
  await givenListing(database.db, { listing: { districtId: districts.lakeshore.id } });
  const partner = await open(bluestem.id);
  expect(partner).toMatchObject({ name: bluestem.name, sector: "business", about: bluestem.about, count: 1 });
  expect(partner!.listings.map(({ id }) => id)).toEqual([listing.id]);
  expect(Object.keys(partner!).filter((field) => /status|note|inForce|insurance|version|merged/i.test(field))).toEqual(
    [],
  );
  const lines = await listPartners(database.db, riverbend, TEST_NOW);
  expect(lines.find(({ id }) => id === bluestem.id)).toEqual({
    ...{ id: bluestem.id, name: bluestem.name, sector: "business", count: 1 },
  });
});

it.each([
  ["requested", null],
  ["declined", null],
  ["suspended", null],
  ["approved", "2027-02-08"],
] as const)("shows nobody whose partnership is %s until %s", async (status, until) => {
  await standing(status, until);
  expect(await open(bluestem.id)).toBeNull();
  expect(await isPartner(database.db, riverbend, bluestem.id, TEST_NOW)).toBe(false);
  const lines = await listPartners(database.db, riverbend, TEST_NOW);
  expect(lines.map(({ id }) => id)).not.toContain(bluestem.id);
});

it("shows no partner of another district, and none that was merged into another", async () => {
  expect(await open(harbor.id)).toBeNull();
  expect(await open(randomUUID())).toBeNull();
  await database.db.update(table).set({ mergedIntoId: bluestem.id }).where(eq(table.id, kitchen.id));
  expect(await open(kitchen.id)).toBeNull();
  expect(await isPartner(database.db, riverbend, bluestem.id, TEST_NOW)).toBe(true);
});
