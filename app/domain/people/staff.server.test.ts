import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { rolesOf } from "#app/auth/roles.server.ts";
import { beginSession, sessionUser } from "#app/auth/sessions.server.ts";
import { events } from "#db/schema/events.ts";
import { invitations } from "#db/schema/invitations.ts";
import { districtStaff, users } from "#db/schema/people.ts";
import { districts, people, staff } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin, asCoordinator, asPerson } from "#tests/support/givens.ts";
import { acceptInvitation } from "./accepting.server.ts";
import {
  changeStaffRole,
  countStaff,
  disableStaff,
  enableStaff,
  getStaffMember,
  listAdmins,
  listStaff,
} from "./staff.server.ts";

const database = useTestDatabase();
const { dana, ines, marcus, priya } = people;
const asInes = () => asAdmin(database.db, ines.id, districts.riverbend.id);
const asDana = () => asAdmin(database.db, dana.id, districts.riverbend.id);
const asCarl = () => asAdmin(database.db, people.carl.id, districts.lakeshore.id);
const of = (userId: string) => ({ userId, idempotencyKey: randomUUID() });
const rowOf = async (userId: string) =>
  (await database.db.select().from(districtStaff).where(eq(districtStaff.userId, userId)))[0];

beforeEach(async () => {
  await database.db.delete(districtStaff);
  await database.db.insert(districtStaff).values([...staff]);
});

it("takes a role away at once, in every session, and says who did", async () => {
  const begun = { userId: dana.id, now: TEST_NOW, device: "", method: "password" as const, secondFactorAt: null };
  const token = await beginSession(database.db, begun);
  expect(await disableStaff(asInes(), of(dana.id))).toEqual({ ok: true, value: { name: dana.name } });
  expect(await sessionUser(database.db, token, { now: TEST_NOW, demoAllowed: true })).toBeNull();
  expect((await rolesOf(database.db, dana.id)).staffOf).toBeNull();
  expect(await rowOf(dana.id)).toMatchObject({ disabledAt: TEST_NOW, disabledBy: ines.id });
  const [listed] = (await listStaff(asInes(), { show: "all" })).filter(({ userId }) => userId === dana.id);
  expect(listed).toMatchObject({ disabledBy: ines.name });
  const [event] = await database.db.select().from(events).where(eq(events.name, "staff.disabled"));
  expect(event).toMatchObject({ subjectId: dana.id, actorId: ines.id, districtId: districts.riverbend.id });
});

it("takes the invitations with it that would give it back", async () => {
  const place = { districtId: districts.riverbend.id, email: dana.email.toUpperCase(), role: "admin" } as const;
  const sent = { lastSentAt: TEST_NOW, expiresAt: new Date(TEST_NOW.getTime() + 86_400_000) };
  const [open] = await database.db
    .insert(invitations)
    .values({ ...place, ...sent })
    .returning();
  await disableStaff(asInes(), of(dana.id));
  const accepting = acceptInvitation(asPerson(database.db, dana.id), { invitationId: open!.id });
  expect(await accepting).toEqual({ ok: false, refusal: "not_open" });
  expect((await rolesOf(database.db, dana.id)).staffOf).toBeNull();
});

it("gives it back", async () => {
  await disableStaff(asInes(), of(dana.id));
  expect((await enableStaff(asInes(), of(dana.id))).ok).toBe(true);
  expect((await rolesOf(database.db, dana.id)).staffOf).toMatchObject({ role: "coordinator" });
});

it("changes a role", async () => {
  expect((await changeStaffRole(asInes(), { ...of(marcus.id), role: "admin" })).ok).toBe(true);
  expect(await rowOf(marcus.id)).toMatchObject({ role: "admin" });
});

it("refuses oneself, another district's people and who is nobody's", async () => {
  expect(await disableStaff(asInes(), of(ines.id))).toEqual({ ok: false, refusal: "yourself" });
  for (const [ctx, userId] of [
    [asInes(), priya.id],
    [asCarl(), dana.id],
    [asInes(), people.hal.id],
    [asInes(), randomUUID()],
  ] as const) {
    const missing = { ok: false, refusal: "not_found" };
    expect(await disableStaff(ctx, of(userId))).toEqual(missing);
    expect(await enableStaff(ctx, of(userId))).toEqual(missing);
    expect(await changeStaffRole(ctx, { ...of(userId), role: "admin" })).toEqual(missing);
    expect(await getStaffMember(ctx, userId)).toBeNull();
  }
  expect(await rowOf(dana.id)).toMatchObject({ disabledAt: null, role: "coordinator" });
});

it("leaves a district its admin when two take each other's role at once", async () => {
  for (let round = 0; round < 5; round++) {
    await database.db
      .update(districtStaff)
      .set({ role: "admin", disabledAt: null })
      .where(eq(districtStaff.userId, dana.id));
    await database.db.update(districtStaff).set({ disabledAt: null }).where(eq(districtStaff.userId, ines.id));
    const outcomes = await Promise.all([disableStaff(asInes(), of(dana.id)), disableStaff(asDana(), of(ines.id))]);
    expect(outcomes.map((each) => each.ok || each.refusal).toSorted()).toEqual(["not_admin", true]);
    const left = [await rowOf(dana.id), await rowOf(ines.id)].filter((row) => !row?.disabledAt);
    expect(left).toHaveLength(1);
  }
});

describe("the report of who was not seen", () => {
  const ago = (days: number) => new Date(TEST_NOW.getTime() - days * 86_400_000);

  it("counts 90 days from the last visit, or from the beginning for whoever never came", async () => {
    await database.db.update(districtStaff).set({ createdAt: ago(200) });
    await database.db
      .update(users)
      .set({ lastSeenAt: ago(89) })
      .where(eq(users.id, dana.id));
    await database.db
      .update(users)
      .set({ lastSeenAt: ago(91) })
      .where(eq(users.id, marcus.id));
    await database.db.update(users).set({ lastSeenAt: null }).where(eq(users.id, ines.id));
    const unseen = (await listStaff(asInes(), { show: "unseen", page: 1 })).map(({ userId }) => userId);
    expect(unseen.toSorted()).toEqual([marcus.id, ines.id].toSorted());
    expect(await countStaff(asInes())).toEqual({ all: 3, unseen: 2 });
  });
});

it("names to a coordinator the admins of their own district who may still enter", async () => {
  const asked = asCoordinator(database.db, dana.id, districts.riverbend.id);
  expect(await listAdmins(asked)).toEqual([{ name: ines.name, email: ines.email }]);
  await database.db.update(districtStaff).set({ disabledAt: TEST_NOW }).where(eq(districtStaff.userId, ines.id));
  expect(await listAdmins(asked)).toEqual([]);
});
