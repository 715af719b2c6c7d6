import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { partnershipNotes } from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { givenPartnership } from "#tests/support/partnerships.ts";
import { addNote, listNotes, takeBackNote } from "./notes.server.ts";

const database = useTestDatabase();
const key = () => ({ idempotencyKey: randomUUID() });
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const marcus = () => asCoordinator(database.db, people.marcus.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const call = { kind: "call", text: "Will send the policy.", happenedOn: "2027-02-08" } as const;

async function given() {
  const { partnershipId } = await givenPartnership(database.db);
  const outcome = await addNote(dana(), { ...call, partnershipId, ...key() });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return { partnershipId, noteId: outcome.value.noteId };
}

it("is kept, the latest day first, and the log says that and not what", async () => {
  const { partnershipId, noteId } = await given();
  await addNote(marcus(), { kind: "visit", text: "Saw the shop.", happenedOn: "2027-02-09", partnershipId, ...key() });
  expect(await listNotes(dana(), partnershipId)).toMatchObject([
    { kind: "visit", writer: people.marcus.name, canTakeBack: false },
    { kind: "call", text: call.text, writer: people.dana.name, canTakeBack: true },
  ]);
  const logged = await database.db.select().from(events).where(eq(events.subjectId, noteId));
  expect(logged).toMatchObject([{ name: "partnership_note.added", detail: { partnershipId, kind: "call" } }]);
});

it("is taken back by its writer within ten minutes", async () => {
  const { partnershipId, noteId } = await given();
  const named = { partnershipId, noteId };
  expect(await takeBackNote(marcus(), { ...named, ...key() })).toEqual({ ok: false, refusal: "not_yours" });
  const late = { ...dana(), now: new Date(dana().now.getTime() + 601_000) };
  expect(await takeBackNote(late, { ...named, ...key() })).toEqual({ ok: false, refusal: "too_late" });
  expect(await takeBackNote(dana(), { ...named, ...key() })).toMatchObject({ ok: true });
  expect(await database.db.$count(partnershipNotes, eq(partnershipNotes.id, noteId))).toBe(0);
  const logged = await database.db.select().from(events).where(eq(events.subjectId, noteId));
  expect(logged.map(({ name }) => name)).toEqual(["partnership_note.added", "partnership_note.removed"]);
});

it("refuses a day to come, and another district", async () => {
  const { partnershipId, noteId } = await given();
  const tomorrow = { ...call, happenedOn: "2027-02-10", partnershipId };
  expect(await addNote(dana(), { ...tomorrow, ...key() })).toEqual({ ok: false, refusal: "in_the_future" });
  const refusals = await Promise.all([
    addNote(priya(), { ...call, partnershipId, ...key() }),
    takeBackNote(priya(), { partnershipId, noteId, ...key() }),
  ]);
  expect(refusals).toEqual(Array(2).fill({ ok: false, refusal: "not_found" }));
  expect(await listNotes(priya(), partnershipId)).toEqual([]);
});
