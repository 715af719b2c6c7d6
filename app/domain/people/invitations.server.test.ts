import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { invitations } from "#db/schema/invitations.ts";
import { mails } from "#db/schema/mail.ts";
import { memberships } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin, asCoordinator, asOperator, asPartner } from "#tests/support/givens.ts";
import { inviteFamily, inviteFirstAdmin, inviteMember, inviteStaff } from "./invitations.server.ts";
import { listOpenInvitations, type Inviter, resendInvitation, revokeInvitation } from "./invitations.server.ts";
import type { Context } from "../context.ts";
import { STAFF_ROLES } from "./invitation.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const ines = (now = TEST_NOW) => ({ ...asAdmin(database.db, people.ines.id, riverbend.id), now });
const carl = () => asAdmin(database.db, people.carl.id, lakeshore.id);
const dana = () => asCoordinator(database.db, people.dana.id, riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, lakeshore.id);
const joan = () => asOperator(database.db, people.joan.id);
const grace = () => asPartner(database.db, people.grace.id, [organizations.college.id, organizations.kitchen.id]);
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);

let number = 0;
const someone = () => `someone-${++number}@example.org`;
const inviting = <R>(role: R, email = someone()) => ({
  ...{ role, email, locale: "en" as const, idempotencyKey: randomUUID() },
});
const changing = (invitationId: string) => ({ invitationId, idempotencyKey: randomUUID() });
const later = (minutes: number) => new Date(TEST_NOW.getTime() + minutes * 60_000);

async function invited(email = someone(), role: "coordinator" | "admin" = "coordinator") {
  const outcome = await inviteStaff(ines(), inviting(role, email));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.invitationId;
}
const rowOf = async (id: string) => (await database.db.select().from(invitations).where(eq(invitations.id, id)))[0]!;
const mailsOf = (id: string) => database.db.$count(mails, sql`${mails.data} ->> 'invitationId' = ${id}`);

describe("inviting", () => {
  it("is good for two weeks, mails the address and is logged without it", async () => {
    const email = someone();
    const id = await invited(email);
    expect(await rowOf(id)).toMatchObject({
      ...{ email, role: "coordinator", districtId: riverbend.id, invitedBy: people.ines.id, sentCount: 1 },
      expiresAt: later(14 * 24 * 60),
    });
    const [mail] = await database.db.select().from(mails).where(eq(mails.address, email));
    expect(mail).toMatchObject({ kind: "person-invited", userId: null, districtId: riverbend.id });
    const log = await database.db.select().from(events).where(eq(events.subjectId, id));
    expect(log).toMatchObject([{ name: "invitation.sent", actorId: people.ines.id, districtId: riverbend.id }]);
    expect(JSON.stringify(log)).not.toContain(email);
  });

  it("looks the same whether or not the address has an account", async () => {
    const unknown = await inviteFamily(dana(), inviting("parent"));
    const known = await inviteFamily(dana(), inviting("parent", people.tomas.email));
    const already = await inviteFamily(dana(), inviting("student", people.leo.email));
    expect([unknown.ok, known.ok, already.ok]).toEqual([true, true, true]);
  });

  it("refuses whoever is in its list already, and an address that was asked already", async () => {
    const here = await inviteStaff(ines(), inviting("admin", people.dana.email.toUpperCase()));
    expect(here).toEqual({ ok: false, refusal: "here_already" });
    const email = someone();
    await invited(email);
    const again = await inviteStaff(ines(), inviting("coordinator" as const, email.toUpperCase()));
    expect(again).toEqual({ ok: false, refusal: "invited_already" });
    const other = await inviteStaff(carl(), inviting("coordinator" as const, email));
    expect(other.ok).toBe(true);
  });

  it("lets a new invitation follow one that ran out", async () => {
    const email = someone();
    const first = await invited(email);
    const outcome = await inviteStaff(ines(later(15 * 24 * 60)), inviting("coordinator" as const, email));
    expect(outcome.ok).toBe(true);
    expect((await rowOf(first)).revokedAt).not.toBeNull();
  });

  it("sends one mail for a form sent ten times at once, and for ten forms with one address", async () => {
    const form = inviting("coordinator" as const);
    const twins = await Promise.all(Array.from({ length: 10 }, () => inviteStaff(ines(), form)));
    expect(new Set(twins.map((twin) => twin.ok && twin.value.invitationId)).size).toBe(1);
    const email = someone();
    await Promise.all(Array.from({ length: 10 }, () => inviteStaff(ines(), inviting("admin" as const, email))));
    for (const address of [form.email, email])
      expect(await database.db.$count(mails, eq(mails.address, address))).toBe(1);
  });

  it("is an owner's for an organization of theirs, no member's and no stranger's", async () => {
    const { college, kitchen, bluestem } = organizations;
    const asked = (organizationId: string) => inviteMember(grace(), { ...inviting("member" as const), organizationId });
    expect((await asked(college.id)).ok).toBe(true);
    expect(await asked(kitchen.id)).toEqual({ ok: false, refusal: "not_owner" });
    expect(await asked(bluestem.id)).toEqual({ ok: false, refusal: "not_found" });
  });

  it("brings a new district its first admin", async () => {
    const outcome = await inviteFirstAdmin(joan(), { ...inviting("admin"), districtId: lakeshore.id });
    expect(outcome.ok && (await rowOf(outcome.value.invitationId))).toMatchObject({ districtId: lakeshore.id });
  });
});

describe("sending again", () => {
  it("waits five minutes, counts and begins the days anew", async () => {
    const id = await invited();
    const tooSoon = await resendInvitation(ines(later(4)), changing(id));
    expect(tooSoon).toEqual({ ok: false, refusal: "too_soon" });
    expect((await resendInvitation(ines(later(6)), changing(id))).ok).toBe(true);
    expect(await rowOf(id)).toMatchObject({ sentCount: 2, expiresAt: later(6 + 14 * 24 * 60) });
    expect(await mailsOf(id)).toBe(2);
  });

  it("revives one that ran out, but none that was taken back", async () => {
    const id = await invited();
    expect((await resendInvitation(ines(later(20 * 24 * 60)), changing(id))).ok).toBe(true);
    await revokeInvitation(ines(), changing(id));
    const refusal = { ok: false, refusal: "not_open" };
    expect(await resendInvitation(ines(later(30 * 24 * 60)), changing(id))).toEqual(refusal);
    expect(await revokeInvitation(ines(), changing(id))).toEqual(refusal);
  });
});

describe("whose invitation it is not", () => {
  it("refuses another district, a coordinator for staff, a stranger and a mere member", async () => {
    const staff = await invited();
    const family = await inviteFamily(dana(), inviting("student"));
    const member = await inviteMember(grace(), {
      ...inviting("member" as const),
      organizationId: organizations.college.id,
    });
    if (!family.ok || !member.ok) throw new Error("not invited");
    await database.db
      .insert(memberships)
      .values({ userId: people.owen.id, organizationId: organizations.college.id, role: "member" });
    const owen = asPartner(database.db, people.owen.id, [organizations.harbor.id, organizations.college.id]);
    const missing = { ok: false, refusal: "not_found" };
    const strangers: [Context<Inviter>, string][] = [
      [carl(), staff],
      [dana(), staff],
      [tomas(), staff],
      [joan(), staff],
      [priya(), family.value.invitationId],
      [tomas(), member.value.invitationId],
      [owen, member.value.invitationId],
      [ines(), randomUUID()],
    ];
    for (const [ctx, id] of strangers) {
      expect(await revokeInvitation(ctx, changing(id))).toEqual(missing);
      expect(await resendInvitation({ ...ctx, now: later(10) }, changing(id))).toEqual(missing);
    }
    expect(await revokeInvitation(ines(), changing(family.value.invitationId))).toMatchObject({ ok: true });
  });

  it("lists one's own place only", async () => {
    const id = await invited();
    const listed = async (ctx: Parameters<typeof listOpenInvitations>[0]) =>
      (await listOpenInvitations(ctx, STAFF_ROLES)).map((each) => each.id);
    expect(await listed(ines())).toContain(id);
    for (const ctx of [carl(), dana(), tomas()]) expect(await listed(ctx)).not.toContain(id);
    const inviter = await database.db
      .select()
      .from(users)
      .where(and(eq(users.id, people.ines.id)));
    expect((await listOpenInvitations(ines(), STAFF_ROLES))[0]).toMatchObject({ invitedBy: inviter[0]!.name });
  });
});
