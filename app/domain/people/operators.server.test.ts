import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { operators, users } from "#db/schema/people.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { nameOperator } from "./operators.server.ts";

const database = useTestDatabase();
const ctx = () => ({ db: database.db, now: TEST_NOW, actor: { kind: "system" as const, userId: null } });

it("makes an account that signs in by mail, once however often it is said", async () => {
  for (let i = 0; i < 2; i++) await nameOperator(ctx(), { email: "olga@platform.example", name: "Olga Perez" });
  const [user, ...others] = await database.db.select().from(users).where(eq(users.email, "olga@platform.example"));
  expect(user).toMatchObject({ name: "Olga Perez", passwordHash: null, emailVerifiedAt: TEST_NOW });
  expect(others).toEqual([]);
  expect(await database.db.$count(operators, eq(operators.userId, user!.id))).toBe(1);
  expect(await database.db.$count(events, eq(events.subjectId, user!.id))).toBe(1);
});

it("keeps the account of somebody who has one", async () => {
  await nameOperator(ctx(), { email: people.hal.email.toUpperCase(), name: "Somebody Else" });
  expect(await database.db.$count(operators, eq(operators.userId, people.hal.id))).toBe(1);
  const [hal] = await database.db.select().from(users).where(eq(users.id, people.hal.id));
  expect(hal?.name).toBe(people.hal.name);
});
