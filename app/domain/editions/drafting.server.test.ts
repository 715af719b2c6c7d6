import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { editions } from "#db/schema/editions.ts";
import { events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { deleteEdition, draftEdition, editEdition, scheduleEdition, unscheduleEdition } from "./drafting.server.ts";
import { MOST_DRAFTS } from "./editions.ts";
import { publishEdition } from "./publishing.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const WORDS = { title: "Spring 2027", titleEs: null, note: null, noteEs: null };

async function given() {
  const drafted = await draftEdition(dana(), { ...WORDS, idempotencyKey: randomUUID() });
  if (!drafted.ok) throw new Error(drafted.refusal);
  return { ...drafted.value, version: 1, idempotencyKey: randomUUID() };
}
const rowOf = async ({ editionId }: { editionId: string }) =>
  (await database.db.select().from(editions).where(eq(editions.id, editionId)))[0];
const logged = async ({ editionId }: { editionId: string }) =>
  (await database.db.select().from(events).where(eq(events.subjectId, editionId))).map(({ name }) => name);

const edit = (ctx: ReturnType<typeof dana>, change: Awaited<ReturnType<typeof given>>) =>
  editEdition(ctx, { ...change, ...WORDS, title: "Summer 2027", noteEs: "Estimadas familias" });
const schedule = (ctx: ReturnType<typeof dana>, change: Awaited<ReturnType<typeof given>>) =>
  scheduleEdition(ctx, { ...change, publishOn: "2027-03-01" });

it("begins a draft, edits it, sets and takes back its day, and deletes it", async () => {
  const draft = await given();
  expect(await edit(dana(), draft)).toMatchObject({ ok: true });
  expect(await rowOf(draft)).toMatchObject({ title: "Summer 2027", noteEs: "Estimadas familias", version: 2 });
  const next = (version: number) => ({ ...draft, version, idempotencyKey: randomUUID() });
  expect(await schedule(dana(), next(2))).toMatchObject({ ok: true });
  expect(await rowOf(draft)).toMatchObject({ state: "scheduled", publishOn: "2027-03-01", number: null });
  expect(await unscheduleEdition(dana(), next(3))).toMatchObject({ ok: true });
  expect(await rowOf(draft)).toMatchObject({ state: "draft", publishOn: null });
  expect(await deleteEdition(dana(), next(4))).toMatchObject({ ok: true });
  expect(await rowOf(draft)).toBeUndefined();
  expect((await logged(draft)).sort()).toEqual(
    ["drafted", "edited", "scheduled", "unscheduled", "deleted"].map((what) => `edition.${what}`).sort(),
  );
});

it.each([
  ["edited", edit],
  ["scheduled", schedule],
  ["unscheduled", unscheduleEdition],
  ["deleted", deleteEdition],
])("is not %s by another district, over another's change, or once it is published", async (_what, verb) => {
  const draft = await given();
  const refusal = async (ctx: ReturnType<typeof dana>, version = 1) => {
    const outcome = await verb(ctx, { ...draft, version, idempotencyKey: randomUUID() });
    return outcome.ok ? null : outcome.refusal;
  };
  expect(await refusal(priya())).toBe("not_found");
  expect(await refusal(dana(), 7)).toBe("changed_since_read");
  await givenListing(database.db);
  await publishEdition(dana(), draft);
  expect(await refusal(dana(), 2)).toBe("already_published");
  expect(await rowOf(draft)).toMatchObject({ title: WORDS.title, state: "published" });
});

it("takes no day that is over in the district, and stops nothing that was not scheduled", async () => {
  const draft = await given();
  const on = (publishOn: string) => scheduleEdition(dana(), { ...draft, publishOn, idempotencyKey: randomUUID() });
  expect(await on("2027-02-08")).toEqual({ ok: false, refusal: "day_over" });
  expect(await unscheduleEdition(dana(), draft)).toEqual({ ok: false, refusal: "not_scheduled" });
  expect(await on("2027-02-09")).toMatchObject({ ok: true });
});

it("keeps so many drafts and no more, also of those begun at once", async () => {
  const { lakeshore } = districts;
  const row = { districtId: lakeshore.id, title: "One of many", createdAt: TEST_NOW };
  await database.db.insert(editions).values(Array.from({ length: MOST_DRAFTS - 1 }, () => row));
  const begin = () => draftEdition(priya(), { ...WORDS, idempotencyKey: randomUUID() });
  const both = await Promise.all([begin(), begin()]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, refusal: "too_many" });
});
