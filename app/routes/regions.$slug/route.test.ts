import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { regionDistricts, regions } from "#db/schema/regions.ts";
import { districts } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { givenAlsoListed, givenSearchable } from "#tests/support/searchable.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const open = async (query = "", slug = "two-rivers", locale: "en" | "es" = "en") =>
  loader(await ask(database.db, { url: `/regions/${slug}?${query}`, params: { slug }, context: { locale } }));
const titles = async (query = "") => (await open(query)).list.entries.map(({ card }) => card.title);

beforeAll(async () => {
  const { db } = database;
  const made = [
    { slug: "two-rivers", name: "Two Rivers", nameEs: "Dos ríos", of: [riverbend, lakeshore] },
    { slug: "one-river", name: "One River", nameEs: null, of: [lakeshore] },
  ];
  for (const { of, ...region } of made) {
    const [row] = await db.insert(regions).values(region).returning();
    await db.insert(regionDistricts).values(of.map(({ id }) => ({ regionId: row!.id, districtId: id })));
  }
});

it("shows each opportunity once, with every district of the region it is open to, and none of another", async () => {
  const { db } = database;
  const choir = await givenSearchable(db, { opportunity: { title: "Choir helper", kind: "Mentorship" } });
  const there = await givenAlsoListed(db, choir, lakeshore.id);
  await givenSearchable(db, { opportunity: { title: "Bus depot day", kind: "JobShadowing", subClusters: ["010303"] } });
  const { list, districts: members, title } = await open();
  expect(title).toBe("Real-world learning in Two Rivers");
  expect(members.map(({ slug }) => slug)).toEqual(["lakeshore", "riverbend"]);
  expect(list.total).toBe(2);
  const entry = list.entries.find(({ card }) => card.title === "Choir helper")!;
  expect(entry.openTo).toEqual([
    { name: lakeshore.name, href: `/lakeshore/opportunities/${there.slug}` },
    { name: riverbend.name, href: `/riverbend/opportunities/${choir.listing.slug}` },
  ]);
  const alone = await open("", "one-river", "es");
  expect(alone.list.entries.map(({ openTo }) => openTo.map(({ href }) => href))).toEqual([
    [`/es/lakeshore/opportunities/${there.slug}`],
  ]);
  expect((await open("", "two-rivers", "es")).name).toBe("Dos ríos");
});

it("is searched by words, with a slip too, by kind and by field", async () => {
  expect(await titles("q=choir")).toEqual(["Choir helper"]);
  expect(await titles("q=depto")).toEqual(["Bus depot day"]);
  expect(await titles("q=zeppelin")).toEqual([]);
  expect(await titles("kind=JobShadowing")).toEqual(["Bus depot day"]);
  expect(await titles("kind=JobShadowing&q=choir")).toEqual([]);
  const { clusters } = (await open()).list;
  const counts = await Promise.all(clusters.map(async ({ value }) => (await titles(`cluster=${value}`)).length));
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(0);
  expect(await titles("kind=nonsense&cluster=1%27or+1=1&page=-1&q=%27)--")).toHaveLength(2);
});

it("leaves out what has left one list and keeps it where it stands on another", async () => {
  const { db } = database;
  await db.update(listings).set({ state: "suspended" }).where(eq(listings.districtId, lakeshore.id));
  const entry = (await open("q=choir")).list.entries[0]!;
  expect(entry.openTo.map(({ name }) => name)).toEqual([riverbend.name]);
  expect((await open("", "one-river")).list.total).toBe(0);
});

it("leads from a page past the end to the last one, and is not found for a region that is not there", async () => {
  const past = await thrownBy(open("page=9"));
  expect(past.headers.get("Location")).toBe("/regions/two-rivers");
  expect((await thrownBy(open("", "nowhere"))).status).toBe(404);
});
