import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { bulkDecisions, listings, reviews } from "#db/schema/listings.ts";
import { mailPreferences, mails } from "#db/schema/mail.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, asPartner, givenListing } from "#tests/support/givens.ts";
import { listWaitingForIndex } from "#tests/support/indexing.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { getDistrict } from "../districts/districts.server.ts";
import { decideTogether } from "./deciding-together.server.ts";
import type { ListingState } from "./lifecycle.ts";
import { offerToDistricts } from "./offering.server.ts";
import { listPublished } from "./published.server.ts";
import { approveListing, declineListing, requestChanges } from "./review.server.ts";
import { mailsLeaveAt, readEntries, UNDO_MINUTES } from "./review-undo.ts";
import { submitListing } from "./submission.server.ts";
import { undoDecision } from "./undoing.server.ts";

const database = useTestDatabase();
const later = (minutes: number) => new Date(TEST_NOW.getTime() + minutes * 60_000);
const dana = (now = TEST_NOW) => ({ ...asCoordinator(database.db, people.dana.id, districts.riverbend.id), now });
const marcus = () => asCoordinator(database.db, people.marcus.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);

const given = async (state: ListingState = "submitted", changes: Parameters<typeof givenListing>[1] = {}) =>
  (await givenListing(database.db, { ...changes, listing: { state, ...changes?.listing } })).listing;
const read = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0]!;
const form = (listingId: string) => ({ listingId, idempotencyKey: randomUUID() });
const idOf = (outcome: { ok: boolean; value?: { decisionId: string } }) => outcome.value!.decisionId;
const undo = (decisionId: string, ctx = dana(later(1))) =>
  undoDecision(ctx, { decisionId, idempotencyKey: randomUUID() });
const mailsAbout = (id: string) =>
  database.db
    .select()
    .from(mails)
    .where(sql`${mails.data} ->> 'listingId' = ${id}`);
const approveAll = async (ids: string[]) =>
  idOf(
    await decideTogether(dana(), {
      verb: "approve",
      chosen: ids.map((listingId) => ({ listingId })),
      idempotencyKey: randomUUID(),
    }),
  );

const DECISIONS = {
  approving: (id: string) => approveListing(dana(), { ...form(id), note: null, pathwayIds: [], labels: ["New"] }),
  "asking for changes": (id: string) => requestChanges(dana(), { ...form(id), note: "Say who." }),
  declining: (id: string) => declineListing(dana(), { ...form(id), reasonCode: "unclear", note: null }),
};

describe.each(Object.entries(DECISIONS))("%s", (_what, decide) => {
  it("is undone within ten minutes: as before, no review, an event, and the mail is not sent", async () => {
    const listing = await given();
    const decisionId = idOf(await decide(listing.id));
    const [waiting] = await mailsAbout(listing.id);
    expect(waiting).toMatchObject({ state: "waiting", dueAt: mailsLeaveAt(TEST_NOW) });
    expect(await undo(decisionId, dana(later(UNDO_MINUTES)))).toEqual({ ok: true, value: { restored: 1, kept: 0 } });
    const { version, updatedAt: _updatedAt, publishedAt: _publishedAt, ...after } = await read(listing.id);
    expect({ ...listing, ...after }).toEqual({ ...listing, version: listing.version, updatedAt: listing.updatedAt });
    expect(version).toBe(listing.version + 2);
    expect(await database.db.$count(reviews, eq(reviews.listingId, listing.id))).toBe(0);
    expect((await mailsAbout(listing.id)).map(({ state }) => state)).toEqual(["dropped"]);
    const names = (await database.db.select().from(events).where(eq(events.subjectId, listing.id))).map((e) => e.name);
    expect(names).toContain("listing.decision_undone");
  });

  it("drops what waited for a digest too", async () => {
    const listing = await given();
    const choice = { userId: people.tomas.id, category: "listing", cadence: "daily" as const, updatedAt: TEST_NOW };
    await database.db.insert(mailPreferences).values(choice);
    const decisionId = idOf(await decide(listing.id));
    expect((await mailsAbout(listing.id)).map(({ state }) => state)).toEqual(["held"]);
    await undo(decisionId);
    await database.db.delete(mailPreferences);
    expect((await mailsAbout(listing.id)).map(({ state }) => state)).toEqual(["dropped"]);
  });

  it("is not undone later, twice, by a colleague, or by another district", async () => {
    const listing = await given();
    const decisionId = idOf(await decide(listing.id));
    expect(await undo(decisionId, dana(later(UNDO_MINUTES + 0.01)))).toEqual({ ok: false, refusal: "too_late" });
    expect(await undo(decisionId, marcus())).toEqual({ ok: false, refusal: "not_yours" });
    expect(await undo(decisionId, priya())).toEqual({ ok: false, refusal: "not_found" });
    expect(await undo(randomUUID())).toEqual({ ok: false, refusal: "not_found" });
    expect((await read(listing.id)).version).toBe(listing.version + 1);
    await undo(decisionId);
    expect(await undo(decisionId)).toEqual({ ok: false, refusal: "already_undone" });
  });
});

test("a mail about a decision leaves only after nobody can take it back, however late the undo begins", () => {
  expect(mailsLeaveAt(TEST_NOW).getTime()).toBeGreaterThan(later(UNDO_MINUTES).getTime());
});

test("of several, those that somebody changed since stay and are named, the others are as before", async () => {
  const [one, other] = [await given(), await given()];
  const decisionId = await approveAll([one.id, other.id]);
  await database.db
    .update(listings)
    .set({ version: 9, labels: ["Theirs"] })
    .where(eq(listings.id, other.id));
  expect(await undo(decisionId)).toEqual({ ok: true, value: { restored: 1, kept: 1 } });
  expect((await read(one.id)).state).toBe("submitted");
  expect(await read(other.id)).toMatchObject({ state: "published", labels: ["Theirs"], version: 9 });
  expect((await mailsAbout(other.id)).map(({ state }) => state)).toEqual(["waiting"]);
  const [row] = await database.db.select().from(bulkDecisions).where(eq(bulkDecisions.id, decisionId));
  expect(readEntries(row!.before).map((entry) => "kept" in entry)).toEqual([false, true]);
});

test("what was published and undone is gone for readers in the same moment, and the index is told", async () => {
  const listing = await given();
  const decisionId = await approveAll([listing.id]);
  const district = (await getDistrict(database.db, districts.riverbend.id))!;
  const shown = () => listPublished(database.db, district, [listing.id], TEST_NOW);
  expect(await shown()).toHaveLength(1);
  const before = await listVersionOf(database.db, districts.riverbend.id);
  await database.db.execute(sql`delete from graphile_worker._private_jobs`);
  await undo(decisionId);
  expect(await shown()).toHaveLength(0);
  expect(await listVersionOf(database.db, districts.riverbend.id)).toBe(before + 1);
  expect(await listWaitingForIndex(database.db)).toEqual([listing.id]);
});

test("undoing a dropped edit puts it back before the coordinator, and the approved text stays public", async () => {
  const listing = await given("published");
  const edited = (await givenListing(database.db)).listing.publishedRevisionId;
  await database.db.update(listings).set({ submittedRevisionId: edited }).where(eq(listings.id, listing.id));
  const decisionId = idOf(await DECISIONS.declining(listing.id));
  expect((await read(listing.id)).submittedRevisionId).toBe(listing.publishedRevisionId);
  await undo(decisionId);
  expect(await read(listing.id)).toMatchObject({
    state: "published",
    submittedRevisionId: edited,
    publishedRevisionId: listing.publishedRevisionId,
  });
});

test("a text that its partner sent again since stays sent", async () => {
  const listing = await given();
  const decisionId = idOf(await DECISIONS["asking for changes"](listing.id));
  expect(await submitListing(tomas(), form(listing.id))).toMatchObject({ ok: true });
  expect(await undo(decisionId)).toEqual({ ok: true, value: { restored: 0, kept: 1 } });
});

test("a decline stays when its partner has offered the same again", async () => {
  const listing = await given();
  const decisionId = idOf(await DECISIONS.declining(listing.id));
  const { opportunityId } = listing;
  const offer = { opportunityId, districtIds: [districts.riverbend.id], idempotencyKey: randomUUID() };
  expect(await offerToDistricts(tomas(), offer)).toMatchObject({ ok: true });
  expect(await undo(decisionId)).toEqual({ ok: true, value: { restored: 0, kept: 1 } });
  expect((await read(listing.id)).state).toBe("declined");
});

describe("an assignment", () => {
  const assign = async (id: string, to: string | null) =>
    idOf(
      await decideTogether(dana(), {
        verb: "assign",
        to,
        chosen: [{ listingId: id }],
        idempotencyKey: randomUUID(),
      }),
    );
  it("goes back to whom it was before", async () => {
    const listing = await given("submitted", { listing: { assignedTo: people.ines.id } });
    await undo(await assign(listing.id, people.marcus.id));
    expect(await read(listing.id)).toMatchObject({ assignedTo: people.ines.id, version: listing.version });
  });
  it("stays when it was given to somebody else since", async () => {
    const listing = await given();
    const decisionId = await assign(listing.id, people.marcus.id);
    await assign(listing.id, people.ines.id);
    expect(await undo(decisionId)).toEqual({ ok: true, value: { restored: 0, kept: 1 } });
  });
});

test("sent twenty times at once it is undone once", async () => {
  const listing = await given();
  const decisionId = await approveAll([listing.id]);
  const idempotencyKey = randomUUID();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => undoDecision(dana(later(1)), { decisionId, idempotencyKey })),
  );
  for (const outcome of outcomes) expect(outcome).toEqual({ ok: true, value: { restored: 1, kept: 0 } });
  expect((await read(listing.id)).version).toBe(listing.version + 2);
});
