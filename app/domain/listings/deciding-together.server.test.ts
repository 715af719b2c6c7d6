import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { connect, type Connection } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import { bulkDecisions, listings, reviews } from "#db/schema/listings.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { pathways } from "#db/seed/pathways.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { toldAbout } from "#tests/support/told.ts";
import { decideTogether, type Together } from "./deciding-together.server.ts";
import type { ListingState } from "./lifecycle.ts";
import { readEntries } from "./review-undo.ts";

const database = useTestDatabase();
let second: Connection;
beforeAll(() => {
  second = connect(database.url);
});
afterAll(() => second.end());

const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const marcus = () => asCoordinator(second.db, people.marcus.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);

type Changes = Parameters<typeof givenListing>[1];
const given = async (state: ListingState = "submitted", changes: Changes = {}) =>
  (await givenListing(database.db, { ...changes, listing: { state, ...changes?.listing } })).listing;
const read = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0]!;
const together = (ids: string[], what: Together, ctx = dana()) =>
  decideTogether(ctx, { ...what, chosen: ids.map((listingId) => ({ listingId })), idempotencyKey: randomUUID() });
const entriesOf = async (decisionId: string) => {
  const [row] = await database.db.select().from(bulkDecisions).where(eq(bulkDecisions.id, decisionId));
  return { ...row!, entries: readEntries(row!.before) };
};
const happened = async (id: string) =>
  (await database.db.select().from(events).where(eq(events.subjectId, id))).map(({ name }) => name);

const DECIDED = [
  [{ verb: "approve" }, "published", "listing.approved", "partner-listing-approved"],
  [
    { verb: "request_changes", note: "Say who supervises." },
    "changes_requested",
    "listing.changes_requested",
    "partner-listing-changes-requested",
  ],
  [
    { verb: "decline", reasonCode: "not_local", note: null },
    "declined",
    "listing.declined",
    "partner-listing-declined",
  ],
] as const satisfies [Together, ListingState, string, string][];

describe.each(DECIDED)("%j", (what, to, event, mail) => {
  it("does each, with its review, its event and its mail, and names those it may not", async () => {
    const [one, other] = [await given(), await given()];
    const decided = await given("declined");
    const elsewhere = await given("submitted", { listing: { districtId: districts.lakeshore.id } });
    const before = await listVersionOf(database.db, districts.riverbend.id);
    const outcome = await together([one.id, decided.id, other.id, elsewhere.id], what);
    expect(outcome).toMatchObject({ ok: true, value: { done: 2, refused: 2 } });
    for (const { id } of [one, other]) {
      expect((await read(id)).state).toBe(to);
      expect(await happened(id)).toEqual([event]);
      expect(await toldAbout(database.db, id)).toEqual([["tomas", mail]]);
      expect(await database.db.$count(reviews, eq(reviews.listingId, id))).toBe(1);
    }
    expect((await read(elsewhere.id)).state).toBe("submitted");
    // Readers are told once for the whole stroke.
    expect(await listVersionOf(database.db, districts.riverbend.id)).toBe(before + (to === "published" ? 1 : 0));
    const { entries, verb } = await entriesOf(outcome.ok ? outcome.value.decisionId : "");
    expect(verb).toBe(what.verb);
    expect(entries).toMatchObject([
      { listingId: one.id, before: { state: "submitted" }, version: one.version + 1 },
      { listingId: decided.id, refusal: "not_awaiting_review" },
      { listingId: other.id },
      { listingId: elsewhere.id, refusal: "not_found" },
    ]);
  });

  it("is refused for a text that changed since it was chosen", async () => {
    const listing = await given();
    const chosen = [{ listingId: listing.id, version: listing.version + 1 }];
    const outcome = await decideTogether(dana(), { ...what, chosen, idempotencyKey: randomUUID() });
    expect(outcome).toMatchObject({ ok: true, value: { done: 0, refused: 1 } });
    expect((await read(listing.id)).state).toBe("submitted");
  });
});

test("approving keeps the rules of a single approval, and begins with the pathways that fit", async () => {
  const fits = await given("submitted", { opportunity: { subClusters: [pathways.healthCareers.subClusters[0]!] } });
  const over = await given("submitted", { opportunity: { closesOn: "2027-02-01" } });
  const stranger = await given("submitted", { opportunity: { organizationId: organizations.harbor.id } });
  const outcome = await together([fits.id, over.id, stranger.id], { verb: "approve" });
  const { entries } = await entriesOf(outcome.ok ? outcome.value.decisionId : "");
  expect(entries).toMatchObject([
    { listingId: fits.id, version: fits.version + 1 },
    { listingId: over.id, refusal: "over_before_shown" },
    { listingId: stranger.id, refusal: "partnership_not_in_force" },
  ]);
  expect((await read(fits.id)).pathwayIds).toEqual([pathways.healthCareers.id]);
});

describe("labelling", () => {
  it("adds and takes away words, and tells readers of what they see", async () => {
    const listing = await given("published", { listing: { labels: ["Summer", "Outdoors"] } });
    const before = await listVersionOf(database.db, districts.riverbend.id);
    await together([listing.id], { verb: "label", add: ["Paid", "Outdoors"], remove: ["Summer"] });
    expect((await read(listing.id)).labels).toEqual(["Outdoors", "Paid"]);
    expect(await happened(listing.id)).toEqual(["listing.curated"]);
    expect(await listVersionOf(database.db, districts.riverbend.id)).toBe(before + 1);
  });

  it("refuses the ninth", async () => {
    const listing = await given("published", { listing: { labels: [..."abcdefgh"] } });
    const outcome = await together([listing.id], { verb: "label", add: ["i"], remove: [] });
    expect(outcome).toMatchObject({ value: { done: 0, refused: 1 } });
  });
});

describe("assigning", () => {
  it("gives listings to a colleague without touching their version", async () => {
    const listing = await given();
    await together([listing.id], { verb: "assign", to: people.marcus.id });
    expect(await read(listing.id)).toMatchObject({ assignedTo: people.marcus.id, version: listing.version });
    expect(await happened(listing.id)).toEqual(["listing.assigned"]);
    await together([listing.id], { verb: "assign", to: null });
    expect((await read(listing.id)).assignedTo).toBeNull();
  });

  it.each([
    ["another district's coordinator", people.priya.id],
    ["a partner", people.tomas.id],
  ])("is refused to %s", async (_who, to) => {
    const listing = await given();
    expect(await together([listing.id], { verb: "assign", to })).toEqual({ ok: false, refusal: "unknown_coordinator" });
  });
});

test("nothing chosen and more than a hundred are refused", async () => {
  expect(await together([], { verb: "approve" })).toEqual({ ok: false, refusal: "none_chosen" });
  const many = Array.from({ length: 101 }, () => randomUUID());
  expect(await together(many, { verb: "approve" })).toEqual({ ok: false, refusal: "too_many" });
});

test("another district's coordinator changes nothing", async () => {
  const listing = await given();
  for (const [what] of DECIDED) await together([listing.id], what, priya());
  expect(await read(listing.id)).toMatchObject({ state: "submitted", version: listing.version });
  expect(await happened(listing.id)).toEqual([]);
});

test("sent twenty times at once it is done once", async () => {
  const ids = [(await given()).id, (await given()).id];
  const same = {
    verb: "approve" as const,
    chosen: ids.map((listingId) => ({ listingId })),
    idempotencyKey: randomUUID(),
  };
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => decideTogether(dana(), same)));
  for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  expect(await database.db.$count(reviews, inArray(reviews.listingId, ids))).toBe(2);
});

test("of two coordinators over the same listings each listing is decided by one, and neither is stuck", async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, async () => (await given()).id));
  const outcomes = await Promise.all([
    together(ids, { verb: "approve" }),
    together(ids.toReversed(), { verb: "decline", reasonCode: "unclear", note: null }, marcus()),
  ]);
  const counts = outcomes.map((outcome) => (outcome.ok ? outcome.value.done : -1));
  expect(counts.toSorted()).toEqual([0, 8]);
  expect(await database.db.$count(reviews, and(inArray(reviews.listingId, ids)))).toBe(8);
});
