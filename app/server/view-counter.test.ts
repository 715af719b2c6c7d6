import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countViews, recordViews } from "#app/domain/listings/views.server.ts";
import { listingViews } from "#db/schema/listings.ts";
import { organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPartner, givenListing } from "#tests/support/givens.ts";
import { startTestServer, type TestServer } from "#tests/support/server.ts";

const database = useTestDatabase();
let server: TestServer;
let rendered = 0;
beforeAll(async () => {
  server = await startTestServer({
    db: database.db,
    databaseUrl: database.url,
    render: async (request) => {
      rendered++;
      const status = request.url.includes("no-such") ? 404 : 200;
      return new Response("page", { status, headers: { "Content-Type": "text/html", "X-Page-Cache": "public" } });
    },
  });
});
afterAll(() => server.stop());

const PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36";
const open = async (path: string, userAgent = PHONE, method = "GET") =>
  (await fetch(`http://127.0.0.1:${server.port}${path}`, { method, headers: { "User-Agent": userAgent } })).text();
const daysOf = (listingId: string) =>
  database.db.select().from(listingViews).where(eq(listingViews.listingId, listingId));

it("counts who opens a listing's page, from the cache too, and no program, and writes it at the end", async () => {
  const { listing } = await givenListing(database.db);
  const page = `/riverbend/opportunities/${listing.slug}`;
  for (let i = 0; i < 4; i++) await open(page);
  await open(`/es${page}?utm_source=mail`);
  const before = rendered;
  await open(page);
  expect(rendered).toBe(before);
  for (const program of ["Googlebot/2.1", "curl/8.5.0", "Slackbot-LinkExpanding 1.0"]) await open(page, program);
  await open(page, PHONE, "HEAD");
  await open("/riverbend/opportunities");
  await open("/riverbend/opportunities/no-such-page");
  expect(await daysOf(listing.id)).toEqual([]);
  await server.stop();
  expect(await daysOf(listing.id)).toMatchObject([{ seen: 6 }]);
});

it("adds to the day it is where the district is, and shows totals to its own partner only", async () => {
  const { listing } = await givenListing(database.db);
  const seen = (count: number) => [{ district: "riverbend", slug: listing.slug, seen: count }];
  await recordViews(database.db, seen(3), new Date("2027-02-10T05:59:00Z"));
  await recordViews(database.db, seen(2), new Date("2027-02-10T06:00:00Z"));
  await recordViews(database.db, seen(4), new Date("2027-02-10T20:00:00Z"));
  await recordViews(database.db, [{ district: "riverbend", slug: randomUUID(), seen: 9 }], new Date());
  expect((await daysOf(listing.id)).map(({ day, seen }) => [day, seen]).toSorted()).toEqual([
    ["2027-02-09", 3],
    ["2027-02-10", 6],
  ]);
  const tomas = asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
  const owen = asPartner(database.db, people.owen.id, [organizations.harbor.id]);
  expect([...(await countViews(tomas, [listing.id]))]).toEqual([[listing.id, 9]]);
  expect((await countViews(owen, [listing.id])).size).toBe(0);
});
