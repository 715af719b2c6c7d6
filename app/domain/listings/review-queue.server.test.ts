import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { reviews } from "#db/schema/listings.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing, type GivenListing } from "#tests/support/givens.ts";
import { getReview } from "./review-detail.server.ts";
import { countFilters, countQueues, listReviewQueue } from "./review-queue.server.ts";
import { readCriteria } from "./review-criteria.ts";
import { requestChanges } from "./review.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const daysAgo = (days: number) => new Date(TEST_NOW.getTime() - days * 86_400_000);

let older: GivenListing, newer: GivenListing, closing: GivenListing, stale: GivenListing, guessed: GivenListing;

beforeAll(async () => {
  const { db } = database;
  newer = await givenListing(db, { listing: { state: "submitted", submittedAt: daysAgo(1) } });
  older = await givenListing(db, {
    opportunity: { title: "Kitchen helper", kind: "ServiceLearning", organizationId: organizations.kitchen.id },
    listing: { state: "submitted", submittedAt: daysAgo(9) },
  });
  closing = await givenListing(db, { opportunity: { closesOn: "2027-02-16" } });
  const old = { confirmedAt: daysAgo(63), submittedAt: daysAgo(64) };
  stale = await givenListing(db, { listing: { ...old, confirmationAskedAt: daysAgo(3) } });
  await givenListing(db, { listing: { confirmationAskedAt: daysAgo(5) } });
  guessed = await givenListing(db, { opportunity: { subClustersSuggested: true } });
  await givenListing(db, { listing: { state: "draft" } });
  await givenListing(db, { listing: { state: "submitted", districtId: districts.lakeshore.id } });
});

const idsIn = async (queue: Parameters<typeof listReviewQueue>[1]["queue"]) =>
  (await listReviewQueue(dana(), { queue, page: 1 })).map(({ id }) => id);

describe("the queue", () => {
  test("shows what awaits a decision, the oldest first, with the organization's standing", async () => {
    expect(await listReviewQueue(dana(), { queue: "awaiting", page: 1 })).toMatchObject([
      {
        id: older.listing.id,
        title: "Kitchen helper",
        kind: "ServiceLearning",
        organization: "St. Brigid Community Kitchen",
        standing: "approved",
        inForce: true,
        isEdit: false,
        submittedAt: daysAgo(9),
      },
      { id: newer.listing.id },
    ]);
  });

  test("shows closing ones within a week, those asked about and not confirmed, suggestions to check", async () => {
    expect(await idsIn("closing")).toEqual([closing.listing.id]);
    expect(await idsIn("unconfirmed")).toEqual([stale.listing.id]);
    expect(await idsIn("suggestions")).toEqual([guessed.listing.id]);
    expect(await idsIn("declined")).toEqual([]);
  });

  test("says how many are in each, without drafts", async () => {
    expect(await countQueues(dana())).toMatchObject({
      awaiting: 2,
      closing: 1,
      unconfirmed: 1,
      suggestions: 1,
      published: 4,
      declined: 0,
    });
  });

  test.each([
    ["kind=ServiceLearning", () => [older]],
    ["sector=faith_based", () => [older]],
    ["partner=BRIGID", () => [older]],
    ["before=2027-02-05", () => [older]],
    ["assigned=nobody", () => [older, newer]],
    ["assigned=me", () => []],
    ["has=hazards", () => []],
    ["sort=newest", () => [newer, older]],
    ["sort=title", () => [newer, older]],
  ])("is narrowed and ordered by %s", async (query, expected) => {
    const { page, ...asked } = readCriteria(new URLSearchParams(query));
    const rows = await listReviewQueue(dana(), { ...asked, page });
    expect(rows.map(({ id }) => id)).toEqual(expected().map(({ listing }) => listing.id));
    const { queue: _queue, sort: _sort, view: _view, ...filters } = asked;
    expect((await countQueues(dana(), filters)).awaiting).toBe(rows.length);
  });

  test("says how many each choice of a filter would leave", async () => {
    const counts = await countFilters(dana(), readCriteria(new URLSearchParams("kind=ServiceLearning")));
    expect([...counts.kinds].toSorted()).toEqual([
      ["PaidInternship", 1],
      ["ServiceLearning", 1],
    ]);
    expect(counts.sectors.get("faith_based")).toBe(1);
    expect(counts.assigned).toEqual({ me: 0, nobody: 1, someone: 0 });
  });

  test("holds nothing of another district", async () => {
    expect(await countQueues(priya())).toMatchObject({ awaiting: 1, published: 0 });
    expect(await listReviewQueue(priya(), { queue: "awaiting", page: 1 })).toHaveLength(1);
  });

  test("has a second page that is empty when the first holds everything", async () => {
    expect(await listReviewQueue(dana(), { queue: "awaiting", page: 2 })).toEqual([]);
  });
});

describe("one review", () => {
  test("holds what was submitted, who vetted the organization and until when that holds", async () => {
    expect(await getReview(dana(), older.listing.id)).toMatchObject({
      awaiting: true,
      isEdit: false,
      content: { title: "Kitchen helper" },
      published: null,
      organization: { name: "St. Brigid Community Kitchen" },
      standing: { status: "approved", vettedBy: people.dana.name, inForce: true },
      decisions: [],
      today: "2027-02-09",
    });
  });

  test("names who decided what before, newest first", async () => {
    const { listing } = await givenListing(database.db, { listing: { state: "submitted" } });
    await database.db.insert(reviews).values({
      listingId: listing.id,
      districtId: districts.riverbend.id,
      reviewerId: people.marcus.id,
      decision: "changes_requested",
      note: "Say when.",
      decidedAt: daysAgo(2),
    });
    const form = { listingId: listing.id, note: "Say where.", idempotencyKey: randomUUID() };
    await requestChanges(dana(), form);
    const review = await getReview(dana(), listing.id);
    expect(review?.decisions).toMatchObject([
      { decision: "changes_requested", reviewer: people.dana.name, note: "Say where.", isMine: true },
      { decision: "changes_requested", reviewer: people.marcus.name, note: "Say when.", isMine: false },
    ]);
    expect(review?.events).toMatchObject([{ name: "listing.changes_requested", actor: people.dana.name }]);
    expect(review?.awaiting).toBe(false);
  });

  test("points to listings of the same organization with nearly the same title", async () => {
    const title = "Greenhouse volunteer, spring";
    const park = { organizationId: organizations.parks.id };
    const first = await givenListing(database.db, { opportunity: { ...park, title } });
    await givenListing(database.db, { opportunity: { ...park, title: "Lifeguard trainee" } });
    await givenListing(database.db, { opportunity: { organizationId: organizations.college.id, title } });
    const second = await givenListing(database.db, {
      opportunity: { ...park, title: "Greenhouse volunteers (spring)" },
      listing: { state: "submitted" },
    });
    expect((await getReview(dana(), second.listing.id))?.alike).toMatchObject([
      { id: first.listing.id, state: "published", title, isOwn: true },
    ]);
  });

  test.each([
    ["another district's listing", () => getReview(priya(), older.listing.id)],
    ["an id nobody has", () => getReview(dana(), randomUUID())],
  ])("is null for %s", async (_what, read) => {
    expect(await read()).toBeNull();
  });

  test("is null for a draft, which its partner has not sent", async () => {
    const { listing } = await givenListing(database.db, { listing: { state: "draft" } });
    expect(await getReview(dana(), listing.id)).toBeNull();
  });
});
