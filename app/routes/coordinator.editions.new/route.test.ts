import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { MOST_DRAFTS } from "#app/domain/editions/editions.ts";
import { editions } from "#db/schema/editions.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenDraft } from "#tests/support/editions.ts";
import { answerOf, ask } from "#tests/support/request.ts";
import { action } from "./route.tsx";

const database = useTestDatabase();
const WORDS = { title: "Spring 2027", titleEs: "", note: "Call us.", noteEs: "Llámenos." };
const posting = (form: Record<string, string>, as: string = people.dana.id) =>
  ask(database.db, { url: "/coordinator/editions/new", form: { idempotencyKey: randomUUID(), ...form }, as });
const drafts = () => database.db.select().from(editions).where(eq(editions.districtId, districts.riverbend.id));

beforeEach(async () => void (await database.db.delete(editions)));

it("begins a draft, once for a form sent twice, and leads to it", async () => {
  const form = { ...WORDS, idempotencyKey: randomUUID() };
  const answers = (await Promise.all(
    [posting(form), posting(form)].map(async (args) => action(await args)),
  )) as Response[];
  const made = await drafts();
  expect(made).toMatchObject([{ title: "Spring 2027", titleEs: null, note: "Call us.", state: "draft", number: null }]);
  for (const { headers } of answers)
    expect(headers.get("Location")).toBe(`/coordinator/editions/${made[0]!.id}?done=drafted`);
});

it("asks for a title, and keeps the rest as it was typed", async () => {
  const { status, error, initialValue } = await answerOf(action(await posting({ ...WORDS, title: " " })));
  expect([status, Object.keys(error ?? {})]).toEqual([422, ["title"]]);
  expect(initialValue).toMatchObject({ note: "Call us.", noteEs: "Llámenos." });
  expect(await drafts()).toEqual([]);
});

it("says when there are too many, and keeps what was typed", async () => {
  for (let n = 0; n < MOST_DRAFTS; n++) await givenDraft(database.db);
  const { status, error, initialValue } = await answerOf(action(await posting(WORDS)));
  expect([status, error]).toEqual([409, { "": ["There are too many drafts. Delete one you do not need."] }]);
  expect(initialValue).toMatchObject(WORDS);
  // Another district has its own.
  expect(await action(await posting(WORDS, people.priya.id))).toBeInstanceOf(Response);
});
