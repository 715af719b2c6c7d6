import { eq } from "drizzle-orm";
import { describe, expect, it, test } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { listings } from "#db/schema/listings.ts";
import { districts } from "#db/seed/cast.ts";
import { readCalendar, saysOf, startsOf } from "#tests/support/calendars.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { givenSearchable } from "#tests/support/searchable.ts";
import { onListOf, plantSeed } from "#tests/support/seeded.ts";
import { loader } from "./route.ts";

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(TEST_NOW.getTime() - days * DAY);

interface Asked {
  district?: string;
  query?: string;
  locale?: "en" | "es";
}

function reading(database: { readonly db: Parameters<typeof ask>[0] }) {
  return async ({ district = "riverbend", query = "", locale = "en" }: Asked = {}) => {
    const asked = { url: `/${district}/opportunities.ics${query}`, params: { district }, context: { locale } };
    const response = await loader(await ask(database.db, asked));
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const text = await response.text();
    return { text, ...readCalendar(text) };
  };
}

describe("of the whole list", () => {
  const database = useTestDatabase();
  const read = reading(database);
  const listingOf = (uid: string) => uid.slice(0, 36);

  test.each(["riverbend", "lakeshore"])(
    "holds every listing of %s that has a day, and only those",
    async (district) => {
      await plantSeed(database.db);
      const { events, calendar } = await read({ district });
      const alive = events.filter((event) => saysOf(event, "status") !== "CANCELLED");
      const dated = (await onListOf(database.db, district)).filter(
        ({ content, closesOn }) => closesOn ?? content.startsOn ?? content.shifts[0],
      );
      expect(dated.length).toBeGreaterThan(20);
      expect([...new Set(alive.map(({ uid }) => listingOf(uid)))].sort()).toEqual(dated.map(({ id }) => id).sort());
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
      const deadlines = alive.filter(({ uid }) => uid.includes("last_day_to_ask"));
      expect(deadlines).toHaveLength(dated.filter(({ closesOn }) => closesOn).length);
      for (const each of deadlines) expect(each.startDate.isDate).toBe(true);
      expect(calendar.getFirstPropertyValue("refresh-interval")?.toString()).toBe("PT12H");
      expect(calendar.getFirstPropertyValue("x-published-ttl")).toBe("PT12H");
      expect(calendar.getFirstPropertyValue("source")).toBe(`http://localhost:3000/${district}/opportunities.ics`);
    },
  );

  it("is the same however often it is asked for", async () => {
    expect((await read()).text).toBe((await read()).text);
  });

  it("is not there for a district that is not", async () => {
    expect((await thrownBy(read({ district: "nowhere" }))).status).toBe(404);
  });
});

describe("what stands in it", () => {
  const database = useTestDatabase();
  const read = reading(database);
  const only = async (title: string, asked: Asked = {}) =>
    (await read(asked)).events.filter(({ summary }) => summary.includes(title));

  test("R15: a weekly hour stays where it is on the clock across both changes of 2027, in each district's zone", async () => {
    const shift = { startTime: "15:30", endTime: "17:00", rule: "FREQ=WEEKLY;BYDAY=SU" };
    const opportunity = { endsOn: "2027-12-31", closesOn: null };
    const spring = { ...opportunity, title: "Spring", shifts: [{ ...shift, startsOn: "2027-03-07" }] };
    const autumn = { ...opportunity, title: "Autumn", shifts: [{ ...shift, startsOn: "2027-10-31" }] };
    await givenSearchable(database.db, { opportunity: spring });
    await givenSearchable(database.db, { opportunity: autumn });
    // Chicago's clocks go forward on March 14 and back on November 7, on those very Sundays.
    expect(startsOf((await only("Spring"))[0]!, 3).map((it) => it?.slice(5, 16))).toEqual([
      "03-07T21:30",
      "03-14T20:30",
      "03-21T20:30",
    ]);
    expect(startsOf((await only("Autumn"))[0]!, 3).map((it) => it?.slice(5, 16))).toEqual([
      "10-31T20:30",
      "11-07T21:30",
      "11-14T21:30",
    ]);
    const listing = { districtId: districts.lakeshore.id };
    await givenSearchable(database.db, { opportunity: { ...spring, title: "By the lake" }, listing });
    const [lake] = await only("By the lake", { district: "lakeshore" });
    expect(lake!.startDate.toString()).toBe("2027-03-07T15:30:00");
    expect(lake!.startDate.zone?.tzid).toBe(districts.lakeshore.timeZone);
  });

  it("narrows to a search, reminds when asked to, and passes over what it does not know", async () => {
    await givenSearchable(database.db, { opportunity: { title: "Mentor", kind: "Mentorship" } });
    await givenSearchable(database.db, { opportunity: { title: "Visit", kind: "JobShadowing" } });
    const { events, calendar } = await read({ query: "?kind=Mentorship&kind=x&remind=3&page=9&junk=1" });
    expect(events.map(({ summary }) => summary)).toEqual(["Mentor", "Last day to ask: Mentor"]);
    const alarms = events.map(({ component }) => component.getFirstSubcomponent("valarm"));
    expect(alarms[0]).toBeNull();
    // Nine in the morning, three days before.
    expect(alarms[1]!.getFirstPropertyValue("trigger")?.toString()).toBe("-P2DT15H");
    expect(calendar.getFirstPropertyValue("name")).toBe(`From the list of ${districts.riverbend.name}: Mentorship`);
    const unasked = await read({ query: "?kind=Mentorship&remind=400" });
    expect(unasked.text).not.toContain("VALARM");
  });

  it("says that what left the list early is cancelled, for a while; what was over by its own day just goes", async () => {
    const closed = { state: "closed", closedReason: "withdrawn", version: 7 } as const;
    await givenSearchable(database.db, {
      opportunity: { title: "Called off" },
      listing: { ...closed, closedAt: daysAgo(2), updatedAt: daysAgo(2) },
    });
    await givenSearchable(database.db, {
      opportunity: { title: "Long gone" },
      listing: { ...closed, closedAt: daysAgo(40), updatedAt: daysAgo(40) },
    });
    await givenSearchable(database.db, {
      opportunity: { title: "Had its day" },
      listing: { state: "expired", closesOn: "2027-02-05", updatedAt: daysAgo(3) },
    });
    const events = await only("Called off");
    expect(events.map((event) => saysOf(event, "status"))).toEqual(["CANCELLED", "CANCELLED"]);
    expect(events.map((event) => saysOf(event, "sequence"))).toEqual(["7", "7"]);
    expect(saysOf(events[0]!, "dtstamp")).toBe(daysAgo(2).toISOString().slice(0, 19) + "Z");
    expect(await only("Long gone")).toEqual([]);
    expect(await only("Had its day")).toEqual([]);
  });

  it("grows in sequence with the listing, under the same name, and is stamped by the change", async () => {
    const { listing } = await givenSearchable(database.db, { opportunity: { title: "Renamed shift" } });
    const before = await only("Renamed shift");
    await database.db
      .update(listings)
      .set({ version: 5, confirmedAt: daysAgo(1) })
      .where(eq(listings.id, listing.id));
    const after = await only("Renamed shift");
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect([before, after].map(([event]) => saysOf(event!, "sequence"))).toEqual(["1", "5"]);
    expect(saysOf(after[0]!, "last-modified")).toBe(daysAgo(1).toISOString().slice(0, 19) + "Z");
  });

  test("every naughty string comes back as it was, but for what no calendar may hold", async () => {
    const storable = NAUGHTY_STRINGS.filter((text) => !/[\0\p{Cs}]/u.test(text) && text.trim() !== "");
    for (const text of storable) await givenSearchable(database.db, { opportunity: { title: `Naughty ${text}` } });
    const found = (await only("Naughty ")).map(({ summary }) => summary);
    const held = (text: string) => `Naughty ${text}`.replace(/\r\n?/g, "\n");
    expect(found).toEqual(expect.arrayContaining(storable.map(held)));
  });
});
