import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { editions } from "#db/schema/editions.ts";
import { listings } from "#db/schema/listings.ts";
import { people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenDraft } from "#tests/support/editions.ts";
import { givenListing } from "#tests/support/givens.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
interface Sent {
  version?: number;
  as?: string;
  key?: string;
}
const asking = (editionId: string, { version, as = people.dana.id, key = randomUUID() }: Sent = {}) =>
  ask(database.db, {
    ...{ url: `/coordinator/editions/${editionId}/publication`, params: { editionId }, as },
    ...(version !== undefined && { form: { version: String(version), idempotencyKey: key } }),
  });
const row = async (id: string) => (await database.db.select().from(editions).where(eq(editions.id, id)))[0]!;

beforeEach(async () => {
  await database.db.update(listings).set({ state: "closed" });
  await givenListing(database.db);
});

it("asks first, then publishes under the next number", async () => {
  const { id } = await givenDraft(database.db);
  expect(await loader(await asking(id))).toMatchObject({ heading: "Publish “Spring 2027” now?", read: { version: 1 } });
  expect(await row(id)).toMatchObject({ state: "draft", number: null });
  const answer = (await action(await asking(id, { version: 1 }))) as Response;
  expect(answer.headers.get("Location")).toBe("/coordinator/editions?done=published");
  expect(await row(id)).toMatchObject({ state: "published", publishedBy: people.dana.id });
  expect((await thrownBy(loader(await asking(id)))).status).toBe(404);
});

it("is done once by a form sent twice, and by one of two people at once", async () => {
  const [twice, both] = [await givenDraft(database.db), await givenDraft(database.db)];
  const key = randomUUID();
  const sent = await Promise.all(
    [1, 2].map(async () => (await action(await asking(twice.id, { version: 1, key }))) as Response),
  );
  expect(sent.map(({ status }) => status)).toEqual([302, 302]);
  const { number } = await row(twice.id);
  const answers = await Promise.all(
    [people.dana.id, people.marcus.id].map(async (as) => action(await asking(both.id, { version: 1, as }))),
  );
  const lost = answers.filter((answer) => !(answer instanceof Response));
  expect(lost).toMatchObject([
    {
      init: { status: 409 },
      data: { lastResult: { error: { "": ["This edition is published already. It cannot be changed."] } } },
    },
  ]);
  expect(await row(both.id)).toMatchObject({ number: number! + 1 });
});

it("refuses what somebody changed in between, and an empty list", async () => {
  const { id } = await givenDraft(database.db);
  expect((await answerOf(action(await asking(id, { version: 2 })))).error).toEqual({
    "": ["Somebody changed this edition since you opened the page. Look at it again first."],
  });
  await database.db.update(listings).set({ state: "closed" });
  expect((await answerOf(action(await asking(id, { version: 1 })))).error).toEqual({
    "": ["Nothing is on your list now, so there is nothing to publish."],
  });
  expect(await row(id)).toMatchObject({ state: "draft", number: null, version: 1 });
});

it("is not found by another district, by a partner, or when it is gone", async () => {
  const { id } = await givenDraft(database.db);
  const answers = await Promise.all([
    thrownBy(loader(await asking(id, { as: people.priya.id }))),
    thrownBy(action(await asking(id, { version: 1, as: people.priya.id }))),
    thrownBy(action(await asking(id, { version: 1, as: people.tomas.id }))),
    thrownBy(action(await asking(randomUUID(), { version: 1 }))),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 403, 404]);
  expect(await row(id)).toMatchObject({ state: "draft" });
});
