import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { memberships as table } from "#db/schema/organizations.ts";
import { sessions } from "#db/schema/people.ts";
import { beginSession } from "#app/auth/sessions.server.ts";
import { memberships, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPartner } from "#tests/support/givens.ts";
import { changeMemberRole, listOrganizationPeople, removeMember } from "./members.server.ts";

const database = useTestDatabase();
const { grace, hal, mei, tomas } = people;
const { college, kitchen } = organizations;
const asGrace = () => asPartner(database.db, grace.id, [college.id, kitchen.id]);
const asHal = () => asPartner(database.db, hal.id, [organizations.parks.id, college.id]);
const asTomas = () => asPartner(database.db, tomas.id, [organizations.bluestem.id]);
const of = (userId: string, organizationId: string = college.id) => ({
  ...{ userId, organizationId, idempotencyKey: randomUUID() },
});
const roleOf = async (userId: string, organizationId: string = college.id) =>
  (
    await database.db
      .select()
      .from(table)
      .where(and(eq(table.userId, userId), eq(table.organizationId, organizationId)))
  )[0]?.role;

beforeEach(async () => {
  await database.db.delete(table);
  await database.db
    .insert(table)
    .values([...memberships, { userId: hal.id, organizationId: college.id, role: "member" }]);
});

it("shows each organization a person acts for, and no other", async () => {
  const listed = await listOrganizationPeople(asGrace());
  expect(listed.map(({ name, role, people: all }) => [name, role, all.map((person) => person.name)])).toEqual([
    [college.name, "owner", [grace.name, hal.name]],
    [kitchen.name, "member", [grace.name]],
  ]);
});

it("lets an owner change a role and take somebody off, whose sessions end", async () => {
  const begun = { now: TEST_NOW, device: "", method: "password" as const, secondFactorAt: null };
  await beginSession(database.db, { userId: hal.id, ...begun });
  expect((await changeMemberRole(asGrace(), { ...of(hal.id), role: "owner" })).ok).toBe(true);
  expect(await roleOf(hal.id)).toBe("owner");
  expect(await database.db.$count(sessions, eq(sessions.userId, hal.id))).toBe(0);
  expect((await removeMember(asGrace(), of(hal.id))).ok).toBe(true);
  expect(await roleOf(hal.id)).toBeUndefined();
});

it("lets a member leave, and change nothing", async () => {
  expect(await changeMemberRole(asHal(), { ...of(hal.id), role: "owner" })).toEqual({
    ok: false,
    refusal: "not_owner",
  });
  expect(await removeMember(asHal(), of(grace.id))).toEqual({ ok: false, refusal: "not_owner" });
  expect((await removeMember(asHal(), of(hal.id))).ok).toBe(true);
  expect(await roleOf(hal.id)).toBeUndefined();
});

it("is not found by others, nor for whoever is not in it", async () => {
  const missing = { ok: false, refusal: "not_found" };
  expect(await removeMember(asTomas(), of(hal.id))).toEqual(missing);
  expect(await changeMemberRole(asTomas(), { ...of(hal.id), role: "owner" })).toEqual(missing);
  expect(await removeMember(asGrace(), of(mei.id))).toEqual(missing);
  expect(await removeMember(asGrace(), of(hal.id, randomUUID()))).toEqual(missing);
});

it("keeps the last owner, also when the last two go at once", async () => {
  const last = { ok: false, refusal: "last_owner" };
  expect(await removeMember(asGrace(), of(grace.id))).toEqual(last);
  expect(await changeMemberRole(asGrace(), { ...of(grace.id), role: "member" })).toEqual(last);
  for (let round = 0; round < 5; round++) {
    await database.db.update(table).set({ role: "owner" }).where(eq(table.organizationId, college.id));
    const outcomes = await Promise.all([
      changeMemberRole(asGrace(), { ...of(grace.id), role: "member" }),
      changeMemberRole(asHal(), { ...of(hal.id), role: "member" }),
    ]);
    expect(outcomes.map((each) => each.ok || each.refusal).toSorted()).toEqual(["last_owner", true]);
    expect(await database.db.$count(table, and(eq(table.organizationId, college.id), eq(table.role, "owner")))).toBe(1);
  }
});
