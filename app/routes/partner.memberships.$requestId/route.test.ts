import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { membershipRequests, memberships } from "#db/schema/organizations.ts";
import { organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenPerson } from "#tests/support/givens.ts";
import { lastMail } from "#tests/support/mail.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "../partner.people._index/route.tsx";
import { action } from "./route.tsx";

const database = useTestDatabase();
const { college } = organizations;

async function given() {
  const { id: userId, email } = await givenPerson(database.db);
  const [request] = await database.db
    .insert(membershipRequests)
    .values({ userId, organizationId: college.id, requestedAt: TEST_NOW })
    .returning();
  return { userId, email, requestId: request!.id };
}
const decide = async (requestId: string, decision: string, as: string = people.grace.id) =>
  action(
    await ask(database.db, { as, params: { requestId }, form: { decision, idempotencyKey: randomUUID() } }),
  ) as Promise<Response>;
const isMember = async (userId: string) =>
  (await database.db.$count(
    memberships,
    and(eq(memberships.userId, userId), eq(memberships.organizationId, college.id)),
  )) > 0;
const waiting = async () => {
  const page = await loader(await ask(database.db, { as: people.grace.id }));
  return page.organizations.find(({ id }) => id === college.id)!.requests.map(({ id }) => id);
};

it("lets in whom an owner approves, tells them, and shows them no more", async () => {
  const { userId, email, requestId } = await given();
  expect(await waiting()).toContain(requestId);
  expect((await decide(requestId, "approved")).headers.get("Location")).toBe("/partner/people?done=approved");
  expect(await isMember(userId)).toBe(true);
  expect((await lastMail(database.db, email)).kind).toBe("member-membership-decided");
  expect(await waiting()).not.toContain(requestId);
});

it("lets nobody in who is declined, and keeps the first word", async () => {
  const { userId, requestId } = await given();
  expect((await decide(requestId, "declined")).headers.get("Location")).toBe("/partner/people?done=declined");
  expect((await decide(requestId, "approved")).headers.get("Location")).toContain("problem=already_decided");
  expect(await isMember(userId)).toBe(false);
});

it("is decided by an owner of that organization alone", async () => {
  const { userId, requestId } = await given();
  const member = await givenPerson(database.db);
  await database.db.insert(memberships).values({ userId: member.id, organizationId: college.id, role: "member" });
  for (const as of [people.owen.id, people.tomas.id, member.id])
    expect((await thrownBy(decide(requestId, "approved", as))).status).toBe(404);
  expect(await isMember(userId)).toBe(false);
});
