import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { invitations } from "#db/schema/invitations.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import {
  membershipRequests,
  memberships,
  organizationSites,
  partnershipNotes,
  partnerships,
} from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing, givenPerson } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { givenDocument, givenPartnership } from "#tests/support/partnerships.ts";
import { listDocuments } from "./documents.server.ts";
import { findDuplicates, tellApart } from "./duplicates.server.ts";
import { findLikelySame } from "./founding.server.ts";
import { mergeOrganizations } from "./merging.server.ts";
import { listMerges, unmergeOrganizations } from "./unmerging.server.ts";

const database = useTestDatabase();
const riverbend = districts.riverbend.id;
const lakeshore = districts.lakeshore.id;
const key = () => ({ idempotencyKey: randomUUID() });
const dana = () => asCoordinator(database.db, people.dana.id, riverbend);
const marcus = () => asCoordinator(database.db, people.marcus.id, riverbend);
const priya = () => asCoordinator(database.db, people.priya.id, lakeshore);
const later = (days: number) => ({ ...dana(), now: new Date(dana().now.getTime() + days * 86_400_000) });
const membersOf = async (organizationId: string) =>
  (await database.db.select().from(memberships).where(eq(memberships.organizationId, organizationId)))
    .map(({ userId }) => userId)
    .toSorted();
const alsoIn = (organizationId: string, districtId: string) =>
  database.db.insert(partnerships).values({ organizationId, districtId, status: "approved" });

/** Two partners of one name; the duplicate has a listing, a site, a newcomer, an invitation, a document and a note. */
async function given(duplicate: Partial<typeof partnerships.$inferInsert> = {}) {
  const name = `Wolf ${randomUUID().slice(0, 8)}`;
  const kept = await givenPartnership(database.db, { organization: { name } });
  const other = await givenPartnership(database.db, { organization: { name: `${name} Inc.` }, ...duplicate });
  const [into, from] = [kept.organization.id, other.organization.id];
  const { opportunity, listing } = await givenListing(database.db, { opportunity: { organizationId: from } });
  const newcomer = await givenPerson(database.db);
  const asking = await givenPerson(database.db);
  await database.db.insert(memberships).values({ userId: newcomer.id, organizationId: from, role: "owner" });
  await database.db
    .insert(membershipRequests)
    .values({ userId: asking.id, organizationId: from, requestedAt: dana().now });
  await database.db.insert(organizationSites).values([
    { organizationId: from, name: "Main" },
    { organizationId: into, name: "Main" },
    { organizationId: from, name: "Barn" },
  ]);
  const open = { lastSentAt: dana().now, expiresAt: later(7).now, role: "member" as const };
  await database.db.insert(invitations).values([
    { organizationId: from, email: "one@example.org", ...open },
    { organizationId: from, email: "both@example.org", ...open },
    { organizationId: into, email: "Both@example.org", ...open },
  ]);
  await givenDocument(database.db, other.partnershipId);
  await database.db.insert(partnershipNotes).values({
    ...{ partnershipId: other.partnershipId, districtId: riverbend, kind: "call" },
    ...{ text: "Called.", happenedOn: "2027-02-01" },
  });
  const merging = { keptId: kept.partnershipId, duplicateId: other.partnershipId };
  return { name, into, from, opportunity, listing, newcomer, merging };
}
type Given = Awaited<ReturnType<typeof given>>;

async function merged(pair: Given) {
  const outcome = await mergeOrganizations(dana(), { ...pair.merging, ...key() });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.mergeId;
}

/** Everything the two own, by which of the two owns it. */
async function owned({ into, from, merging }: Given) {
  const of = async (organizationId: string, partnershipId: string) => ({
    opportunities: await database.db.$count(opportunities, eq(opportunities.organizationId, organizationId)),
    sites: await database.db.$count(organizationSites, eq(organizationSites.organizationId, organizationId)),
    requests: await database.db.$count(membershipRequests, eq(membershipRequests.organizationId, organizationId)),
    invited: (await database.db.select().from(invitations).where(eq(invitations.organizationId, organizationId)))
      .filter(({ revokedAt }) => revokedAt === null)
      .map(({ email }) => email)
      .toSorted(),
    members: await membersOf(organizationId),
    documents: (await listDocuments(dana(), partnershipId)).length,
    notes: await database.db.$count(partnershipNotes, eq(partnershipNotes.partnershipId, partnershipId)),
    standing: (await database.db.select().from(partnerships).where(eq(partnerships.id, partnershipId)))[0]!.status,
  });
  return { kept: await of(into, merging.keptId), duplicate: await of(from, merging.duplicateId) };
}

describe("merging", () => {
  it("moves what the duplicate owns, hides it, and is logged; undoing puts everything back", async () => {
    const pair = await given();
    const before = await owned(pair);
    const version = await listVersionOf(database.db, riverbend);
    const mergeId = await merged(pair);
    expect(await owned(pair)).toMatchObject({
      kept: {
        ...{ opportunities: 1, sites: 2, requests: 1, documents: 1, notes: 1, standing: "approved" },
        invited: ["Both@example.org", "one@example.org"],
        members: [people.tomas.id, pair.newcomer.id].toSorted(),
      },
      duplicate: {
        opportunities: 0,
        sites: 1,
        requests: 0,
        invited: [],
        members: [],
        documents: 0,
        standing: "declined",
      },
    });
    expect(await listVersionOf(database.db, riverbend)).toBe(version + 1);
    expect((await findLikelySame(database.db, { name: pair.name })).map(({ id }) => id)).toEqual([pair.into]);
    expect((await findDuplicates(dana())).flatMap(({ sides }) => sides.map(({ id }) => id))).not.toContain(pair.from);
    expect(await listMerges(dana())).toContainEqual(
      expect.objectContaining({ id: mergeId, into: pair.name, mergedBy: people.dana.name }),
    );
    expect(await unmergeOrganizations(marcus(), { mergeId, ...key() })).toMatchObject({ ok: true });
    expect(await owned(pair)).toEqual(before);
    expect((await listMerges(dana())).map(({ id }) => id)).not.toContain(mergeId);
    const logged = await database.db.select().from(events).where(eq(events.subjectId, pair.into));
    expect(logged).toMatchObject([
      { name: "organization.merged", districtId: riverbend, detail: { mergeId, fromId: pair.from } },
      { name: "organization.unmerged", actorId: people.marcus.id },
    ]);
  });

  it("has the duplicate's people ask its owners where another district knows the kept one", async () => {
    const pair = await given();
    await alsoIn(pair.into, lakeshore);
    const before = await owned(pair);
    const mergeId = await merged(pair);
    expect(await membersOf(pair.into)).toEqual([people.tomas.id]);
    const theirs = and(
      eq(membershipRequests.organizationId, pair.into),
      eq(membershipRequests.userId, pair.newcomer.id),
    );
    expect(await database.db.$count(membershipRequests, theirs)).toBe(1);
    expect((await owned(pair)).kept.invited).toEqual(["Both@example.org"]);
    await unmergeOrganizations(dana(), { mergeId, ...key() });
    expect(await owned(pair)).toEqual(before);
  });

  it("is refused while another district knows the duplicate", async () => {
    const pair = await given();
    await alsoIn(pair.from, lakeshore);
    const outcome = await mergeOrganizations(dana(), { ...pair.merging, ...key() });
    expect(outcome).toEqual({ ok: false, refusal: "known_elsewhere" });
    expect((await owned(pair)).duplicate).toMatchObject({ opportunities: 1 });
  });

  it("lets no pause and no end of a partnership be gone around", async () => {
    const paused = await given({ status: "suspended" });
    const refusals = [await mergeOrganizations(dana(), { ...paused.merging, ...key() })];
    for (const standing of [
      { status: "requested" },
      { status: "suspended" },
      { inForceUntil: "2027-02-08" },
    ] as const) {
      const pair = await given();
      await database.db.update(partnerships).set(standing).where(eq(partnerships.id, pair.merging.keptId));
      refusals.push(await mergeOrganizations(dana(), { ...pair.merging, ...key() }));
    }
    const words = refusals.map((outcome) => !outcome.ok && outcome.refusal);
    expect(words).toEqual(["duplicate_paused", ...Array<string>(3).fill("kept_not_in_force")]);
  });

  it("of two coordinators who merge the pair either way, one does", async () => {
    const pair = await given();
    const { keptId, duplicateId } = pair.merging;
    const outcomes = await Promise.all([
      mergeOrganizations(dana(), { keptId, duplicateId, ...key() }),
      mergeOrganizations(marcus(), { keptId: duplicateId, duplicateId: keptId, ...key() }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, refusal: "not_found" });
  });

  it("refuses another district, one with itself, and what is not there", async () => {
    const pair = await given();
    const { keptId } = pair.merging;
    const outcomes = await Promise.all([
      mergeOrganizations(priya(), { ...pair.merging, ...key() }),
      mergeOrganizations(dana(), { keptId, duplicateId: keptId, ...key() }),
      mergeOrganizations(dana(), { keptId, duplicateId: randomUUID(), ...key() }),
      unmergeOrganizations(priya(), { mergeId: await merged(pair), ...key() }),
    ]);
    expect(outcomes).toEqual(Array(4).fill({ ok: false, refusal: "not_found" }));
  });
});

describe("undoing a merge", () => {
  it("is refused twice, and after 30 days", async () => {
    const mergeId = await merged(await given());
    expect(await unmergeOrganizations(later(30), { mergeId, ...key() })).toMatchObject({ refusal: "merge_too_old" });
    expect(await unmergeOrganizations(later(29), { mergeId, ...key() })).toMatchObject({ ok: true });
    expect(await unmergeOrganizations(dana(), { mergeId, ...key() })).toMatchObject({ refusal: "already_undone" });
  });

  it("is refused when the kept one was merged itself, or its listing went to another district", async () => {
    const pair = await given();
    const mergeId = await merged(pair);
    const offered = { opportunityId: pair.opportunity.id, districtId: lakeshore, slug: randomUUID() };
    const [elsewhere] = await database.db.insert(listings).values(offered).returning();
    expect(await unmergeOrganizations(dana(), { mergeId, ...key() })).toMatchObject({ refusal: "in_the_way" });
    await database.db.delete(listings).where(eq(listings.id, elsewhere!.id));
    const third = await givenPartnership(database.db);
    const again = { keptId: third.partnershipId, duplicateId: pair.merging.keptId, ...key() };
    expect(await mergeOrganizations(dana(), again)).toMatchObject({ ok: true });
    expect(await unmergeOrganizations(dana(), { mergeId, ...key() })).toMatchObject({ refusal: "in_the_way" });
  });
});

describe("likely duplicates", () => {
  const isShown = async ({ into, from }: Given) =>
    (await findDuplicates(dana())).some(({ sides }) =>
      [into, from].every((id) => sides.some((side) => side.id === id)),
    );

  it("are shown until a coordinator says that they are two", async () => {
    const pair = await given();
    expect(await isShown(pair)).toBe(true);
    const { keptId, duplicateId } = pair.merging;
    const telling = { partnershipIds: [keptId, duplicateId] as [string, string] };
    expect(await tellApart(priya(), { ...telling, ...key() })).toEqual({ ok: false, refusal: "not_found" });
    expect(await tellApart(dana(), { ...telling, ...key() })).toMatchObject({ ok: true });
    expect(await isShown(pair)).toBe(false);
    const own = and(eq(events.name, "organization.told_apart"), eq(events.districtId, riverbend));
    expect(await database.db.$count(events, own)).toBe(1);
  });
});
