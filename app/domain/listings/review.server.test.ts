import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings, reviews } from "#db/schema/listings.ts";
import { opportunityRevisions } from "#db/schema/opportunities.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { pathways } from "#db/seed/pathways.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing, type GivenListing } from "#tests/support/givens.ts";
import { listWaitingForIndex } from "#tests/support/indexing.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { approveListing, declineListing, requestChanges } from "./review.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);

let given: GivenListing;
const approval = (changes: Partial<Parameters<typeof approveListing>[1]> = {}) => ({
  listingId: given.listing.id,
  note: null,
  pathwayIds: [],
  labels: [],
  idempotencyKey: randomUUID(),
  ...changes,
});
const request = () => ({ listingId: given.listing.id, note: "Say who supervises.", idempotencyKey: randomUUID() });
const decline = () => ({
  listingId: given.listing.id,
  reasonCode: "not_local" as const,
  note: "It is 90 miles away.",
  idempotencyKey: randomUUID(),
});

const read = async () => (await database.db.select().from(listings).where(eq(listings.id, given.listing.id)))[0]!;
const decisions = () => database.db.select().from(reviews).where(eq(reviews.listingId, given.listing.id));
const eventsOf = (name: string) =>
  database.db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, given.listing.id), eq(events.name, name)));
const listVersion = () => listVersionOf(database.db, districts.riverbend.id);
const indexJobs = async () => (await listWaitingForIndex(database.db)).filter((id) => id === given.listing.id).length;

async function givenPendingEdit(title: string) {
  const [published] = await database.db
    .select()
    .from(opportunityRevisions)
    .where(eq(opportunityRevisions.id, given.listing.publishedRevisionId!));
  const { opportunityId, version, content } = published!;
  const [row] = await database.db
    .insert(opportunityRevisions)
    .values({ opportunityId, version: version + 1, content: { ...content, title } })
    .returning();
  const submittedAt = new Date(TEST_NOW.getTime() - 60_000);
  await database.db
    .update(listings)
    .set({ submittedRevisionId: row!.id, submittedAt })
    .where(eq(listings.id, given.listing.id));
  return { revisionId: row!.id, submittedAt };
}

beforeEach(async () => {
  given = await givenListing(database.db, { listing: { state: "submitted" } });
});

describe("approving", () => {
  test("puts what was submitted on the list, with the day it closes and the partner's confirmation", async () => {
    const before = await listVersion();
    const outcome = await approveListing(dana(), approval({ note: "Welcome", labels: ["Hands-on"] }));
    expect(outcome).toMatchObject({ ok: true, value: { state: "published" } });
    expect(await read()).toMatchObject({
      state: "published",
      publishedRevisionId: given.listing.submittedRevisionId,
      publishedAt: TEST_NOW,
      confirmedAt: given.listing.submittedAt,
      closesOn: "2027-03-05",
      labels: ["Hands-on"],
      version: given.listing.version + 1,
    });
    expect(await listVersion()).toBe(before + 1);
    expect(await indexJobs()).toBe(1);
  });

  test("leaves a review row and an event that say who, when and which text", async () => {
    await approveListing(dana(), approval({ note: "Welcome" }));
    expect(await decisions()).toMatchObject([
      {
        decision: "approved",
        reviewerId: people.dana.id,
        decidedAt: TEST_NOW,
        note: "Welcome",
        revisionId: given.listing.submittedRevisionId,
        districtId: districts.riverbend.id,
      },
    ]);
    expect(await eventsOf("listing.approved")).toMatchObject([
      { actorId: people.dana.id, districtId: districts.riverbend.id, detail: { from: "submitted", to: "published" } },
    ]);
  });

  test("for a later day lets it wait unseen until then", async () => {
    const before = await listVersion();
    expect(await approveListing(dana(), approval({ publishOn: "2027-02-15" }))).toMatchObject({
      value: { state: "approved" },
    });
    expect(await read()).toMatchObject({ state: "approved", publishOn: "2027-02-15", publishedAt: null });
    expect(await listVersion()).toBe(before);
  });

  test("closes it with its end when the partner named no earlier day", async () => {
    given = await givenListing(database.db, { opportunity: { closesOn: null }, listing: { state: "submitted" } });
    await approveListing(dana(), approval());
    expect((await read())?.closesOn).toBe("2027-05-28");
  });

  test("for today, in the district's zone, publishes at once", async () => {
    await approveListing(dana(), approval({ publishOn: "2027-02-09" }));
    expect(await read()).toMatchObject({ state: "published", publishOn: null });
  });

  test("keeps the district's pathways and own sub-clusters", async () => {
    const pathwayIds = [pathways.advancedMaking.id];
    await approveListing(dana(), approval({ pathwayIds, subClusters: [...pathways.advancedMaking.subClusters] }));
    expect(await read()).toMatchObject({ pathwayIds, subClusters: pathways.advancedMaking.subClusters });
  });

  test("the same form sent again is done once and gets the first answer", async () => {
    const form = approval();
    const first = await approveListing(dana(), form);
    expect(await approveListing(dana(), form)).toEqual(first);
    expect(await decisions()).toHaveLength(1);
  });
});

describe("approving is refused", () => {
  test("when the partnership's last day is over in the district's zone", async () => {
    given = await givenListing(database.db, {
      opportunity: { organizationId: organizations.health.id },
      listing: { state: "submitted" },
    });
    const standing = and(
      eq(partnerships.organizationId, organizations.health.id),
      eq(partnerships.districtId, districts.riverbend.id),
    );
    await database.db.update(partnerships).set({ inForceUntil: "2027-02-08" }).where(standing);
    expect(await approveListing(dana(), approval())).toEqual({ ok: false, refusal: "partnership_not_in_force" });
    expect(await read()).toMatchObject({ state: "submitted", publishedRevisionId: null });
    expect(await decisions()).toEqual([]);
    await database.db.update(partnerships).set({ inForceUntil: "2027-02-09" }).where(standing);
    expect(await approveListing(dana(), approval())).toMatchObject({ ok: true });
  });

  test.each(["requested", "declined", "suspended"] as const)("when the partnership is %s", async (status) => {
    const standing = and(
      eq(partnerships.organizationId, organizations.parks.id),
      eq(partnerships.districtId, districts.riverbend.id),
    );
    await database.db.update(partnerships).set({ status }).where(standing);
    given = await givenListing(database.db, {
      opportunity: { organizationId: organizations.parks.id },
      listing: { state: "submitted" },
    });
    expect(await approveListing(dana(), approval())).toMatchObject({ refusal: "partnership_not_in_force" });
  });

  test("when its last day is over before learners would see it", async () => {
    expect(await approveListing(dana(), approval({ publishOn: "2027-03-06" }))).toMatchObject({
      refusal: "over_before_shown",
    });
    expect(await read()).toMatchObject({ state: "submitted" });
  });

  test("when the partner sent another text than the one that was read", async () => {
    expect(await approveListing(dana(), approval({ version: given.listing.version - 1 }))).toMatchObject({
      refusal: "changed_since_read",
    });
    expect(await approveListing(dana(), approval({ version: given.listing.version }))).toMatchObject({ ok: true });
  });

  test.each([
    [
      "another district's pathway",
      { pathwayIds: [Object.values(pathways).find((p) => p.districtId === districts.lakeshore.id)!.id] },
    ],
    ["an unknown school", { schoolIds: [randomUUID()] }],
    ["an unknown sub-cluster", { subClusters: ["999999"] }],
  ])("with %s", async (_what, changes) => {
    expect(await approveListing(dana(), approval(changes))).toMatchObject({ refusal: "unknown_choice" });
    expect(await read()).toMatchObject({ state: "submitted" });
  });

  test.each(["changes_requested", "declined", "published", "closed", "suspended"] as const)(
    "when the listing is %s",
    async (state) => {
      given = await givenListing(database.db, { listing: { state } });
      expect(await approveListing(dana(), approval())).toMatchObject({ refusal: "not_awaiting_review" });
      expect(await decisions()).toEqual([]);
    },
  );
});

describe("asking for changes and declining", () => {
  test("asking sends the listing back with the note", async () => {
    expect(await requestChanges(dana(), request())).toMatchObject({ value: { state: "changes_requested" } });
    expect(await read()).toMatchObject({ state: "changes_requested", publishedRevisionId: null });
    expect(await decisions()).toMatchObject([{ decision: "changes_requested", note: "Say who supervises." }]);
    expect(await eventsOf("listing.changes_requested")).toMatchObject([
      { actorId: people.dana.id, detail: { from: "submitted", to: "changes_requested" } },
    ]);
  });

  test("declining ends it with a reason the partner is told", async () => {
    expect(await declineListing(dana(), decline())).toMatchObject({ value: { state: "declined" } });
    expect(await decisions()).toMatchObject([
      { decision: "declined", reasonCode: "not_local", note: "It is 90 miles away." },
    ]);
    expect(await eventsOf("listing.declined")).toMatchObject([{ detail: { from: "submitted", to: "declined" } }]);
  });

  test("both are refused once somebody decided", async () => {
    await approveListing(dana(), approval());
    expect(await requestChanges(dana(), request())).toMatchObject({ refusal: "not_awaiting_review" });
    expect(await declineListing(dana(), decline())).toMatchObject({ refusal: "not_awaiting_review" });
    expect(await decisions()).toHaveLength(1);
  });

  test("both are refused when another text was sent since the page was read", async () => {
    const version = given.listing.version + 7;
    expect(await requestChanges(dana(), { ...request(), version })).toMatchObject({ refusal: "changed_since_read" });
    expect(await declineListing(dana(), { ...decline(), version })).toMatchObject({ refusal: "changed_since_read" });
  });
});

describe("an edit of a published listing", () => {
  beforeEach(async () => {
    given = await givenListing(database.db);
  });

  test("replaces the text readers see when it is approved, and keeps the first day of publication", async () => {
    const { revisionId, submittedAt } = await givenPendingEdit("Bicycle repair helper and teacher");
    const before = await listVersion();
    expect(await approveListing(dana(), approval({ publishOn: "2027-02-20" }))).toMatchObject({
      value: { state: "published" },
    });
    expect(await read()).toMatchObject({
      state: "published",
      publishedRevisionId: revisionId,
      publishedAt: given.listing.publishedAt,
      confirmedAt: submittedAt,
      publishOn: null,
    });
    expect(await listVersion()).toBe(before + 1);
  });

  test.each([
    ["changes_requested", () => requestChanges(dana(), request())],
    ["declined", () => declineListing(dana(), decline())],
  ] as const)("is dropped when it is answered by %s, and the approved text stays public", async (decision, decide) => {
    const { revisionId } = await givenPendingEdit("Unclear");
    expect(await decide()).toMatchObject({ value: { state: "published" } });
    const kept = given.listing.publishedRevisionId;
    expect(await read()).toMatchObject({ state: "published", publishedRevisionId: kept, submittedRevisionId: kept });
    expect(await decisions()).toMatchObject([{ decision, revisionId }]);
    expect(await indexJobs()).toBe(1);
    expect(await decide()).toMatchObject({ refusal: "not_awaiting_review" });
  });
});

describe("every decision refuses another district's coordinator", () => {
  test.each([
    ["approving", () => approveListing(priya(), approval())],
    ["asking for changes", () => requestChanges(priya(), request())],
    ["declining", () => declineListing(priya(), decline())],
  ])("%s", async (_verb, decide) => {
    expect(await decide()).toEqual({ ok: false, refusal: "not_found" });
    expect(await read()).toMatchObject({ state: "submitted", version: given.listing.version });
    expect(await decisions()).toEqual([]);
  });

  test("and nobody decides on a draft", async () => {
    given = await givenListing(database.db, { listing: { state: "draft" } });
    expect(await approveListing(dana(), approval())).toEqual({ ok: false, refusal: "not_found" });
  });
});
