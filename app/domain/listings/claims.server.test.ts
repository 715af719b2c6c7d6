import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { invitations } from "#db/schema/invitations.ts";
import { listings } from "#db/schema/listings.ts";
import { mails } from "#db/schema/mail.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { memberships, organizations as organizationRows, partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenAskedContact, givenAsking, givenEntered } from "#tests/support/entered.ts";
import { asCoordinator, asPartner, asVisitor, givenListing, givenPerson } from "#tests/support/givens.ts";
import { claimOpportunity } from "../opportunities/claiming.server.ts";
import { acceptInvitation, joinByInvitation } from "../people/accepting.server.ts";
import { askToClaim } from "./asking-to-claim.server.ts";
import { claimAsked, getClaim, turnDownAsked } from "./claims.server.ts";
import { reopenListing } from "./reopening.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
const owen = () => asPartner(database.db, people.owen.id, [organizations.harbor.id]);
const visitor = () => asVisitor(database.db);
const someone = () => `${randomUUID()}@shops.example`;
const later = (days: number) => new Date(dana().now.getTime() + days * 86_400_000);
const ask = (listingId: string) => ({ listingId, idempotencyKey: randomUUID() });
const claimedAt = async (id: string) =>
  (await database.db.select().from(opportunities).where(eq(opportunities.id, id)))[0]!.claimedAt;
const eventsOf = (id: string) => database.db.select().from(events).where(eq(events.subjectId, id));
const stateOf = async (askingId: string, now = dana().now) =>
  (await getClaim({ db: database.db, now }, askingId))?.state;

describe("asking a partner to claim", () => {
  it("writes to the organization's owners, who need no account made", async () => {
    const { listing } = await givenEntered(database.db);
    expect(await askToClaim(dana(), ask(listing.id))).toEqual({ ok: true, value: { listingId: listing.id } });
    const [asking] = await eventsOf(listing.id);
    expect(asking).toMatchObject({ name: "listing.claim_asked", actorId: people.dana.id });
    const told = await database.db.select().from(mails).where(eq(mails.kind, "partner-claim-asked"));
    expect(told).toMatchObject([{ userId: people.tomas.id, data: { askingId: asking!.id } }]);
  });

  it("invites the contact of an organization nobody acts for, and asks again with days that begin anew", async () => {
    const email = someone();
    const { listing, invitation } = await givenAskedContact(database.db, email);
    const ctx = { ...dana(), now: later(10) };
    expect(await askToClaim(ctx, ask(listing.id))).toMatchObject({ ok: true });
    const [after] = await database.db.select().from(invitations).where(eq(invitations.id, invitation.id));
    expect(after).toMatchObject({ sentCount: 2, expiresAt: later(24), role: "owner" });
    expect(await database.db.select().from(mails).where(eq(mails.address, email))).toHaveLength(1);
  });

  it("takes the earlier link back when it writes to another address", async () => {
    const { listing, opportunity, askingId } = await givenAskedContact(database.db, someone());
    const contactEmail = someone();
    await database.db.update(opportunities).set({ contactEmail }).where(eq(opportunities.id, opportunity.id));
    expect(await askToClaim({ ...dana(), now: later(1) }, ask(listing.id))).toMatchObject({ ok: true });
    expect(await stateOf(askingId)).toBe("revoked");
  });

  it("refuses so soon after, what is claimed, nobody to write to, and another district's", async () => {
    const { listing } = await givenAskedContact(database.db, someone());
    expect(await askToClaim(dana(), ask(listing.id))).toEqual({ ok: false, refusal: "too_soon" });
    expect(await askToClaim(priya(), ask(listing.id))).toEqual({ ok: false, refusal: "not_found" });
    const { listing: claimed } = await givenEntered(database.db, { opportunity: { claimedAt: dana().now } });
    expect(await askToClaim(dana(), ask(claimed.id))).toEqual({ ok: false, refusal: "claimed" });
    const [shop] = await database.db.insert(organizationRows).values({ name: "Shop", sector: "business" }).returning();
    const nobody = { organizationId: shop!.id, contactEmail: null };
    const { listing: mute } = await givenEntered(database.db, { opportunity: nobody });
    expect(await askToClaim(dana(), ask(mute.id))).toEqual({ ok: false, refusal: "no_address" });
    const { listing: own } = await givenListing(database.db);
    expect(await askToClaim(dana(), ask(own.id))).toEqual({ ok: false, refusal: "not_found" });
  });
});

describe("the mail's link", () => {
  it("claims once for who answers for the organization", async () => {
    const { listing, opportunity } = await givenEntered(database.db);
    const askingId = await givenAsking(database.db, listing.id);
    expect(await stateOf(askingId)).toBe("open");
    expect(await claimAsked(visitor(), { askingId })).toMatchObject({ ok: true });
    expect(await claimedAt(opportunity.id)).toEqual(visitor().now);
    expect((await eventsOf(listing.id)).at(-1)).toMatchObject({ name: "listing.claimed", detail: { by: "link" } });
    expect(await claimAsked(visitor(), { askingId })).toEqual({ ok: false, refusal: "claimed" });
  });

  it("makes nobody an owner without an account", async () => {
    const { askingId, opportunity } = await givenAskedContact(database.db, someone());
    expect(await claimAsked(visitor(), { askingId })).toEqual({ ok: false, refusal: "needs_account" });
    expect(await claimedAt(opportunity.id)).toBeNull();
  });

  it.each(["submitted", "changes_requested", "approved", "published"] as const)(
    "takes a listing off that is %s",
    async (state) => {
      const { listing, askingId } = await givenAskedContact(database.db, someone(), { listing: { state } });
      expect(await turnDownAsked(visitor(), { askingId })).toMatchObject({ ok: true });
      const [after] = await database.db.select().from(listings).where(eq(listings.id, listing.id));
      expect(after).toMatchObject({ state: "closed", closedReason: "withdrawn" });
      expect(await turnDownAsked(visitor(), { askingId })).toEqual({ ok: false, refusal: "over" });
    },
  );

  it("takes its invitation back with the listing", async () => {
    const { askingId, invitation } = await givenAskedContact(database.db, someone());
    await turnDownAsked(visitor(), { askingId });
    const joining = { invitationId: invitation.id, name: "Sam", passwordHash: null, locale: "en" } as const;
    expect(await joinByInvitation(visitor(), joining)).toEqual({ ok: false, refusal: "not_open" });
    expect(await eventsOf(invitation.id)).toMatchObject([{ name: "invitation.revoked", actorId: null }]);
  });

  it("of what nobody had seen is not put back by reopening", async () => {
    const { listing, askingId } = await givenAskedContact(database.db, someone());
    await turnDownAsked(visitor(), { askingId });
    expect(await reopenListing(dana(), ask(listing.id))).toEqual({ ok: false, refusal: "not_closed" });
  });

  it("is over with time, with the listing, and with the partnership", async () => {
    const { askingId, organizationId, listing } = await givenAskedContact(database.db, someone());
    expect(await stateOf(askingId, later(15))).toBe("expired");
    const { listing: owned } = await givenEntered(database.db);
    expect(await stateOf(await givenAsking(database.db, owned.id), later(15))).toBe("expired");
    const theirs = eq(partnerships.organizationId, organizationId);
    await database.db.update(partnerships).set({ status: "suspended" }).where(theirs);
    expect(await stateOf(askingId)).toBe("not_partner");
    await database.db.update(listings).set({ state: "declined" }).where(eq(listings.id, listing.id));
    expect(await stateOf(askingId)).toBe("over");
    expect(await getClaim(dana(), randomUUID())).toBeNull();
  });
});

describe("joining through the mail", () => {
  const roleOf = async (userId: string, organizationId: string) => {
    const theirs = and(eq(memberships.userId, userId), eq(memberships.organizationId, organizationId));
    return (await database.db.select().from(memberships).where(theirs))[0]?.role;
  };

  it("makes somebody new the organization's owner, and claims", async () => {
    const { listing, opportunity, organizationId, invitation, askingId } = await givenAskedContact(
      database.db,
      someone(),
    );
    const joining = { invitationId: invitation.id, name: "Sam", passwordHash: null, locale: "en" } as const;
    const joined = await joinByInvitation(visitor(), joining);
    expect(await roleOf(joined.ok ? joined.value.userId : "", organizationId)).toBe("owner");
    expect(await claimedAt(opportunity.id)).toEqual(visitor().now);
    expect((await eventsOf(listing.id)).at(-1)).toMatchObject({
      name: "listing.claimed",
      detail: { by: "invitation" },
    });
    expect(await stateOf(askingId)).toBe("claimed");
  });

  it("makes a member of whom somebody else came before, as its owner", async () => {
    const email = someone();
    const { organizationId, invitation, opportunity } = await givenAskedContact(database.db, email);
    const [first, second] = [await givenPerson(database.db), await givenPerson(database.db, { email })];
    await database.db.insert(memberships).values({ userId: first.id, organizationId, role: "owner" });
    const ctx = { ...visitor(), actor: { kind: "person", userId: second.id } } as const;
    expect(await acceptInvitation(ctx, { invitationId: invitation.id })).toMatchObject({ ok: true });
    expect(await roleOf(second.id, organizationId)).toBe("member");
    expect(await claimedAt(opportunity.id)).toEqual(visitor().now);
  });

  it("makes no second owner of whom was asked about what its owner has claimed since", async () => {
    const email = someone();
    const { organizationId, invitation, opportunity } = await givenAskedContact(database.db, email);
    const [first, second] = [await givenPerson(database.db), await givenPerson(database.db, { email })];
    await database.db.insert(memberships).values({ userId: first.id, organizationId, role: "owner" });
    const owner = asPartner(database.db, first.id, [organizationId]);
    await claimOpportunity(owner, { opportunityId: opportunity.id, idempotencyKey: randomUUID() });
    const ctx = { ...visitor(), actor: { kind: "person", userId: second.id } } as const;
    expect(await acceptInvitation(ctx, { invitationId: invitation.id })).toMatchObject({ ok: true });
    expect(await roleOf(second.id, organizationId)).toBe("member");
  });
});

describe("claiming at the partner's desk", () => {
  const claim = (opportunityId: string) => ({ opportunityId, idempotencyKey: randomUUID() });

  it("is done, and said again changes nothing", async () => {
    const { listing, opportunity } = await givenEntered(database.db);
    for (let time = 0; time < 2; time++)
      expect(await claimOpportunity(tomas(), claim(opportunity.id))).toMatchObject({ ok: true });
    expect(await eventsOf(listing.id)).toMatchObject([{ name: "listing.claimed", actorId: people.tomas.id }]);
  });

  it("refuses another partner's, and what nobody entered", async () => {
    const { opportunity } = await givenEntered(database.db);
    expect(await claimOpportunity(owen(), claim(opportunity.id))).toEqual({ ok: false, refusal: "not_found" });
    const { opportunity: own } = await givenListing(database.db);
    expect(await claimOpportunity(tomas(), claim(own.id))).toEqual({ ok: false, refusal: "not_found" });
  });
});
