import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { districts as districtRows } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import type { Context, System } from "../context.ts";
import { advanceListings } from "./advancing.server.ts";

const database = useTestDatabase();
const at = (instant: string): Context<System> => ({
  db: database.db,
  now: new Date(instant),
  actor: { kind: "system", userId: null },
});
const NOON = "2027-02-09T18:00:00Z";

async function stateOf({ listing }: { listing: { id: string } }) {
  const [row] = await database.db.select().from(listings).where(eq(listings.id, listing.id));
  return row!.state;
}
const eventsOf = async ({ listing }: { listing: { id: string } }) =>
  (await database.db.select().from(events).where(eq(events.subjectId, listing.id))).map(({ name, detail }) => [
    name,
    detail,
  ]);
const versionOf = async (id: string) =>
  (await database.db.select().from(districtRows).where(eq(districtRows.id, id)))[0]!.listVersion;

describe("what the clock does", () => {
  it("R15: expires a listing when its last day is over where the district is, once", async () => {
    const confirmed = new Date("2027-02-08T18:00:00Z");
    const last = { closesOn: "2027-02-09", confirmedAt: confirmed };
    const chicago = await givenListing(database.db, { listing: last });
    const erie = await givenListing(database.db, { listing: { ...last, districtId: districts.lakeshore.id } });
    await advanceListings(at("2027-02-10T05:30:00Z"));
    expect([await stateOf(chicago), await stateOf(erie)]).toEqual(["published", "expired"]);
    const before = await versionOf(districts.riverbend.id);
    await advanceListings(at("2027-02-10T06:00:00Z"));
    expect(await stateOf(chicago)).toBe("expired");
    expect(await eventsOf(chicago)).toEqual([["listing.expired", { why: "last_day_over" }]]);
    expect(await versionOf(districts.riverbend.id)).toBe(before + 1);
    expect(await advanceListings(at("2027-02-10T06:00:00Z"))).toEqual({
      published: 0,
      expired: 0,
      asked: 0,
      reminded: 0,
    });
  });

  it("publishes an approved listing on its day, where the district is", async () => {
    const waiting = await givenListing(database.db, {
      listing: { state: "approved", publishOn: "2027-02-10", publishedAt: null },
    });
    await advanceListings(at("2027-02-10T05:59:00Z"));
    expect(await stateOf(waiting)).toBe("approved");
    await advanceListings(at("2027-02-10T06:00:00Z"));
    expect(await stateOf(waiting)).toBe("published");
    expect(await eventsOf(waiting)).toEqual([["listing.published", null]]);
  });

  it("keeps an approved listing back while its partnership is not in force", async () => {
    const waiting = await givenListing(database.db, {
      opportunity: { organizationId: organizations.kitchen.id },
      listing: { state: "approved", publishOn: "2027-02-01", districtId: districts.lakeshore.id, publishedAt: null },
    });
    await advanceListings(at(NOON));
    expect(await stateOf(waiting)).toBe("approved");
  });
});
