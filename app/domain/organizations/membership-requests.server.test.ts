import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { mails } from "#db/schema/mail.ts";
import { membershipRequests, memberships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import type { Context, Person } from "#app/domain/context.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, asPartner, givenPerson } from "#tests/support/givens.ts";
import {
  decideMembershipRequest,
  listMembershipRequests,
  listOwnMembershipRequests,
  requestMembership,
} from "./membership-requests.server.ts";

const database = useTestDatabase();
const as = (userId: string): Context<Person> => ({ db: database.db, now: TEST_NOW, actor: { kind: "person", userId } });
const asking = (organizationId: string) => ({ organizationId, idempotencyKey: randomUUID() });
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const grace = () => asPartner(database.db, people.grace.id, [organizations.college.id, organizations.kitchen.id]);
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);

async function givenRequest(organizationId: string) {
  const person = await givenPerson(database.db);
  await requestMembership(as(person.id), asking(organizationId));
  const [request] = await database.db.select().from(membershipRequests).where(eq(membershipRequests.userId, person.id));
  return { person, requestId: request!.id };
}
const deciding = (requestId: string, decision: "approved" | "declined" = "approved") => ({
  requestId,
  decision,
  idempotencyKey: randomUUID(),
});
const membershipOf = (userId: string) => database.db.select().from(memberships).where(eq(memberships.userId, userId));
const toldOf = async (requestId: string, kind: string) =>
  (await database.db.select().from(mails).where(eq(mails.kind, kind)))
    .filter(({ data }) => data.requestId === requestId)
    .map(({ userId }) => userId);

it("tells owners and the coordinators of districts that approved it, once", async () => {
  const { person, requestId } = await givenRequest(organizations.college.id);
  const told = [people.grace.id, people.dana.id, people.marcus.id];
  expect((await toldOf(requestId, "owner-membership-requested")).toSorted()).toEqual(told.toSorted());
  expect(await requestMembership(as(person.id), asking(organizations.college.id))).toMatchObject({ ok: true });
  expect(await toldOf(requestId, "owner-membership-requested")).toHaveLength(3);
  expect(await listOwnMembershipRequests(as(person.id))).toMatchObject([
    { organization: "Riverbend Community College" },
  ]);
  expect(await database.db.select().from(events).where(eq(events.subjectId, requestId))).toMatchObject([
    { name: "membership.requested", actorId: person.id, detail: { organizationId: organizations.college.id } },
  ]);
});

it.each([
  ["not_found", () => people.ruth.id, () => randomUUID()],
  ["already_member", () => people.tomas.id, () => organizations.bluestem.id],
  ["not_for_students", () => people.leo.id, () => organizations.bluestem.id],
] as const)("asking is refused: %s", async (refusal, who, organization) => {
  expect(await requestMembership(as(who()), asking(organization()))).toEqual({ ok: false, refusal });
});

it.each([
  ["an owner", grace, undefined],
  ["a coordinator of its district", dana, districts.riverbend.id],
])("is decided by %s: a member, told, logged", async (_who, ctx, districtId) => {
  const { person, requestId } = await givenRequest(organizations.college.id);
  expect(await listMembershipRequests(ctx())).toContainEqual(expect.objectContaining({ id: requestId }));
  expect(await decideMembershipRequest(ctx(), deciding(requestId))).toMatchObject({ ok: true });
  expect(await membershipOf(person.id)).toMatchObject([{ organizationId: organizations.college.id, role: "member" }]);
  expect(await toldOf(requestId, "member-membership-decided")).toEqual([person.id]);
  const [event] = await database.db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, requestId), eq(events.name, "membership.approved")));
  expect(event).toMatchObject({ actorId: ctx().actor.userId, districtId: districtId ?? null });
  expect(await decideMembershipRequest(ctx(), deciding(requestId, "declined"))).toEqual({
    ok: false,
    refusal: "already_decided",
  });
});

it("declining makes nobody a member, and one may ask again", async () => {
  const { person, requestId } = await givenRequest(organizations.college.id);
  expect(await decideMembershipRequest(grace(), deciding(requestId, "declined"))).toMatchObject({ ok: true });
  expect(await membershipOf(person.id)).toEqual([]);
  expect(await requestMembership(as(person.id), asking(organizations.college.id))).toMatchObject({ ok: true });
  expect(await listOwnMembershipRequests(as(person.id))).toHaveLength(1);
});

it.each([
  ["another organization's owner", tomas, organizations.college.id],
  ["a member who is no owner", grace, organizations.kitchen.id],
  ["another district's coordinator", priya, organizations.college.id],
  ["a district that has not approved it", priya, organizations.kitchen.id],
])("answers %s as if it were not there", async (_who, ctx, organizationId) => {
  const { person, requestId } = await givenRequest(organizationId);
  expect(await decideMembershipRequest(ctx(), deciding(requestId))).toEqual({ ok: false, refusal: "not_found" });
  expect(await listMembershipRequests(ctx())).not.toContainEqual(expect.objectContaining({ id: requestId }));
  expect(await membershipOf(person.id)).toEqual([]);
});

it("of two who decide at once, one is refused", async () => {
  const { requestId } = await givenRequest(organizations.college.id);
  const outcomes = await Promise.all([
    decideMembershipRequest(grace(), deciding(requestId)),
    decideMembershipRequest(dana(), deciding(requestId, "declined")),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});
