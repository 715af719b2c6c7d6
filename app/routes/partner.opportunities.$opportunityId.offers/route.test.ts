import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenOpportunity } from "#tests/support/givens.ts";
import { action } from "./route.tsx";

const database = useTestDatabase();
const post = async (opportunityId: string, districtIds: string[], as: string = people.tomas.id) =>
  action(
    await ask(database.db, {
      url: `/partner/opportunities/${opportunityId}/offers`,
      params: { opportunityId },
      as,
      form: { districtIds, idempotencyKey: randomUUID() },
    }),
  );

it("offers to the chosen districts and goes back to the overview", async () => {
  const { id } = await givenOpportunity(database.db);
  const answer = (await post(id, [districts.riverbend.id, districts.lakeshore.id])) as Response;
  expect(answer.headers.get("Location")).toBe(`/partner/opportunities/${id}?done=offered`);
  expect(await database.db.$count(listings, eq(listings.opportunityId, id))).toBe(2);
});

it("answers 422 when none or nonsense was chosen, 409 for a district it does not work with", async () => {
  const { id } = await givenOpportunity(database.db);
  expect(await post(id, [])).toMatchObject({ init: { status: 422 } });
  expect(await post(id, ["riverbend"])).toMatchObject({ init: { status: 422 } });
  expect(await post(id, [randomUUID()])).toMatchObject({ init: { status: 409 } });
  expect(await database.db.$count(listings, eq(listings.opportunityId, id))).toBe(0);
});

it("is not found by another partner", async () => {
  const { id } = await givenOpportunity(database.db);
  expect((await thrownBy(post(id, [districts.lakeshore.id], people.owen.id))).status).toBe(404);
  expect((await thrownBy(post(randomUUID(), [districts.lakeshore.id]))).status).toBe(404);
  expect((await thrownBy(post("x", [districts.lakeshore.id]))).status).toBe(404);
});
