import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { memberships } from "#db/schema/organizations.ts";
import { sessions, users } from "#db/schema/people.ts";
import { beginSession } from "#app/auth/sessions.server.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { closeFamilyAccount, countFamilies, getFamilyMember } from "./families.server.ts";
import { listFamilies, openFamilyAccount } from "./families.server.ts";

const database = useTestDatabase();
const { leo, ana, rosa, noah } = people;
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const of = (userId: string) => ({ userId, idempotencyKey: randomUUID() });
const closing = (userId: string) => ({ ...of(userId), reason: "left_district" as const });
const isClosed = async (id: string) =>
  (await database.db.select().from(users).where(eq(users.id, id)))[0]?.disabledAt !== null;

it("lists the district's own, by name, without more than is needed", async () => {
  const rows = await listFamilies(dana(), { role: "student", page: 1 });
  expect(rows.map(({ name }) => name)).toEqual([ana.name, leo.name]);
  expect(Object.keys(rows[0]!).toSorted()).toEqual(
    ["disabledAt", "lastSeenAt", "name", "school", "since", "userId"].toSorted(),
  );
  expect(await countFamilies(priya())).toEqual({ student: 1, parent: 1 });
});

it("closes an account with a reason: sessions end, the log says why and not who", async () => {
  const begun = { now: TEST_NOW, device: "", method: "password" as const, secondFactorAt: null };
  await beginSession(database.db, { userId: leo.id, ...begun });
  expect(await closeFamilyAccount(dana(), closing(leo.id))).toEqual({ ok: true, value: { role: "student" } });
  expect(await isClosed(leo.id)).toBe(true);
  expect(await database.db.$count(sessions, eq(sessions.userId, leo.id))).toBe(0);
  const log = await database.db.select().from(events).where(eq(events.subjectId, leo.id));
  expect(log).toMatchObject([{ name: "person.disabled", detail: { reason: "left_district" } }]);
  expect((await openFamilyAccount(dana(), of(leo.id))).ok).toBe(true);
  expect(await isClosed(leo.id)).toBe(false);
});

it("refuses another district, staff, partners and whoever is no family", async () => {
  for (const [ctx, userId] of [
    [priya(), leo.id],
    [dana(), noah.id],
    [dana(), people.marcus.id],
    [dana(), people.hal.id],
    [dana(), randomUUID()],
  ] as const) {
    expect(await closeFamilyAccount(ctx, closing(userId))).toEqual({ ok: false, refusal: "not_found" });
    expect(await openFamilyAccount(ctx, of(userId))).toEqual({ ok: false, refusal: "not_found" });
    expect(await getFamilyMember(ctx, userId)).toBeNull();
  }
  await database.db
    .insert(memberships)
    .values({ userId: rosa.id, organizationId: organizations.kitchen.id, role: "member" });
  expect(await closeFamilyAccount(dana(), closing(rosa.id))).toEqual({ ok: false, refusal: "other_roles" });
  expect(await isClosed(rosa.id)).toBe(false);
});
