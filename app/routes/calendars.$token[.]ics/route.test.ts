import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { RATE_LIMITS } from "#app/http/rate-limits.ts";
import { loader as account } from "#app/routes/account.saved/route.tsx";
import { action as make } from "#app/routes/account.saved_.calendar/route.ts";
import { action as end } from "#app/routes/account.saved_.calendar_.removal/route.ts";
import { savedListings } from "#db/schema/saved.ts";
import { districts } from "#db/seed/cast.ts";
import { readCalendar, saysOf } from "#tests/support/calendars.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing, givenPerson } from "#tests/support/givens.ts";
import { testKeys } from "#tests/support/keys.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "./route.ts";

const database = useTestDatabase();
type Given = NonNullable<Parameters<typeof givenListing>[1]>;

async function saver(...saved: Given[]) {
  const person = await givenPerson(database.db, { name: "Marker Person" });
  for (const given of saved) {
    const { listing } = await givenListing(database.db, given);
    const { id: listingId, districtId } = listing;
    await database.db.insert(savedListings).values({ userId: person.id, listingId, districtId, savedAt: TEST_NOW });
  }
  return person.id;
}

const press = async (action: typeof make, as: string, remindDays = "") =>
  action(await ask(database.db, { as, form: { idempotencyKey: randomUUID(), remindDays } }));
const section = async (as: string) => (await account(await ask(database.db, { as }))).calendar;
const addressOf = async (as: string) => new URL((await section(as)).link!.address);

async function open({ pathname }: { pathname: string }, locale: "en" | "es" = "en") {
  const token = /^\/calendars\/(.+)\.ics$/.exec(pathname)?.[1] ?? "";
  return loader(await ask(database.db, { params: { token }, context: { locale } }));
}

it("is made on the account's page and holds what was saved, in whichever district, and no name", async () => {
  const soon = { closesOn: "2027-03-05" };
  const as = await saver(
    { opportunity: { title: "Here" }, listing: soon },
    { opportunity: { title: "There" }, listing: { ...soon, districtId: districts.lakeshore.id } },
  );
  expect(await section(as)).toMatchObject({ link: null });
  await press(make, as, "1");
  expect(await section(as)).toMatchObject({ link: { remindDays: 1 } });
  const address = await addressOf(as);
  const response = await open(address);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "cache-control": "private, no-store",
    "x-robots-tag": "noindex",
  });
  const text = await response.text();
  const { events, calendar } = readCalendar(text);
  expect(events.map(({ summary }) => summary).sort()).toEqual([
    "Here",
    "Last day to ask: Here",
    "Last day to ask: There",
    "There",
  ]);
  expect(text.match(/^TRIGGER:-PT15H/gm)).toHaveLength(2);
  expect(text + address.href).not.toMatch(/Marker|person-/);
  expect(text).not.toContain(as);
  const zones = calendar.getAllSubcomponents("vtimezone").map((zone) => zone.getFirstPropertyValue("tzid"));
  expect(zones.sort()).toEqual([districts.lakeshore.timeZone, districts.riverbend.timeZone].sort());
  expect(readCalendar(await (await open(address, "es")).text()).calendar.getFirstPropertyValue("name")).toBe(
    "Oportunidades guardadas",
  );
});

it("strikes out what was called off, and leaves what had its own last day", async () => {
  const recently = new Date(TEST_NOW.getTime() - 86_400_000);
  const longAgo = new Date("2026-12-01T12:00:00Z");
  const as = await saver(
    { opportunity: { title: "Called off" }, listing: { state: "closed", closedAt: recently, updatedAt: recently } },
    { opportunity: { title: "Under way" }, listing: { state: "expired", closesOn: "2027-01-08", updatedAt: recently } },
    { opportunity: { title: "Long gone" }, listing: { state: "closed", closedAt: longAgo, updatedAt: longAgo } },
  );
  await press(make, as);
  const { events } = readCalendar(await (await open(await addressOf(as))).text());
  const states = new Map(events.map((event) => [event.summary, saysOf(event, "status")]));
  expect(Object.fromEntries(states)).toEqual({
    "Called off": "CANCELLED",
    "Last day to ask: Called off": "CANCELLED",
    "Under way": undefined,
    "Last day to ask: Under way": undefined,
  });
});

test("a new link ends the old one, and turning it off ends both", async () => {
  const as = await saver({});
  await press(make, as);
  const old = await addressOf(as);
  await press(make, as);
  const renewed = await addressOf(as);
  expect((await thrownBy(open(old))).status).toBe(404);
  expect((await open(renewed)).status).toBe(200);
  await press(end, as);
  expect((await thrownBy(open(renewed))).status).toBe(404);
  expect((await thrownBy(press(end, as))).status).toBe(404);
});

test("what is no link of ours, or one for something else, is not there", async () => {
  const as = await saver({});
  await press(make, as);
  const { pathname } = await addressOf(as);
  const tokens = ["x", "", testKeys.sign("unsubscribe", as), testKeys.sign("calendar", randomUUID())];
  for (const token of [...tokens, turned(pathname.slice(11, -4))])
    expect((await thrownBy(open({ pathname: `/calendars/${token}.ics` }))).status).toBe(404);
});

/** With another sign in the middle of it. */
const turned = (token: string) => token.slice(0, 30) + (token[30] === "A" ? "B" : "A") + token.slice(31);

test("S18: a link may be asked so often, and says when again", async () => {
  const as = await saver({});
  await press(make, as);
  const address = await addressOf(as);
  for (let i = 0; i < RATE_LIMITS.calendar.account.tries; i++) expect((await open(address)).status).toBe(200);
  const refused = await open(address);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});
