import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listingViews } from "#db/schema/listings.ts";
import { organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing, givenOpportunity } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { action } from "./route.ts";

const database = useTestDatabase();
const download = async (form: Record<string, string> = {}, as: string = people.tomas.id) => {
  const response = await action(await ask(database.db, { as, form, context: { locale: "en" } }));
  return parse(Buffer.from(await response.arrayBuffer()), { bom: true });
};

it("holds a line for each district, of all pages, of the partner's own; and is noted", async () => {
  for (let n = 0; n < 30; n++) await givenListing(database.db, { opportunity: { title: `Own ${n}` } });
  const { listing } = await givenListing(database.db, { opportunity: { title: "Seen" }, listing: { state: "closed" } });
  await database.db.insert(listingViews).values({ listingId: listing.id, day: "2027-02-01", seen: 3 });
  await givenOpportunity(database.db, { title: "Not offered" });
  await givenListing(database.db, { opportunity: { title: "Theirs", organizationId: organizations.harbor.id } });
  const [header, ...rows] = await download();
  expect(header).toEqual(["Opportunity", "Organization", "Kind", "District", "State", "Closes", "Seen", "Saved by"]);
  const titles = rows.map(([title]) => title);
  expect(titles).toEqual(expect.arrayContaining(["Own 0", "Own 29", "Seen", "Not offered"]));
  expect(titles).not.toContain("Theirs");
  expect(rows.find(([title]) => title === "Seen")?.slice(3)).toEqual([
    ...["Riverbend Community Schools", "Closed", "2027-03-05", "< 5", "0"],
  ]);
  const closed = await download({ district: "riverbend", state: "closed" });
  expect(closed.slice(1).map(([title]) => title)).toContain("Seen");
  expect(closed.flat()).not.toContain("Own 0");
  const noted = await database.db.select().from(events).where(eq(events.name, "table.downloaded"));
  expect(noted[0]).toMatchObject({ actorId: people.tomas.id, districtId: null, detail: { table: "offered" } });
});

it("is closed to coordinators", async () => {
  expect((await thrownBy(download({}, people.dana.id))).status).toBe(403);
});
