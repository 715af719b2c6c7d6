import { and, eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { mails } from "#db/schema/mail.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { toldAbout } from "#tests/support/told.ts";
import type { Context, System } from "../context.ts";
import { sumUpWeeks } from "../districts/summing-up.server.ts";
import { announceLeaving } from "../listings/announcing.server.ts";
import { announceEndings } from "../organizations/announcing.server.ts";

const database = useTestDatabase();
const at = (instant: string): Context<System> => ({
  db: database.db,
  now: new Date(instant),
  actor: { kind: "system", userId: null },
});
const EARLIER = { publishedAt: new Date("2027-01-05T12:00:00Z"), confirmedAt: new Date("2027-01-20T12:00:00Z") };

beforeEach(async () => {
  await database.db.delete(mails);
  await database.db.update(listings).set({ state: "closed" });
});

describe("a listing about to leave the list", () => {
  it("is announced to its partner a week before its last day, where the district is, once", async () => {
    const { listing } = await givenListing(database.db, { listing: { ...EARLIER, closesOn: "2027-02-16" } });
    expect(await announceLeaving(at("2027-02-09T05:59:00Z"))).toBe(0);
    const twice = await Promise.all([1, 2].map(() => announceLeaving(at("2027-02-09T06:00:00Z"))));
    expect(twice.toSorted()).toEqual([0, 1]);
    expect(await announceLeaving(at("2027-02-12T06:00:00Z"))).toBe(0);
    expect(await toldAbout(database.db, listing.id)).toEqual([["tomas", "partner-listing-expiring"]]);
    expect(await database.db.select().from(events).where(eq(events.subjectId, listing.id))).toMatchObject([
      { name: "listing.expiry_announced", districtId: districts.riverbend.id, detail: { lastDay: "2027-02-16" } },
    ]);
  });

  it("is announced again for another last day", async () => {
    const { listing } = await givenListing(database.db, { listing: { ...EARLIER, closesOn: "2027-02-16" } });
    expect(await announceLeaving(at("2027-02-10T18:00:00Z"))).toBe(1);
    await database.db.update(listings).set({ closesOn: "2027-03-01" }).where(eq(listings.id, listing.id));
    expect(await announceLeaving(at("2027-02-11T18:00:00Z"))).toBe(0);
    expect(await announceLeaving(at("2027-02-24T18:00:00Z"))).toBe(1);
  });

  it("is not announced when it is hidden, over, or was put up for a few days only", async () => {
    await givenListing(database.db, { listing: { ...EARLIER, closesOn: "2027-02-12", state: "suspended" } });
    await givenListing(database.db, { listing: { ...EARLIER, closesOn: "2027-02-08" } });
    await givenListing(database.db, { listing: { closesOn: "2027-02-12" } });
    expect(await announceLeaving(at("2027-02-09T18:00:00Z"))).toBe(0);
  });
});

it("a partnership's end is announced 30 and 7 days before, once each, to that organization and the district", async () => {
  const { bluestem } = organizations;
  const own = and(eq(partnerships.organizationId, bluestem.id), eq(partnerships.districtId, districts.riverbend.id));
  const [partnership] = await database.db
    .update(partnerships)
    .set({ inForceUntil: "2027-03-31" })
    .where(own)
    .returning();
  const announced: number[] = [];
  for (const day of ["2027-02-28", "2027-03-01", "2027-03-02", "2027-03-23", "2027-03-24", "2027-03-25", "2027-04-02"])
    announced.push(await announceEndings(at(`${day}T18:00:00Z`)));
  expect(announced).toEqual([0, 1, 0, 0, 1, 0, 0]);
  const once = [
    ["dana", "coordinator-partnership-expiring"],
    ["marcus", "coordinator-partnership-expiring"],
    ["tomas", "partner-partnership-expiring"],
  ];
  expect(await toldAbout(database.db, partnership!.id)).toEqual([...once, ...once]);
  await database.db.update(partnerships).set({ inForceUntil: null }).where(own);
});

describe("the week of a district", () => {
  const weeks = async () =>
    (await database.db.select().from(mails).where(eq(mails.kind, "coordinator-week-summed-up"))).map(
      ({ userId, districtId }) => [userId, districtId],
    );

  it("is summed up to its own coordinators on Monday from six, once", async () => {
    await givenListing(database.db, { listing: { state: "submitted" } });
    const requested = and(eq(partnerships.status, "requested"), eq(partnerships.districtId, districts.lakeshore.id));
    await database.db.update(partnerships).set({ status: "declined" }).where(requested);
    expect(await sumUpWeeks(at("2027-02-08T11:59:00Z"))).toBe(0);
    const twice = await Promise.all([1, 2].map(() => sumUpWeeks(at("2027-02-08T12:00:00Z"))));
    expect(twice.toSorted()).toEqual([0, 1]);
    expect(await sumUpWeeks(at("2027-02-09T12:00:00Z"))).toBe(0);
    expect((await weeks()).toSorted()).toEqual([
      [people.dana.id, districts.riverbend.id],
      [people.marcus.id, districts.riverbend.id],
    ]);
  });

  it("is not summed up when nothing waits", async () => {
    await database.db
      .update(partnerships)
      .set({ status: "declined" })
      .where(inArray(partnerships.status, ["requested"]));
    expect(await sumUpWeeks(at("2027-02-15T18:00:00Z"))).toBe(0);
    expect(await weeks()).toEqual([]);
  });
});
