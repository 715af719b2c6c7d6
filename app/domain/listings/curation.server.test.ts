import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { pathways } from "#db/seed/pathways.ts";
import { schools } from "#db/seed/schools.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { curateListing } from "./curation.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const marcus = () => asCoordinator(database.db, people.marcus.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const ofLakeshore = <Row extends { districtId: string; id: string }>(rows: Record<string, Row>) =>
  Object.values(rows).find((row) => row.districtId === districts.lakeshore.id)!.id;

const form = (listing: { id: string; version: number }) => ({
  listingId: listing.id,
  version: listing.version,
  pathwayIds: [pathways.buildingTrades.id],
  labels: ["Hands-on"],
  subClusters: [pathways.buildingTrades.subClusters[0]!],
  schoolIds: [],
  idempotencyKey: randomUUID(),
});
const read = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0];
const listVersion = () => listVersionOf(database.db, districts.riverbend.id);

test("a coordinator replaces the district's pathways, labels and sub-clusters; readers see it", async () => {
  const { listing } = await givenListing(database.db);
  const before = await listVersion();
  const curation = form(listing);
  expect(await curateListing(dana(), curation)).toEqual({ ok: true, value: { version: listing.version + 1 } });
  expect(await read(listing.id)).toMatchObject({
    state: "published",
    pathwayIds: curation.pathwayIds,
    labels: ["Hands-on"],
    subClusters: curation.subClusters,
  });
  expect(await listVersion()).toBe(before + 1);
  expect(await database.db.select().from(events).where(eq(events.subjectId, listing.id))).toMatchObject([
    {
      name: "listing.curated",
      actorId: people.dana.id,
      detail: { before: { labels: [] }, after: { labels: ["Hands-on"] } },
    },
  ]);
});

test("what readers cannot see yet leaves the list's version alone", async () => {
  const { listing } = await givenListing(database.db, { listing: { state: "submitted" } });
  const before = await listVersion();
  expect(await curateListing(dana(), form(listing))).toMatchObject({ ok: true });
  expect(await listVersion()).toBe(before);
});

test("of two coordinators who read the same version the later one is told", async () => {
  const { listing } = await givenListing(database.db);
  const outcomes = await Promise.all([curateListing(dana(), form(listing)), curateListing(marcus(), form(listing))]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes).toContainEqual({ ok: false, refusal: "changed_since_read" });
});

test.each([
  ["another district's pathway", { pathwayIds: [ofLakeshore(pathways)] }],
  ["another district's school", { schoolIds: [ofLakeshore(schools)] }],
  ["a sub-cluster nobody knows", { subClusters: ["000000"] }],
])("%s is refused and nothing is stored", async (_what, changes) => {
  const { listing } = await givenListing(database.db);
  expect(await curateListing(dana(), { ...form(listing), ...changes })).toEqual({
    ok: false,
    refusal: "unknown_choice",
  });
  expect(await read(listing.id)).toMatchObject({ labels: [], version: listing.version });
});

test("another district's coordinator is told there is no such listing", async () => {
  const { listing } = await givenListing(database.db);
  expect(await curateListing(priya(), form(listing))).toEqual({ ok: false, refusal: "not_found" });
  expect(await read(listing.id)).toMatchObject({ labels: [], version: listing.version });
});
