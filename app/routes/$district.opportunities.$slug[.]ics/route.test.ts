import { expect, it } from "vitest";
import { readCalendar, startsOf as times } from "#tests/support/calendars.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "./route.ts";

const database = useTestDatabase();
type Given = NonNullable<Parameters<typeof givenListing>[1]>;

async function file(given: Given, locale: "en" | "es" = "en") {
  const { listing } = await givenListing(database.db, given);
  const params = { district: "riverbend", slug: listing.slug };
  return loader(await ask(database.db, { params, context: { locale } }));
}

/** As another program reads it. */
async function read(given: Given, locale: "en" | "es" = "en") {
  const response = await file(given, locale);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  return readCalendar(await response.text()).events;
}

const shift = { startsOn: "2027-03-09", startTime: "15:30", endTime: "17:30" };
const shifts = [{ ...shift, rule: "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270318" }];

it("repeats a shift by its rule, at the same hour across a change of the clocks, until the end of its last day", async () => {
  const [event] = await read({ opportunity: { shifts } });
  // The clocks go forward on March 14: 15:30 is 21:30 UTC before, and 20:30 after.
  expect(times(event!, 5)).toEqual([
    "2027-03-09T21:30:00.000Z",
    "2027-03-11T21:30:00.000Z",
    "2027-03-16T20:30:00.000Z",
    "2027-03-18T20:30:00.000Z",
    undefined,
  ]);
  expect(event!.duration.toSeconds()).toBe(2 * 3600);
});

it("makes days and hours a week of their own where there are no shifts, and ends with the last day to ask", async () => {
  const events = await read({ opportunity: { endsOn: "2027-02-18" } });
  expect(events.map(({ summary }) => summary)).toEqual([
    "Bicycle repair helper",
    "Last day to ask: Bicycle repair helper",
  ]);
  expect(times(events[0]!, 3)).toEqual(["2027-02-16T21:30:00.000Z", "2027-02-18T21:30:00.000Z", undefined]);
  expect(events[1]!.startDate.toString()).toBe("2027-02-18");
  expect(events[0]!.location).toContain("412 19th Street, Rock Island, IL 61201");
});

it("keeps commas, semicolons, backslashes, line ends and long lines of any letters", async () => {
  const title = "Fix, glue; paint \\ sand ñandú 🚲";
  const summary = `Primera línea,\nsegunda; ${"ñ🚲".repeat(40)}`;
  const [event] = await read({ opportunity: { title, summary, shifts } });
  expect(event!.summary).toBe(title);
  expect(event!.description.startsWith(summary)).toBe(true);
});

it("speaks Spanish where its partner wrote it", async () => {
  const events = await read({ opportunity: { titleEs: "Taller de bicicletas", shifts } }, "es");
  expect(events.map(({ summary }) => summary)).toEqual([
    "Taller de bicicletas",
    "Último día para pedirlo: Taller de bicicletas",
  ]);
});

it("is not there without any day, and gone when it is over", async () => {
  const dateless = { startsOn: null, endsOn: null, closesOn: null };
  expect((await thrownBy(file({ opportunity: dateless }))).status).toBe(404);
  const closed = (closedAt: Date) => thrownBy(file({ listing: { state: "closed", closedAt } }));
  expect((await closed(new Date("2027-02-01T12:00:00Z"))).status).toBe(404);
  expect((await closed(new Date("2027-01-01T12:00:00Z"))).status).toBe(410);
  expect((await thrownBy(file({ listing: { state: "submitted" } }))).status).toBe(404);
});
