import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing, givenOpportunity } from "#tests/support/givens.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const preview = async (opportunityId: string, as?: string) =>
  loader(
    await ask(database.db, {
      url: `/partner/opportunities/${opportunityId}/preview`,
      params: { opportunityId },
      ...(as && { as }),
    }),
  );

it("shows the working copy as the district it is offered to would, without the contact kept for the district", async () => {
  const { opportunity } = await givenListing(database.db, {
    opportunity: { contactName: "Tomás", contactPhone: "309 555 0100" },
    listing: { state: "draft", districtId: districts.lakeshore.id },
  });
  const { title, listing } = await preview(opportunity.id, people.tomas.id);
  expect(title).toBe("Preview: Bicycle repair helper");
  expect(listing).toMatchObject({
    content: { title: "Bicycle repair helper", pay: "paid" },
    organization: { name: organizations.bluestem.name },
    district: { name: districts.lakeshore.name },
    clusters: [{ code: "010300" }],
    closesOn: "2027-03-05",
    confirmedAt: null,
  });
  expect(Object.keys(listing.content).filter((field) => field.startsWith("contact"))).toEqual([]);
});

it("shows what is offered nowhere yet as a district in which it could be", async () => {
  const { id } = await givenOpportunity(database.db);
  const { listing } = await preview(id, people.tomas.id);
  expect([districts.riverbend.name, districts.lakeshore.name]).toContain(listing.district.name);
  expect(listing.nearbySchools.length).toBeGreaterThan(0);
});

it("is not found by another partner, by a wrong id or by a word", async () => {
  const { id } = await givenOpportunity(database.db);
  const { tomas, owen } = people;
  const answers = [preview(id, owen.id), preview(randomUUID(), tomas.id), preview("x", tomas.id)].map(thrownBy);
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404, 404]);
});

it("sends whoever is signed out to sign in, and refuses a coordinator", async () => {
  const { id } = await givenOpportunity(database.db);
  expect((await thrownBy(preview(id))).status).toBe(302);
  expect((await thrownBy(preview(id, people.dana.id))).status).toBe(403);
});
