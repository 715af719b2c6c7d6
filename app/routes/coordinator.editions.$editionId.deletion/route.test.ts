import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { editions } from "#db/schema/editions.ts";
import { people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenDraft, givenEdition } from "#tests/support/editions.ts";
import { givenListing } from "#tests/support/givens.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const asking = (editionId: string, version?: number, as: string = people.dana.id) =>
  ask(database.db, {
    ...{ url: `/coordinator/editions/${editionId}/deletion`, params: { editionId }, as },
    ...(version !== undefined && { form: { version: String(version), idempotencyKey: randomUUID() } }),
  });
const isThere = (id: string) => database.db.$count(editions, eq(editions.id, id));

it("asks first, then deletes the draft", async () => {
  const { id } = await givenDraft(database.db);
  expect(await loader(await asking(id))).toMatchObject({ heading: "Delete “Spring 2027”?", read: { version: 1 } });
  expect(await isThere(id)).toBe(1);
  const answer = (await action(await asking(id, 1))) as Response;
  expect(answer.headers.get("Location")).toBe("/coordinator/editions?done=deleted");
  expect(await isThere(id)).toBe(0);
});

it("refuses what somebody changed in between, and what is published", async () => {
  await givenListing(database.db);
  const [{ id }, edition] = [await givenDraft(database.db), await givenEdition(database.db)];
  expect((await answerOf(action(await asking(id, 4)))).status).toBe(409);
  expect((await answerOf(action(await asking(edition.id, 2)))).error).toEqual({
    "": ["This edition is published already. It cannot be changed."],
  });
  expect([await isThere(id), await isThere(edition.id)]).toEqual([1, 1]);
});

it("is not found by another district, or when it is gone", async () => {
  const { id } = await givenDraft(database.db);
  const answers = await Promise.all([
    thrownBy(loader(await asking(id, undefined, people.priya.id))),
    thrownBy(action(await asking(id, 1, people.priya.id))),
    thrownBy(action(await asking(randomUUID(), 1))),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(await isThere(id)).toBe(1);
});
