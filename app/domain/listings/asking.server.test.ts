import { and, asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { districts as districtRows } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { mails } from "#db/schema/mail.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { lastMail } from "#tests/support/mail.ts";
import { toldAbout } from "#tests/support/told.ts";
import type { Context, System } from "../context.ts";
import { advanceListings } from "./advancing.server.ts";

const database = useTestDatabase();
const at = (instant: string): Context<System> => ({
  db: database.db,
  now: new Date(instant),
  actor: { kind: "system", userId: null },
});
/** Noon in Riverbend on the n-th day after the last word, which was on December 1. */
const noon = (n: number) => new Date(Date.UTC(2026, 11, 1 + n, 18)).toISOString();
const WORD = { submittedAt: new Date("2026-11-29T18:00:00Z"), confirmedAt: new Date("2026-12-01T18:00:00Z") };
const given = (listing = {}, opportunity = {}) =>
  givenListing(database.db, {
    opportunity: { endsOn: null, closesOn: null, ...opportunity },
    listing: { ...WORD, ...listing },
  });

async function now({ listing }: { listing: { id: string } }) {
  const [row] = await database.db.select().from(listings).where(eq(listings.id, listing.id));
  const { state, confirmationReminders: reminders, confirmationAskedAt: askedAt } = row!;
  return { state, reminders, askedAt };
}
const namesOf = async ({ listing }: { listing: { id: string } }) =>
  (await database.db.select().from(events).where(eq(events.subjectId, listing.id)).orderBy(asc(events.at))).map(
    ({ name, detail }) => [name, detail],
  );
const mailed = () => database.db.$count(mails, eq(mails.kind, "partner-listing-still-true"));

beforeEach(async () => {
  await database.db.delete(mails);
  await database.db.update(listings).set({ state: "closed" });
});

describe("a listing nobody has spoken for", () => {
  it("is asked about after the district's days, reminded of on days 1, 3 and 7, and leaves on day 8", async () => {
    const stale = await given();
    await advanceListings(at(noon(59)));
    expect(await now(stale)).toEqual({ state: "published", reminders: 0, askedAt: null });
    const story: unknown[] = [];
    for (let day = 60; day <= 69; day++) {
      for (let round = 0; round < 2; round++) await advanceListings(at(noon(day)));
      const { state, reminders } = await now(stale);
      story.push([day - 60, state, reminders, await mailed()]);
    }
    expect(story).toEqual([
      [0, "published", 0, 1],
      [1, "published", 1, 2],
      [2, "published", 1, 2],
      [3, "published", 2, 3],
      [4, "published", 2, 3],
      [5, "published", 2, 3],
      [6, "published", 2, 3],
      [7, "published", 3, 4],
      [8, "expired", 3, 4],
      [9, "expired", 3, 4],
    ]);
    expect(await namesOf(stale)).toEqual([
      ["listing.confirmation_asked", null],
      ["listing.confirmation_reminded", { reminder: "1" }],
      ["listing.confirmation_reminded", { reminder: "2" }],
      ["listing.confirmation_reminded", { reminder: "3" }],
      ["listing.expired", { why: "unconfirmed" }],
    ]);
    expect(await toldAbout(database.db, stale.listing.id)).toEqual([
      ["dana", "coordinator-listing-unconfirmed"],
      ["marcus", "coordinator-listing-unconfirmed"],
      ["tomas", "partner-listing-expired"],
    ]);
    expect(await database.db.select().from(mails).where(eq(mails.userId, people.dana.id))).toMatchObject([
      { state: "held" },
    ]);
  });

  it("counts days where the district is", async () => {
    const stale = await given();
    await advanceListings(at("2027-01-30T05:59:00Z"));
    expect((await now(stale)).askedAt).toBeNull();
    await advanceListings(at("2027-01-30T06:00:00Z"));
    expect((await now(stale)).askedAt).toEqual(new Date("2027-01-30T06:00:00Z"));
  });

  it("is asked about before it leaves, however long no clock ran", async () => {
    const stale = await given();
    await advanceListings(at(noon(200)));
    expect(await now(stale)).toMatchObject({ state: "published", reminders: 0, askedAt: new Date(noon(200)) });
    await advanceListings(at(noon(205)));
    expect(await now(stale)).toMatchObject({ state: "published", reminders: 2 });
    expect(await mailed()).toBe(2);
  });

  it("is left alone once its partner sent another text, which is a word too", async () => {
    const edited = await given();
    await advanceListings(at(noon(60)));
    await database.db
      .update(listings)
      .set({ submittedAt: new Date(noon(61)) })
      .where(eq(listings.id, edited.listing.id));
    for (const day of [62, 68, 75]) await advanceListings(at(noon(day)));
    expect(await now(edited)).toMatchObject({ state: "published", reminders: 0 });
    await advanceListings(at(noon(121)));
    expect(await now(edited)).toMatchObject({ askedAt: new Date(noon(121)) });
  });

  it("is another matter in a district that asks more often", async () => {
    const own = eq(districtRows.id, districts.lakeshore.id);
    await database.db.update(districtRows).set({ freshnessDays: 30 }).where(own);
    const [here, there] = [await given(), await given({ districtId: districts.lakeshore.id })];
    await advanceListings(at(noon(31)));
    expect([(await now(here)).askedAt, (await now(there)).askedAt]).toEqual([null, new Date(noon(31))]);
    await database.db.update(districtRows).set({ freshnessDays: 60 }).where(own);
  });

  it("is not asked about when it is hidden, and not announced to those who act for nobody", async () => {
    const hidden = await given({ state: "suspended" });
    const imported = await given(
      { submittedAt: null, confirmedAt: null, publishedAt: WORD.confirmedAt },
      { organizationId: organizations.harbor.id },
    );
    await advanceListings(at(noon(60)));
    expect([(await now(hidden)).askedAt, (await now(imported)).askedAt]).toEqual([null, new Date(noon(60))]);
  });
});

it("one mail names all that waits for an organization's word, with a link each", async () => {
  for (const title of ["Wheel builder", "Shop helper", "Trail count"]) await given({}, { title });
  await advanceListings(at(noon(60)));
  const sent = and(eq(mails.kind, "partner-listing-still-true"), eq(mails.userId, people.tomas.id));
  expect(await database.db.$count(mails, sent)).toBe(1);
  const mail = await lastMail(database.db, people.tomas.email, { now: new Date(noon(60)) });
  expect(mail.subject).toBe("¿Siguen vigentes? 3 publicaciones");
  expect(mail.links.filter((link) => link.startsWith("/es/still-true/"))).toHaveLength(3);
});
