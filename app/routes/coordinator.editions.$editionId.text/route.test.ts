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
const WORDS = { title: "Summer 2027", titleEs: "Verano 2027", note: "New: the boat yard.", noteEs: "" };
const asking = (editionId: string, form?: Record<string, string>, as: string = people.dana.id) =>
  ask(database.db, {
    ...{ url: `/coordinator/editions/${editionId}/text`, params: { editionId }, as },
    ...(form && { form: { version: "1", idempotencyKey: randomUUID(), ...form } }),
  });
const row = async (id: string) => (await database.db.select().from(editions).where(eq(editions.id, id)))[0];

it("shows the text and saves it", async () => {
  const { id } = await givenDraft(database.db);
  expect(await loader(await asking(id))).toMatchObject({ text: { title: "Spring 2027", noteEs: "" } });
  const answer = (await action(await asking(id, WORDS))) as Response;
  expect(answer.headers.get("Location")).toBe(`/coordinator/editions/${id}?done=edited`);
  expect(await row(id)).toMatchObject({ ...WORDS, noteEs: null, version: 2 });
});

it.each([
  ["a title is missing", { title: "" }, 422],
  ["somebody wrote in between", { version: "7" }, 409],
])("keeps what was typed where %s", async (_, changes, expected) => {
  const { id } = await givenDraft(database.db);
  const { status, initialValue } = await answerOf(action(await asking(id, { ...WORDS, ...changes })));
  expect(status).toBe(expected);
  expect(initialValue).toMatchObject({ titleEs: "Verano 2027", note: "New: the boat yard." });
  expect(await row(id)).toMatchObject({ title: "Spring 2027", version: 1 });
});

it("changes nothing that is published", async () => {
  await givenListing(database.db);
  const { id } = await givenEdition(database.db);
  expect((await thrownBy(loader(await asking(id)))).status).toBe(404);
  const { status, error } = await answerOf(action(await asking(id, { ...WORDS, version: "2" })));
  expect([status, error]).toEqual([409, { "": ["This edition is published already. It cannot be changed."] }]);
});

it("is not found by another district, by a wrong id or by a word", async () => {
  const { id } = await givenDraft(database.db);
  const answers = await Promise.all([
    thrownBy(loader(await asking(id, undefined, people.priya.id))),
    thrownBy(action(await asking(id, WORDS, people.priya.id))),
    thrownBy(action(await asking(randomUUID(), WORDS))),
    thrownBy(action(await asking("x", WORDS))),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(await row(id)).toMatchObject({ title: "Spring 2027", version: 1 });
});
