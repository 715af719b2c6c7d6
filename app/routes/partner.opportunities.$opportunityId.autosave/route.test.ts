import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { opportunities } from "#db/schema/opportunities.ts";
import { people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenOpportunity } from "#tests/support/givens.ts";
import { action } from "./route.ts";

const database = useTestDatabase();
const stored = async (id: string) =>
  (await database.db.select().from(opportunities).where(eq(opportunities.id, id)))[0]!;
const post = async (id: string, fields: Record<string, string>, { as = people.tomas.id, step = "what" } = {}) =>
  action(
    await ask(database.db, {
      url: `/partner/opportunities/${id}/autosave?step=${step}`,
      params: { opportunityId: id },
      as,
      form: { version: "1", idempotencyKey: randomUUID(), ...fields },
    }),
  );

it("keeps what is typed and answers the version it became, once for a form sent twice", async () => {
  const { id } = await givenOpportunity(database.db);
  const form = { description: "Half a sent", idempotencyKey: randomUUID() };
  for (const answer of [await post(id, form), await post(id, form)]) {
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ version: 2 });
  }
  expect(await stored(id)).toMatchObject({ description: "Half a sent", version: 2 });
});

it("R11: of two tabs that save by themselves the later one is told, and overwrites nothing", async () => {
  const { id } = await givenOpportunity(database.db);
  expect((await post(id, { description: "First tab" })).status).toBe(200);
  for (let n = 0; n < 3; n += 1) expect((await post(id, { description: `Second tab ${n}` })).status).toBe(409);
  expect((await post(id, { description: "First tab again", version: "2" })).status).toBe(200);
  expect(await stored(id)).toMatchObject({ description: "First tab again", version: 3 });
});

it("R11: lets one of twenty tabs at once through", async () => {
  const { id } = await givenOpportunity(database.db);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => post(id, { description: `Tab ${n}` })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(19).fill(409)]);
  expect((await stored(id)).version).toBe(2);
});

it("keeps nothing that is not well formed", async () => {
  const { id } = await givenOpportunity(database.db);
  expect((await post(id, { places: "many" })).status).toBe(422);
  expect((await stored(id)).version).toBe(1);
});

it("is not found by another partner, by a wrong id or at an unknown step", async () => {
  const { id } = await givenOpportunity(database.db);
  const form = { description: "Mine" };
  const answers = [
    post(id, form, { as: people.owen.id }),
    post(randomUUID(), form),
    post("x", form),
    post(id, form, { step: "nowhere" }),
  ];
  expect((await Promise.all(answers.map(thrownBy))).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect((await stored(id)).version).toBe(1);
});
