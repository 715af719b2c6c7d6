import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { bumpListVersion } from "#app/domain/districts/list-version.server.ts";
import { listings } from "#db/schema/listings.ts";
import { mailPreferences, mails } from "#db/schema/mail.ts";
import { matchReaders, toldMatches } from "#db/schema/matching.ts";
import { guardianships as links, studentProfiles } from "#db/schema/people.ts";
import { districts, guardianships, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { MOST_TOLD, tellNewMatches } from "./new-matches.server.ts";

const database = useTestDatabase();
const { leo, rosa, noah } = people;
const { riverbend, lakeshore } = districts;
/** A Monday after half past seven in Riverbend; the week before it, and after. */
const MONDAY = new Date("2027-02-15T14:00:00Z");
const days = (n: number) => new Date(MONDAY.getTime() + n * 86_400_000);
const BIKES = ["010303"];

beforeEach(async () => {
  for (const table of [mails, toldMatches, matchReaders, mailPreferences, studentProfiles])
    await database.db.delete(table);
  await database.db.update(listings).set({ state: "closed" });
  await profile(leo.id, { clusters: ["010300"] });
});

const profile = (studentId: string, said: Partial<typeof studentProfiles.$inferInsert>) =>
  database.db.insert(studentProfiles).values({ studentId, changedAt: MONDAY, ...said });
const wants = (userId: string, updatedAt = days(-7), cadence: "weekly" | "never" = "weekly") =>
  database.db.insert(mailPreferences).values({ userId, category: "new_places", cadence, updatedAt });

async function published(
  { on = days(-2), districtId = riverbend.id, ...opportunity }: { on?: Date; districtId?: string; title?: string } = {},
  subClusters = BIKES,
) {
  const { listing } = await givenListing(database.db, {
    opportunity: { closesOn: null, subClusters, ...opportunity },
    listing: { districtId, publishedAt: on, closesOn: null },
  });
  await bumpListVersion(database.db, districtId);
  return listing.id;
}
const tell = (now = MONDAY) => tellNewMatches({ db: database.db, now, actor: { kind: "system", userId: null } });
const sent = async (userId: string) =>
  (await database.db.select().from(mails).where(eq(mails.userId, userId))).map(({ kind }) => kind);
const toldOf = async (readerId: string) =>
  (await database.db.select().from(toldMatches).where(eq(toldMatches.readerId, readerId)))
    .map(({ listingId }) => listingId)
    .toSorted();

describe("the weekly mail of what newly fits", () => {
  it("goes to who asked for it, tells what came since, and tells it once", async () => {
    await wants(leo.id);
    const fresh = await published();
    await published({ on: days(-20) });
    expect(await tell()).toBe(1);
    expect(await sent(leo.id)).toEqual(["family-matches-found"]);
    expect(await toldOf(leo.id)).toEqual([fresh]);
    expect(await tell(days(0.1))).toBe(0);
    expect(await tell(days(7))).toBe(0);
    const later = await published({ on: days(9) });
    expect(await tell(days(14))).toBe(1);
    expect(await toldOf(leo.id)).toEqual([fresh, later].toSorted());
  });

  it("goes to nobody who did not ask, or stopped it", async () => {
    await wants(rosa.id, days(-7), "never");
    await published();
    expect(await tell()).toBe(0);
    expect(await database.db.$count(mails)).toBe(0);
  });

  it("says nothing where nothing is a good match, or a student told nothing they like", async () => {
    await wants(leo.id);
    await published({}, ["040104"]);
    expect(await tell()).toBe(0);
    await database.db.update(studentProfiles).set({ clusters: [] });
    await published();
    expect(await tell(days(7))).toBe(0);
  });

  it("waits for Monday's morning, and is made up for when no worker ran then", async () => {
    await wants(leo.id, days(-3));
    await published();
    expect(await tell(days(-1))).toBe(0);
    expect(await tell(days(2))).toBe(1);
  });

  it("leaves out what was on the list when it was asked for", async () => {
    await wants(leo.id, days(-1));
    await published({ on: days(-2) });
    expect(await tell()).toBe(0);
  });

  it("tells a parent of each child, in one mail, as long as they are linked", async () => {
    await wants(rosa.id);
    const listing = await published();
    expect(await tell()).toBe(1);
    expect(await database.db.select().from(toldMatches)).toMatchObject([
      { readerId: rosa.id, studentId: leo.id, listingId: listing },
    ]);
    const isLeos = eq(links.id, guardianships[0].id);
    await database.db.update(links).set({ endedAt: MONDAY }).where(isLeos);
    await published({ on: days(3) });
    expect(await tell(days(7))).toBe(0);
    await database.db.update(links).set({ endedAt: null }).where(isLeos);
  });

  it("names no more than a few of a student", async () => {
    await wants(leo.id);
    for (let i = 0; i < MOST_TOLD + 2; i++) await published({ title: `Bike day ${i}` });
    await tell();
    expect(await toldOf(leo.id)).toHaveLength(MOST_TOLD);
  });

  it("tells nobody twice when two rounds meet", async () => {
    await wants(leo.id);
    await published();
    const rounds = await Promise.all([tell(), tell(), tell()]);
    expect(rounds.reduce((sum, told) => sum + told, 0)).toBe(1);
    expect(await database.db.$count(mails)).toBe(1);
  });

  it("tells of no other district's list", async () => {
    await wants(leo.id);
    await wants(noah.id);
    await profile(noah.id, { clusters: ["010300"] });
    const theirs = await published({ districtId: lakeshore.id });
    await tell();
    expect(await toldOf(leo.id)).toEqual([]);
    expect(await toldOf(noah.id)).toEqual([theirs]);
  });
});

it("holds nothing of the student in what the queue and the log see (P2)", async () => {
  await wants(leo.id);
  await published({ title: "Bike day" });
  await tell();
  const [mail] = await database.db.select().from(mails);
  expect(Object.keys(mail!.data)).toEqual(["alertId"]);
});
