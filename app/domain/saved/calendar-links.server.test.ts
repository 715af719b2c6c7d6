import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { users } from "#db/schema/people.ts";
import { calendarLinks } from "#db/schema/saved.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { asPerson, givenListing, givenPerson } from "#tests/support/givens.ts";
import { savedListings } from "#db/schema/saved.ts";
import { endCalendarLink, getCalendarLink, makeCalendarLink, readSavedCalendar } from "./calendar-links.server.ts";

const database = useTestDatabase();
const key = () => ({ idempotencyKey: randomUUID() });
const eventsOf = async (userId: string) =>
  (await database.db.select({ name: events.name }).from(events).where(eq(events.subjectId, userId))).map((e) => e.name);

async function person() {
  const { id } = await givenPerson(database.db);
  return asPerson(database.db, id);
}

it("is made, opens what its person saved, and says so in the log", async () => {
  const ctx = await person();
  const { listing } = await givenListing(database.db);
  const { userId } = ctx.actor;
  await database.db
    .insert(savedListings)
    .values({ userId, listingId: listing.id, districtId: listing.districtId, savedAt: TEST_NOW });
  expect(await getCalendarLink(ctx)).toBeNull();
  expect(await makeCalendarLink(ctx, { remindDays: 3, ...key() })).toEqual({ ok: true, value: null });
  const link = await getCalendarLink(ctx);
  expect(link).toMatchObject({ remindDays: 3 });
  const saved = [{ districtId: listing.districtId, listingId: listing.id }];
  expect(await readSavedCalendar(database.db, link!.id)).toEqual({ ...link, saved });
  expect(await eventsOf(userId)).toEqual(["person.calendar_link_made"]);
});

it("is made anew, once for the same form, and the old one opens nothing", async () => {
  const ctx = await person();
  await makeCalendarLink(ctx, { remindDays: null, ...key() });
  const old = await getCalendarLink(ctx);
  const form = { remindDays: null, ...key() };
  await Promise.all([makeCalendarLink(ctx, form), makeCalendarLink(ctx, form)]);
  const renewed = await getCalendarLink(ctx);
  expect(renewed!.id).not.toBe(old!.id);
  expect(await readSavedCalendar(database.db, old!.id)).toBeNull();
  expect(await readSavedCalendar(database.db, renewed!.id)).not.toBeNull();
  expect(await database.db.$count(calendarLinks, eq(calendarLinks.userId, ctx.actor.userId))).toBe(1);
  expect(await eventsOf(ctx.actor.userId)).toHaveLength(2);
});

it("ends for its person only, and with the account", async () => {
  const [ctx, other] = [await person(), await person()];
  await makeCalendarLink(ctx, { remindDays: null, ...key() });
  const link = await getCalendarLink(ctx);
  expect(await endCalendarLink(other, key())).toEqual({ ok: false, refusal: "not_found" });
  const open = () => readSavedCalendar(database.db, link!.id);
  await database.db.update(users).set({ disabledAt: TEST_NOW }).where(eq(users.id, ctx.actor.userId));
  expect(await open()).toBeNull();
  await database.db.update(users).set({ disabledAt: null }).where(eq(users.id, ctx.actor.userId));
  expect(await open()).not.toBeNull();
  expect(await endCalendarLink(ctx, key())).toEqual({ ok: true, value: null });
  expect(await open()).toBeNull();
  expect(await eventsOf(ctx.actor.userId)).toContain("person.calendar_link_ended");
});
