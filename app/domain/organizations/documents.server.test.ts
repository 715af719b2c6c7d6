import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { privateFiles } from "#db/schema/files.ts";
import { partnershipDocuments } from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { givenDocument, givenPartnership } from "#tests/support/partnerships.ts";
import { toldAbout } from "#tests/support/told.ts";
import { announceEndings } from "./announcing.server.ts";
import { addDocument, listDocuments, openDocument, removeDocument, type NewDocument } from "./documents.server.ts";
import { standingOfDocument } from "./documents.ts";

const database = useTestDatabase();
const key = () => ({ idempotencyKey: randomUUID() });
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const PDF = new TextEncoder().encode("%PDF-1.7\nstartxref\n9\n%%EOF");
const adding = (partnershipId: string, changes: Partial<NewDocument> = {}): NewDocument => ({
  ...{
    partnershipId,
    kind: "insurance",
    subject: "general liability",
    issuedOn: "2026-07-01",
    expiresOn: "2027-06-30",
  },
  ...{ file: { name: "../Policy 7.pdf", bytes: PDF }, ...key(), ...changes },
});
const eventsOf = (id: string) => database.db.select().from(events).where(eq(events.subjectId, id));

describe("a document", () => {
  it("is kept with its file, seen by whoever added it, and each opening is noted", async () => {
    const { partnershipId } = await givenPartnership(database.db);
    const outcome = await addDocument(dana(), adding(partnershipId));
    if (!outcome.ok) throw new Error(outcome.refusal);
    const { documentId } = outcome.value;
    expect(await listDocuments(dana(), partnershipId)).toMatchObject([
      { id: documentId, subject: "general liability", seenBy: people.dana.name, fileName: "Policy 7.pdf" },
    ]);
    const file = await openDocument(dana(), { partnershipId, documentId });
    expect(file).toMatchObject({ name: "Policy 7.pdf", mediaType: "application/pdf" });
    expect(new Uint8Array(file!.bytes)).toEqual(PDF);
    const logged = await eventsOf(documentId);
    expect(logged.map(({ name }) => name)).toEqual(["document.added", "document.opened"]);
    expect(JSON.stringify(logged)).not.toMatch(/liability|Policy/);
  });

  it("may be seen on paper", async () => {
    const { partnershipId } = await givenPartnership(database.db);
    expect(await addDocument(dana(), adding(partnershipId, { file: null }))).toMatchObject({ ok: true });
    const [document] = await listDocuments(dana(), partnershipId);
    expect(document).toMatchObject({ fileName: null });
    expect(await openDocument(dana(), { partnershipId, documentId: document!.id })).toBeNull();
  });

  it("is removed, brought back for ten minutes, and not opened meanwhile", async () => {
    const { partnershipId } = await givenPartnership(database.db);
    const { id: documentId } = await givenDocument(database.db, partnershipId);
    const named = { partnershipId, documentId };
    expect(await removeDocument(dana(), { ...named, isRemoved: true, ...key() })).toMatchObject({ ok: true });
    expect(await listDocuments(dana(), partnershipId)).toEqual([]);
    expect(await openDocument(dana(), named)).toBeNull();
    expect(await removeDocument(dana(), { ...named, isRemoved: false, ...key() })).toMatchObject({ ok: true });
    expect(await listDocuments(dana(), partnershipId)).toHaveLength(1);
    const removedAt = new Date(dana().now.getTime() - 11 * 60_000);
    await database.db.update(partnershipDocuments).set({ removedAt }).where(eq(partnershipDocuments.id, documentId));
    const late = await removeDocument(dana(), { ...named, isRemoved: false, ...key() });
    expect(late).toEqual({ ok: false, refusal: "too_late" });
    const names = (await eventsOf(documentId)).map(({ name }) => name);
    expect(names).toEqual(["document.removed", "document.brought_back"]);
  });

  it.each([
    [{ file: { name: "page.pdf", bytes: new TextEncoder().encode("<html>") } }, "not_a_document"],
    [{ file: { name: "policy.png", bytes: PDF } }, "other_ending"],
    [{ expiresOn: "2026-06-30" }, "expires_before_issued"],
  ])("%j is refused, and nothing is kept", async (changes, refusal) => {
    const { partnershipId } = await givenPartnership(database.db);
    const before = await database.db.$count(privateFiles);
    expect(await addDocument(dana(), adding(partnershipId, changes))).toEqual({ ok: false, refusal });
    expect(await database.db.$count(privateFiles)).toBe(before);
    expect(await listDocuments(dana(), partnershipId)).toEqual([]);
  });

  it("refuses another district, and another partner's address", async () => {
    const { partnershipId } = await givenPartnership(database.db);
    const other = await givenPartnership(database.db);
    const { id: documentId } = await givenDocument(database.db, partnershipId);
    const removing = { isRemoved: true, ...key() };
    const refusals = await Promise.all([
      addDocument(priya(), adding(partnershipId)),
      removeDocument(priya(), { partnershipId, documentId, ...removing }),
      removeDocument(dana(), { partnershipId: other.partnershipId, documentId, ...removing }),
    ]);
    expect(refusals).toEqual(Array(3).fill({ ok: false, refusal: "not_found" }));
    expect(await listDocuments(priya(), partnershipId)).toEqual([]);
    expect(await openDocument(priya(), { partnershipId, documentId })).toBeNull();
  });
});

it.each([
  [null, "holds"],
  ["2027-03-12", "holds"],
  ["2027-03-11", "expiring"],
  ["2027-02-09", "expiring"],
  ["2027-02-08", "expired"],
])("a last day of %s: %s", (expiresOn, standing) => {
  expect(standingOfDocument(expiresOn, "2027-02-09")).toBe(standing);
});

it("coordinators hear 30 days before that a document runs out, once, unless there is a later one", async () => {
  const { partnershipId } = await givenPartnership(database.db);
  const ending = await givenDocument(database.db, partnershipId, { expiresOn: "2027-03-10" });
  const replaced = await givenDocument(database.db, partnershipId, { kind: "clearance", expiresOn: "2027-03-01" });
  await givenDocument(database.db, partnershipId, { kind: "clearance", expiresOn: "2028-03-01" });
  const clock = { ...dana(), actor: { kind: "system", userId: null } as const };
  await Promise.all([announceEndings(clock), announceEndings(clock)]);
  const kind = "coordinator-document-expiring";
  expect(await toldAbout(database.db, ending.id)).toEqual([
    ["dana", kind],
    ["marcus", kind],
  ]);
  expect(await toldAbout(database.db, replaced.id)).toEqual([]);
});
