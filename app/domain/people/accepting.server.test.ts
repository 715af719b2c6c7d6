import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { invitations } from "#db/schema/invitations.ts";
import { mails } from "#db/schema/mail.ts";
import { memberships } from "#db/schema/organizations.ts";
import { districtStaff, sessions, students, users } from "#db/schema/people.ts";
import { beginSession } from "#app/auth/sessions.server.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPerson, asVisitor } from "#tests/support/givens.ts";
import { acceptInvitation, forgetInvitation, getInvitation, joinByInvitation } from "./accepting.server.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
type Row = typeof invitations.$inferInsert;

let number = 0;
async function given(row: Partial<Row>): Promise<{ id: string; email: string }> {
  // Of one address there is one open invitation to a place.
  if (row.email)
    await database.db
      .delete(invitations)
      .where(
        and(
          eq(sql`lower(${invitations.email})`, row.email.toLowerCase()),
          eq(invitations.role, row.role ?? "coordinator"),
        ),
      );
  const [invitation] = await database.db
    .insert(invitations)
    .values({
      ...{ districtId: row.organizationId ? null : riverbend.id, email: `new-${++number}@example.org` },
      ...{ role: "coordinator", lastSentAt: TEST_NOW, expiresAt: new Date(TEST_NOW.getTime() + 1000), ...row },
    })
    .returning();
  return invitation!;
}
const accept = (userId: string, invitationId: string) =>
  acceptInvitation(asPerson(database.db, userId), { invitationId });
const join = (invitationId: string, more = {}) =>
  joinByInvitation(asVisitor(database.db), {
    ...{ invitationId, name: "Nora New", passwordHash: null, locale: "es" as const },
    ...more,
  });
const staffOf = async (userId: string) =>
  (await database.db.select().from(districtStaff).where(eq(districtStaff.userId, userId)))[0];

describe("somebody new", () => {
  it("gets a verified account with the role, and the log names neither name nor address", async () => {
    const { id, email } = await given({});
    const outcome = await join(id);
    if (!outcome.ok) throw new Error(outcome.refusal);
    const { userId } = outcome.value;
    const [user] = await database.db.select().from(users).where(eq(users.id, userId));
    expect(user).toMatchObject({ email, name: "Nora New", locale: "es", emailVerifiedAt: TEST_NOW });
    expect(await staffOf(userId)).toMatchObject({ districtId: riverbend.id, role: "coordinator" });
    const log = await database.db.select().from(events).where(eq(events.subjectId, id));
    expect(log).toMatchObject([{ name: "invitation.accepted", actorId: userId, detail: { role: "coordinator" } }]);
  });

  it("joins once of fifty clicks at once", async () => {
    const { id, email } = await given({ role: "parent" });
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => join(id)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(outcomes.map((each) => (each.ok ? "ok" : each.refusal)))).toEqual(new Set(["ok", "not_open"]));
    expect(await database.db.$count(users, eq(users.email, email))).toBe(1);
  });

  it("does not get an account somebody made of their address without reading its mail", async () => {
    const { id, email } = await given({});
    const [squatter] = await database.db
      .insert(users)
      .values({ email, name: "Squatter", passwordHash: "$argon2id$theirs" })
      .returning();
    const outcome = await join(id);
    expect(outcome.ok && outcome.value.userId).not.toBe(squatter!.id);
    expect(await database.db.$count(users, eq(users.id, squatter!.id))).toBe(0);
  });

  it("is sent to sign in where the address has an account", async () => {
    const { id } = await given({ email: people.hal.email.toUpperCase() });
    expect(await getInvitation(database.db, id, TEST_NOW)).toMatchObject({ hasAccount: true, state: "open" });
    expect(await join(id)).toEqual({ ok: false, refusal: "has_account" });
  });

  it("under 13 leaves nothing behind", async () => {
    const { id, email } = await given({ role: "student" });
    await database.db.insert(mails).values({
      ...{ kind: "person-invited", address: email, locale: "en", data: { invitationId: id }, dueAt: TEST_NOW },
    });
    await forgetInvitation(asVisitor(database.db), id);
    expect(await getInvitation(database.db, id, TEST_NOW)).toBeNull();
    expect(await database.db.$count(mails, sql`${mails.data} ->> 'invitationId' = ${id}`)).toBe(0);
  });
});

describe("somebody with an account", () => {
  it("takes the role on, and every session of before ends", async () => {
    const { owen } = people;
    const begun = { now: TEST_NOW, device: "", method: "password" as const, secondFactorAt: null };
    await beginSession(database.db, { userId: owen.id, ...begun });
    const { id } = await given({ organizationId: organizations.college.id, role: "owner", email: owen.email });
    expect(await accept(owen.id, id)).toEqual({ ok: true, value: { userId: owen.id } });
    const acts = await database.db.select().from(memberships).where(eq(memberships.userId, owen.id));
    expect(acts).toContainEqual(expect.objectContaining({ organizationId: organizations.college.id, role: "owner" }));
    expect(await database.db.$count(sessions, eq(sessions.userId, owen.id))).toBe(0);
  });

  it("is refused with another address than the invited one", async () => {
    const { id } = await given({ email: people.hal.email });
    expect(await accept(people.mei.id, id)).toEqual({ ok: false, refusal: "other_address" });
    expect(await staffOf(people.mei.id)).toBeUndefined();
  });

  it.each([
    ["staff", people.priya, "coordinator", "staff_elsewhere"],
    ["a student", people.noah, "student", "student_elsewhere"],
    ["a parent", people.ruth, "parent", "parent_elsewhere"],
  ] as const)("is refused as %s of another district", async (_as, { id: userId, email }, role, refusal) => {
    const { id } = await given({ email, role });
    expect(await accept(userId, id)).toEqual({ ok: false, refusal });
    expect(await getInvitation(database.db, id, TEST_NOW)).toMatchObject({ state: "open" });
  });

  it("is made an admin, and no coordinator again by an older invitation", async () => {
    const { marcus } = people;
    const up = await given({ email: marcus.email, role: "admin" });
    const down = await given({ email: marcus.email, role: "coordinator" });
    await accept(marcus.id, up.id);
    await accept(marcus.id, down.id);
    expect(await staffOf(marcus.id)).toMatchObject({ role: "admin" });
  });

  it("is taken on again, also by another district, once their work for one has ended", async () => {
    const { id, email } = people.priya;
    await database.db.update(districtStaff).set({ disabledAt: TEST_NOW }).where(eq(districtStaff.userId, id));
    await accept(id, (await given({ email })).id);
    expect(await staffOf(id)).toMatchObject({ districtId: riverbend.id, disabledAt: null, createdAt: TEST_NOW });
    await database.db.update(districtStaff).set({ districtId: lakeshore.id }).where(eq(districtStaff.userId, id));
  });
});

it.each([
  ["accepted", { acceptedAt: TEST_NOW }],
  ["revoked", { revokedAt: TEST_NOW }],
  ["expired", { expiresAt: TEST_NOW }],
] as const)("is good for nothing once %s", async (state, row) => {
  const { id } = await given({ ...row, role: "student" });
  expect(await getInvitation(database.db, id, TEST_NOW)).toMatchObject({ state });
  expect(await join(id)).toEqual({ ok: false, refusal: "not_open" });
  expect(await accept(people.hal.id, id)).toEqual({ ok: false, refusal: "not_open" });
  expect(await database.db.$count(students, eq(students.userId, people.hal.id))).toBe(0);
});

it("is not there by an id nobody has", async () => {
  expect(await getInvitation(database.db, randomUUID(), TEST_NOW)).toBeNull();
  expect(await join(randomUUID())).toEqual({ ok: false, refusal: "not_open" });
});
