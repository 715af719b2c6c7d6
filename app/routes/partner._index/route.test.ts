import { expect, it } from "vitest";
import { organizations, people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing, givenOpportunity } from "#tests/support/givens.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const read = async (as?: string) => loader(await ask(database.db, { url: "/partner", ...(as && { as }) }));

it("groups what the person's organizations offer, with each district's answer", async () => {
  await givenListing(database.db, { opportunity: { organizationId: organizations.college.id, title: "Campus day" } });
  await givenOpportunity(database.db, { organizationId: organizations.kitchen.id, title: "Kitchen helper" });
  const { groups } = await read(people.grace.id);
  expect(groups).toMatchObject([
    {
      name: organizations.college.name,
      opportunities: [
        { title: "Campus day", offers: [{ districtName: "Riverbend Community Schools", state: "published" }] },
      ],
    },
    { name: organizations.kitchen.name, opportunities: [{ title: "Kitchen helper", offers: [] }] },
  ]);
});

it("shows nothing of others', sends a visitor to sign in and refuses staff", async () => {
  await givenListing(database.db);
  expect((await read(people.owen.id)).groups).toEqual([]);
  expect((await thrownBy(read())).status).toBe(302);
  expect((await thrownBy(read(people.dana.id))).status).toBe(403);
});
