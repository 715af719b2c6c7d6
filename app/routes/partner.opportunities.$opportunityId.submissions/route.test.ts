import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenOpportunity } from "#tests/support/givens.ts";
import { action } from "./route.tsx";

const database = useTestDatabase();
const both = [districts.riverbend.id, districts.lakeshore.id];
const post = async (opportunityId: string, districtIds: string[], as: string = people.tomas.id) =>
  action(
    await ask(database.db, {
      url: `/partner/opportunities/${opportunityId}/submissions`,
      params: { opportunityId },
      as,
      form: { districtIds, idempotencyKey: randomUUID() },
    }),
  );

it("sends to all that were named and goes back to the overview", async () => {
  const { id } = await givenOpportunity(database.db);
  expect(((await post(id, both)) as Response).headers.get("Location")).toBe(`/partner/opportunities/${id}?done=sent`);
});

it("answers 409 with what each district did when one did not take it", async () => {
  const { id } = await givenOpportunity(database.db, { organizationId: organizations.kitchen.id });
  expect(await post(id, both, people.grace.id)).toMatchObject({
    init: { status: 409 },
    data: {
      answers: expect.arrayContaining([
        { name: districts.riverbend.name, refusal: null },
        { name: districts.lakeshore.name, refusal: "partnership_not_in_force" },
      ]),
    },
  });
});

it("answers 422 with what is missing, or when no district was chosen", async () => {
  const { id } = await givenOpportunity(database.db, { summary: null });
  expect(await post(id, both)).toMatchObject({
    init: { status: 422 },
    data: { problems: [{ field: "summary", step: "basics" }] },
  });
  expect(await post(id, [])).toMatchObject({ init: { status: 422 }, data: { reason: "errors.missing.districts" } });
  expect(await post(id, [randomUUID()])).toMatchObject({ init: { status: 409 } });
});

it("is not found by another partner, by a wrong id or by a word", async () => {
  const { id } = await givenOpportunity(database.db);
  const answers = [post(id, both, people.owen.id), post(randomUUID(), both), post("x", both)].map(thrownBy);
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404, 404]);
});
