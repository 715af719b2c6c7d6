import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Connection } from "#db/client.server.ts";
import { acknowledgements, events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { done, refused, type Context, type Outcome } from "./context.ts";
import { recordEvent } from "./events/record-event.server.ts";
import { once } from "./once.server.ts";

const database = useTestDatabase();
let second: Connection;
beforeAll(() => {
  second = connect(database.url);
});
afterAll(() => second.end());

const dana = (db = database.db) => asCoordinator(db, people.dana.id, districts.riverbend.id);
const marcus = () => asCoordinator(database.db, people.marcus.id, districts.riverbend.id);

/** Work whose effect can be counted: one event a run. */
function counted(subjectId: string) {
  return async (ctx: Context) => {
    await recordEvent(ctx, "listing.curated", { id: subjectId });
    return done({ answer: randomUUID() });
  };
}
const runs = (subjectId: string) => database.db.$count(events, eq(events.subjectId, subjectId));

test("the same key gets the first answer and the work is not done again", async () => {
  const [key, subject] = [randomUUID(), randomUUID()];
  const first = await once(dana(), "curate", key, counted(subject));
  expect(await once(dana(), "curate", key, counted(subject))).toEqual(first);
  expect(await runs(subject)).toBe(1);
});

type Curator = ReturnType<typeof dana>["actor"];
const curate = (key: string, work: (ctx: Context) => Promise<Outcome<{ answer: string }, "too_late">>) =>
  once<Curator, { answer: string }, "too_late">(dana(), "curate", key, work);

test("what was refused is tried again with the same key, and remembered once it is done", async () => {
  const [key, subject] = [randomUUID(), randomUUID()];
  expect(await curate(key, () => Promise.resolve(refused("too_late")))).toEqual({ ok: false, refusal: "too_late" });
  const done = await curate(key, counted(subject));
  expect(done).toMatchObject({ ok: true });
  expect(await curate(key, counted(subject))).toEqual(done);
  expect(await runs(subject)).toBe(1);
});

test("of twins of which the first is refused the second does the work, once", async () => {
  const [key, subject] = [randomUUID(), randomUUID()];
  let tries = 0;
  const work = async (ctx: Context) => {
    const isFirst = ++tries === 1;
    await new Promise((resolve) => setTimeout(resolve, 30));
    return isFirst ? refused("too_late") : counted(subject)(ctx);
  };
  const answers = await Promise.all(Array.from({ length: 8 }, () => curate(key, work)));
  expect(answers.filter(({ ok }) => !ok)).toHaveLength(1);
  expect(new Set(answers.filter(({ ok }) => ok).map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect([tries, await runs(subject)]).toEqual([2, 1]);
});

test("fifty senders of one key over two connections do it once", async () => {
  const [key, subject] = [randomUUID(), randomUUID()];
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => once(dana(i % 2 ? database.db : second.db), "curate", key, counted(subject))),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await runs(subject)).toBe(1);
});

test("two people may use the same key", async () => {
  const [key, subject] = [randomUUID(), randomUUID()];
  await once(dana(), "curate", key, counted(subject));
  await once(marcus(), "curate", key, counted(subject));
  expect(await runs(subject)).toBe(2);
});

test("work that throws leaves neither an effect nor an answer, so the form can be sent again", async () => {
  const [key, subject] = [randomUUID(), randomUUID()];
  const broken = async (ctx: Context) => {
    await recordEvent(ctx, "listing.curated", { id: subject });
    throw new Error("the power went out");
  };
  await expect(once(dana(), "curate", key, broken)).rejects.toThrow("the power went out");
  expect(await runs(subject)).toBe(0);
  expect(await database.db.$count(acknowledgements, eq(acknowledgements.key, key))).toBe(0);
  expect(await once(dana(), "curate", key, counted(subject))).toMatchObject({ ok: true });
});

test("a key sent with another verb is another form", async () => {
  const [key, subject] = [randomUUID(), randomUUID()];
  const curated = await once(dana(), "curate", key, counted(subject));
  const approved = await once(dana(), "approve", key, counted(subject));
  expect(approved).not.toEqual(curated);
  expect(await once(dana(), "curate", key, counted(subject))).toEqual(curated);
  expect(await once(dana(), "approve", key, counted(subject))).toEqual(approved);
  expect(await runs(subject)).toBe(2);
});

test("the clock's work is acknowledged as nobody's", async () => {
  const [key, subject] = [randomUUID(), randomUUID()];
  const clock: Context = { db: database.db, now: TEST_NOW, actor: { kind: "system", userId: null } };
  const first = await once(clock, "expire", key, counted(subject));
  expect(await once(clock, "expire", key, counted(subject))).toEqual(first);
  expect(await runs(subject)).toBe(1);
});
