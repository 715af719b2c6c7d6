import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader as queue } from "../coordinator.review._index/route.tsx";
import { action } from "./route.ts";

const database = useTestDatabase();
const download = async (query: string, as: string = people.dana.id, locale: "en" | "es" = "en") =>
  action(await ask(database.db, { as, form: Object.fromEntries(new URLSearchParams(query)), context: { locale } }));
const read = async (response: Response) => parse(Buffer.from(await response.arrayBuffer()), { bom: true });

beforeAll(async () => {
  for (let n = 1; n <= 60; n++) {
    const submittedAt = new Date(TEST_NOW.getTime() - ((n * 7) % 61) * 3_600_000);
    const kind = n % 3 === 0 ? "Mentorship" : "PaidInternship";
    await givenListing(database.db, {
      opportunity: { title: n === 1 ? "=cmd|' /C calc'!A0" : `Helper ${String(n).padStart(2, "0")}`, kind },
      listing: { state: "submitted", submittedAt },
    });
  }
  await givenListing(database.db, {
    opportunity: { title: "Harbor secret", organizationId: organizations.harbor.id },
    listing: { state: "submitted", districtId: districts.lakeshore.id },
  });
});

it.each(["", "sort=title", "kind=Mentorship&sort=newest", "show=published", "kind=__proto__&sort=x&page=2"])(
  "holds the rows of all pages for %j, in their order",
  async (query) => {
    const shown: string[] = [];
    for (let page = 1; ; page++) {
      const url = `/coordinator/review?${query.replace("&page=2", "")}&page=${page}`;
      const { rows, pages } = await queue(await ask(database.db, { url, as: people.dana.id }));
      shown.push(...rows.map(({ id }) => id));
      if (page >= pages) break;
    }
    const [header, ...rows] = await read(await download(query));
    expect(rows.map((cells) => cells[header!.indexOf("ID")])).toEqual(shown);
  },
);

it("says its columns in the reader's language, days as days, and makes text of a formula", async () => {
  const response = await download("sort=title");
  expect(response.headers.get("Content-Disposition")).toContain("riverbend-listings-2027-02-09.csv");
  const [header, first] = await read(response);
  expect(header?.slice(0, 5)).toEqual(["Opportunity", "Partner", "Standing", "Kind", "State"]);
  expect(first?.slice(0, 5)).toEqual([
    "'=cmd|' /C calc'!A0",
    "Bluestem Bikes",
    "Approved partner",
    "Paid internship",
    "Waiting for review",
  ]);
  expect(first?.[header!.indexOf("Closes")]).toBe("2027-03-05");
  const [encabezado] = await read(await download("", people.dana.id, "es"));
  expect(encabezado?.[0]).toBe("Oportunidad");
});

it("is noted with who took it, and holds nothing of another district", async () => {
  expect(JSON.stringify(await read(await download("")))).not.toContain("Harbor secret");
  expect((await read(await download("", people.priya.id))).map(([title]) => title)).toEqual([
    "Opportunity",
    "Harbor secret",
  ]);
  const noted = await database.db.select().from(events).where(eq(events.actorId, people.priya.id));
  expect(noted).toMatchObject([
    { name: "table.downloaded", districtId: districts.lakeshore.id, detail: { table: "listings" } },
  ]);
});

it("is closed to partners", async () => {
  expect((await thrownBy(download("", people.tomas.id))).status).toBe(403);
});
