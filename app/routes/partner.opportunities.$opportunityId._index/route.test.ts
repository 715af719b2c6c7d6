import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { organizations, people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing, givenOpportunity } from "#tests/support/givens.ts";
import { reviews } from "#db/schema/listings.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const read = async (opportunityId: string, { as = people.tomas.id, query = "" } = {}) =>
  loader(
    await ask(database.db, { url: `/partner/opportunities/${opportunityId}${query}`, params: { opportunityId }, as }),
  );

it("says where it stands, what the district wrote, and where else it may be offered", async () => {
  const { opportunity, listing } = await givenListing(database.db, { listing: { state: "changes_requested" } });
  await database.db.insert(reviews).values({
    listingId: listing.id,
    districtId: listing.districtId,
    reviewerId: people.dana.id,
    decision: "changes_requested",
    note: "Say who will be there.",
    decidedAt: listing.createdAt,
  });
  const page = await read(opportunity.id, { query: "?done=saved" });
  expect(page).toMatchObject({ news: "saved", problems: [], organization: organizations.bluestem.name });
  expect(page.offers).toMatchObject([
    {
      districtName: "Riverbend Community Schools",
      state: "changes_requested",
      inForce: true,
      lastDecision: { note: "Say who will be there." },
    },
  ]);
  expect(page.open.map(({ name }) => name)).toEqual(["Lakeshore Unified"]);
});

it("says whom a district that decided keeps it to, and its note to readers", async () => {
  const listing = { onlyGrades: [10], onlyGroups: ["Band"], noteToReaders: "Bring boots." };
  const decided = await givenListing(database.db, { listing });
  expect((await read(decided.opportunity.id)).offers[0]?.placed).toMatchObject({ ...listing, schools: [] });
  const waiting = await givenListing(database.db, { listing: { ...listing, state: "submitted" } });
  expect((await read(waiting.opportunity.id)).offers[0]?.placed).toBeNull();
});

it("names what is missing before it can be sent", async () => {
  const { id } = await givenOpportunity(database.db, { pay: null, howToAsk: null });
  const page = await read(id, { query: "?done=<script>" });
  expect(page.news).toBeNull();
  expect(page.problems.map(({ field }) => field)).toEqual(["pay", "howToAsk"]);
});

it("is not found by another partner, by a wrong id or by a word", async () => {
  const { id } = await givenOpportunity(database.db);
  const answers = [read(id, { as: people.owen.id }), read(randomUUID()), read("x")].map(thrownBy);
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404, 404]);
});
