import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { givenPartnership } from "#tests/support/partnerships.ts";
import { toldAbout } from "#tests/support/told.ts";
import { approvePartnership, suspendPartnership } from "../organizations/vetting.server.ts";
import { suspendListing } from "./suspending.server.ts";
import { takeOffLapsed } from "./with-partnership.server.ts";

const database = useTestDatabase();
const key = () => ({ idempotencyKey: randomUUID() });
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const clock = () => ({ ...dana(), actor: { kind: "system", userId: null } as const });
const listVersion = () => listVersionOf(database.db, districts.riverbend.id);

/** Three listings of a partner: published, suspended for a doubt of its own, and sent for review. */
async function given(partnership: Partial<typeof partnerships.$inferInsert>) {
  const { partnershipId, organization } = await givenPartnership(database.db, partnership);
  const make = async (listing: Partial<typeof listings.$inferInsert>) =>
    (await givenListing(database.db, { opportunity: { organizationId: organization.id }, listing })).listing.id;
  const [shown, doubted, sent] = [await make({}), await make({}), await make({ state: "submitted" })];
  await suspendListing(dana(), { listingId: doubted, note: "A doubt.", ...key() });
  const states = () =>
    Promise.all(
      [shown, doubted, sent].map(
        async (id) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0]!.state,
      ),
    );
  return { partnershipId, shown, states };
}
const renewing = (partnershipId: string) =>
  approvePartnership(dana(), { partnershipId, inForceUntil: "2027-12-31", ...key() });

it("leaves the list when the partnership's last day is over, once told, and comes back when it is renewed", async () => {
  const { partnershipId, shown, states } = await given({ inForceUntil: "2027-02-08" });
  const before = await listVersion();
  const twice = await Promise.all([takeOffLapsed(clock()), takeOffLapsed(clock())]);
  expect(twice.toSorted()).toEqual([0, 1]);
  expect(await states()).toEqual(["suspended", "suspended", "submitted"]);
  expect(await listVersion()).toBe(before + 1);
  expect(await toldAbout(database.db, partnershipId)).toEqual([["tomas", "partner-partnership-lapsed"]]);
  const named = and(eq(events.subjectId, shown), eq(events.name, "listing.suspended"));
  expect(await database.db.select().from(events).where(named)).toMatchObject([
    { actorId: null, detail: { why: "partnership_lapsed", partnershipId, from: "published" } },
  ]);
  expect(await renewing(partnershipId)).toMatchObject({ ok: true });
  expect(await states()).toEqual(["published", "suspended", "submitted"]);
});

it.each([
  ["on its last day", { inForceUntil: "2027-02-09" }],
  ["without a last day", { inForceUntil: null }],
  ["paused with its listings left on the list", { status: "suspended", inForceUntil: "2027-02-08" }],
] as const)("stays %s", async (_what, partnership) => {
  const { states } = await given(partnership);
  expect(await takeOffLapsed(clock())).toBe(0);
  expect(await states()).toEqual(["published", "suspended", "submitted"]);
});

it("leaves also when its partner asked again meanwhile", async () => {
  const { states } = await given({ status: "requested", inForceUntil: "2027-02-08" });
  expect(await takeOffLapsed(clock())).toBe(1);
  expect(await states()).toEqual(["suspended", "suspended", "submitted"]);
});

it("is paused with the partnership when the coordinator says so, and resumed with it", async () => {
  const { partnershipId, states } = await given({});
  const pausing = { partnershipId, note: "Looked into.", ...key() };
  expect(await suspendPartnership(dana(), { ...pausing, takeOff: true })).toMatchObject({ ok: true });
  expect(await states()).toEqual(["suspended", "suspended", "submitted"]);
  expect(await renewing(partnershipId)).toMatchObject({ ok: true });
  expect(await states()).toEqual(["published", "suspended", "submitted"]);
});

it("stays off the list when its own last day is over by then", async () => {
  const { partnershipId, shown, states } = await given({ inForceUntil: "2027-02-08" });
  await takeOffLapsed(clock());
  await database.db.update(listings).set({ closesOn: "2027-02-08" }).where(eq(listings.id, shown));
  await renewing(partnershipId);
  expect(await states()).toEqual(["suspended", "suspended", "submitted"]);
});
