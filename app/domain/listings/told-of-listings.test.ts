import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { mails } from "#db/schema/mail.ts";
import { memberships } from "#db/schema/organizations.ts";
import { districtStaff, users } from "#db/schema/people.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, asPartner, givenListing } from "#tests/support/givens.ts";
import { toldAbout } from "#tests/support/told.ts";
import { advanceListings } from "./advancing.server.ts";
import { approveListing, declineListing, requestChanges } from "./review.server.ts";
import { submitListing } from "./submission.server.ts";

const database = useTestDatabase();
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
const owen = () => asPartner(database.db, people.owen.id, [organizations.harbor.id]);
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const told = ({ listing }: { listing: { id: string } }) => toldAbout(database.db, listing.id);
const form = ({ listing }: { listing: { id: string } }) => ({ listingId: listing.id, idempotencyKey: randomUUID() });
const placing = { note: null, pathwayIds: [], labels: [] };

const disable = (userId: string, disabledAt: Date | null) =>
  database.db.update(users).set({ disabledAt }).where(eq(users.id, userId));

afterEach(async () => {
  await database.db.update(users).set({ disabledAt: null });
  await database.db.update(districtStaff).set({ disabledAt: null });
  await database.db
    .delete(memberships)
    .where(and(eq(memberships.userId, people.hal.id), eq(memberships.organizationId, organizations.bluestem.id)));
});

describe("a listing that is sent to review", () => {
  it("is told to its district's coordinators, once for a form sent twice", async () => {
    const given = await givenListing(database.db, { listing: { state: "draft" } });
    const twice = form(given);
    await Promise.all([submitListing(tomas(), twice), submitListing(tomas(), twice)]);
    expect(await told(given)).toEqual([
      ["dana", "coordinator-listing-submitted"],
      ["marcus", "coordinator-listing-submitted"],
    ]);
    const [mail] = await database.db.select().from(mails).where(eq(mails.kind, "coordinator-listing-submitted"));
    expect(mail).toMatchObject({ districtId: districts.riverbend.id, locale: "en", state: "held" });
  });

  it("is told to nobody who is disabled, and to the admins of a district that has no coordinators", async () => {
    await disable(people.marcus.id, TEST_NOW);
    const one = await givenListing(database.db, { listing: { state: "draft" } });
    await submitListing(tomas(), form(one));
    expect(await told(one)).toEqual([["dana", "coordinator-listing-submitted"]]);
    await database.db
      .update(districtStaff)
      .set({ disabledAt: TEST_NOW })
      .where(eq(districtStaff.userId, people.dana.id));
    const other = await givenListing(database.db, { listing: { state: "draft" } });
    await submitListing(tomas(), form(other));
    expect(await told(other)).toEqual([["ines", "coordinator-listing-submitted"]]);
  });

  it("is told to nobody when it is refused, as to another's partner", async () => {
    const given = await givenListing(database.db, { listing: { state: "draft" } });
    expect(await submitListing(owen(), form(given))).toMatchObject({ ok: false });
    expect(await told(given)).toEqual([]);
  });
});

describe("a decision", () => {
  const DECIDE = {
    "partner-listing-approved": (ctx: ReturnType<typeof dana>, id: ReturnType<typeof form>) =>
      approveListing(ctx, { ...placing, ...id }),
    "partner-listing-changes-requested": (ctx: ReturnType<typeof dana>, id: ReturnType<typeof form>) =>
      requestChanges(ctx, { ...id, note: "Say who supervises." }),
    "partner-listing-declined": (ctx: ReturnType<typeof dana>, id: ReturnType<typeof form>) =>
      declineListing(ctx, { ...id, reasonCode: "not_local", note: "Too far." }),
  };

  it.each(Object.entries(DECIDE))("is told as %s to everyone who acts for the organization", async (kind, decide) => {
    await database.db
      .insert(memberships)
      .values({ userId: people.hal.id, organizationId: organizations.bluestem.id, role: "member" });
    const given = await givenListing(database.db, { listing: { state: "submitted" } });
    expect(await decide(priya(), form(given))).toEqual({ ok: false, refusal: "not_found" });
    expect(await told(given)).toEqual([]);
    expect(await decide(dana(), form(given))).toMatchObject({ ok: true });
    expect(await told(given)).toEqual([
      ["tomas", kind],
      ["hal", kind],
    ]);
    expect(await decide(dana(), form(given))).toMatchObject({ ok: false });
    expect(await told(given)).toHaveLength(2);
  });

  it("is not told to the coordinator who took it and acts for the organization too", async () => {
    await database.db
      .insert(memberships)
      .values({ userId: people.hal.id, organizationId: organizations.bluestem.id, role: "member" });
    const given = await givenListing(database.db, { listing: { state: "submitted" } });
    const both = asCoordinator(database.db, people.hal.id, districts.riverbend.id);
    await requestChanges(both, { ...form(given), note: "Say who supervises." });
    expect(await told(given)).toEqual([["tomas", "partner-listing-changes-requested"]]);
  });
});

it("expiring is told once, to those who act for the organization", async () => {
  const given = await givenListing(database.db, { listing: { closesOn: "2027-02-08" } });
  const clock = { db: database.db, now: TEST_NOW, actor: { kind: "system", userId: null } } as const;
  await advanceListings(clock);
  await advanceListings(clock);
  expect(await told(given)).toEqual([["tomas", "partner-listing-expired"]]);
});
