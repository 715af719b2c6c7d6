import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { editions } from "#db/schema/editions.ts";
import { listings } from "#db/schema/listings.ts";
import { districts } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenEdition } from "#tests/support/editions.ts";
import { givenListing, type GivenListing } from "#tests/support/givens.ts";
import { givenMany } from "#tests/support/many-listings.ts";
import { getDistrict, listPathways, type District } from "../districts/districts.server.ts";
import { compareEditions } from "./compare-editions.ts";
import { ON_A_PAGE } from "./paging.ts";
import { readEdition } from "./read-edition.server.ts";
import { readEditionChanges, readEditionPage } from "./read-parts.server.ts";

const database = useTestDatabase();
const MANY = 450;
let riverbend: District;
let lakeshore: District;
let bikes: GivenListing;

beforeAll(async () => {
  const { db } = database;
  riverbend = (await getDistrict(db, districts.riverbend.id))!;
  lakeshore = (await getDistrict(db, districts.lakeshore.id))!;
  await db.update(listings).set({ state: "closed" });
  const [one, two] = await listPathways(db, riverbend.id);
  bikes = await givenListing(db, { listing: { pathwayIds: [one!.id, two!.id] } });
  await givenMany(db, bikes, MANY, riverbend.id);
  await givenEdition(db, "Fall 2026");
  const { opportunityId } = bikes.listing;
  const some = sql`${listings.id} in (select id from listings where opportunity_id <> ${opportunityId} order by id limit 3)`;
  await db.update(listings).set({ state: "closed" }).where(some);
  await db.update(listings).set({ closesOn: "2027-03-30" }).where(eq(listings.id, bikes.listing.id));
  // Confirmed again, which is no change.
  await db.update(listings).set({ confirmedAt: new Date("2027-02-09T10:00:00Z"), version: sql`version + 1` });
  await givenListing(db, { opportunity: { title: "Wheel builder" } });
  await givenEdition(db, "Spring 2027");
});

const page = async (asked: number) => (await readEditionPage(database.db, riverbend, 1, asked))!;

describe("a long edition", () => {
  it("has each entry on a page, under each of its pathways", async () => {
    const { pages, contents } = await page(1);
    expect(contents.map(({ count }) => count)).toEqual([MANY + 1, MANY + 1]);
    expect(contents.map((each) => each.page)).toEqual([1, Math.floor((MANY + 1) / ON_A_PAGE) + 1]);
    expect(pages).toBe(Math.ceil((2 * (MANY + 1)) / ON_A_PAGE));
    const all = await Promise.all(Array.from({ length: pages }, (_, at) => page(at + 1)));
    const stands = all.flatMap(({ parts }) =>
      parts.flatMap(({ at, entries }) => entries.map(({ id }) => `${at} ${id}`)),
    );
    const whole = (await readEdition(database.db, riverbend, 1))!;
    expect(stands).toEqual([0, 1].flatMap((at) => whole.entries.map(({ id }) => `${at} ${id}`)));
    expect(all.flatMap(({ parts }) => parts).filter(({ isContinued }) => isContinued)).toHaveLength(4);
  });

  it("ends with its last page, and is another district's never", async () => {
    expect((await page(99)).page).toBe((await page(1)).pages);
    expect(await readEditionPage(database.db, lakeshore, 1, 1)).toBeNull();
    await database.db.insert(editions).values({ districtId: lakeshore.id, title: "A draft" });
    expect(await readEditionPage(database.db, lakeshore, 1, 1)).toBeNull();
  });
});

describe("two editions, by what differs between them", () => {
  it("come out as two whole ones would", async () => {
    const { db } = database;
    const compared = (await readEditionChanges(db, riverbend, { since: 1, until: 2 }))!;
    const [before, after] = await Promise.all([1, 2].map((number) => readEdition(db, riverbend, number)));
    expect(compared).toMatchObject(compareEditions(before!, after!));
    expect([compared.added.length, compared.closed.length, compared.changed.length]).toEqual([1, 3, 1]);
    expect(compared.before.entries).toHaveLength(4);
  });

  it("are those of the district, and published", async () => {
    for (const [district, until] of [
      [lakeshore, 2],
      [riverbend, 3],
    ] as const)
      expect(await readEditionChanges(database.db, district, { since: 1, until })).toBeNull();
  });
});
