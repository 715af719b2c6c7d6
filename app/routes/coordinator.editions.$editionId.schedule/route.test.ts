import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { editions } from "#db/schema/editions.ts";
import { people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenDraft, givenEdition } from "#tests/support/editions.ts";
import { givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { action } from "./route.tsx";

const database = useTestDatabase();
const posting = (editionId: string, form: Record<string, string>, as: string = people.dana.id) =>
  ask(database.db, {
    ...{ url: `/coordinator/editions/${editionId}/schedule`, params: { editionId }, as },
    form: { version: "1", idempotencyKey: randomUUID(), ...form },
  });
const schedule = async (editionId: string, form: Record<string, string>) =>
  ((await action(await posting(editionId, form))) as Response).headers.get("Location");
const row = async (id: string) => (await database.db.select().from(editions).where(eq(editions.id, id)))[0];

it("sets the day, moves it and takes it back", async () => {
  const { id } = await givenDraft(database.db);
  const here = `/coordinator/editions/${id}`;
  expect(await schedule(id, { publishOn: "2027-03-01" })).toBe(`${here}?done=scheduled`);
  expect(await row(id)).toMatchObject({ state: "scheduled", publishOn: "2027-03-01" });
  expect(await schedule(id, { version: "2", publishOn: "2027-03-15" })).toBe(`${here}?done=scheduled`);
  expect(await row(id)).toMatchObject({ publishOn: "2027-03-15" });
  expect(await schedule(id, { version: "3" })).toBe(`${here}?done=unscheduled`);
  expect(await row(id)).toMatchObject({ state: "draft", publishOn: null, number: null });
});

it("is done once by a form sent twice", async () => {
  const { id } = await givenDraft(database.db);
  const form = { publishOn: "2027-03-01", idempotencyKey: randomUUID() };
  const answers = await Promise.all([schedule(id, form), schedule(id, form)]);
  expect(new Set(answers)).toEqual(new Set([`/coordinator/editions/${id}?done=scheduled`]));
  expect(await row(id)).toMatchObject({ version: 2 });
});

it.each([
  ["a day that is over", { publishOn: "2027-02-08" }, "day_over&day=2027-02-08"],
  ["what somebody changed in between", { publishOn: "2027-03-01", version: "4" }, "changed_since_read&day=2027-03-01"],
  ["no day of a calendar", { publishOn: "2027-02-30" }, "no_day"],
  ["taking back what was never set", {}, "not_scheduled"],
])("refuses %s, and keeps the day that was typed", async (_, form: Record<string, string>, answer) => {
  const { id } = await givenDraft(database.db);
  expect(await schedule(id, form)).toBe(`/coordinator/editions/${id}?done=${answer}`);
  expect(await row(id)).toMatchObject({ state: "draft", publishOn: null, version: 1 });
});

it("refuses what is published", async () => {
  await givenListing(database.db);
  const { id } = await givenEdition(database.db);
  expect(await schedule(id, { publishOn: "2027-03-01", version: "2" })).toContain("done=already_published");
});

it("is not found by another district, or when it is gone", async () => {
  const { id } = await givenDraft(database.db);
  const form = { publishOn: "2027-03-01" };
  for (const args of [posting(id, form, people.priya.id), posting(randomUUID(), form), posting("x", form)])
    expect((await thrownBy(action(await args))).status).toBe(404);
  expect(await row(id)).toMatchObject({ state: "draft", publishOn: null });
});
