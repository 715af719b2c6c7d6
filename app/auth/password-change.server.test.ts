import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { mails } from "#db/schema/mail.ts";
import { sessions, users } from "#db/schema/people.ts";
import { authenticators, oneTimeLinks, signInAttempts } from "#db/schema/sign-in.ts";
import { people } from "#db/seed/cast.ts";
import { RESET_PASSWORD } from "#app/domain/mail/link-purposes.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/keys.ts";
import { createLink, lookAtLink } from "./one-time-links.server.ts";
import { changePassword, resetPassword } from "./password-change.server.ts";
import { beginSession, sessionUser } from "./sessions.server.ts";

const database = useTestDatabase();
const { hal } = people;
const device = "Firefox · Linux";
const parts = () => ({ db: database.db, keys: testKeys, now: TEST_NOW, demoAllowed: true });
const begin = () =>
  beginSession(database.db, { userId: hal.id, now: TEST_NOW, device, method: "password", secondFactorAt: null });
const holder = (token: string) => sessionUser(database.db, token, { now: TEST_NOW, demoAllowed: true });

beforeEach(async () => {
  for (const table of [sessions, oneTimeLinks, mails, signInAttempts, authenticators]) await database.db.delete(table);
});

async function givenReset() {
  const id = await createLink(parts(), { purpose: "reset_password", userId: hal.id, email: hal.email });
  return testKeys.sign(RESET_PASSWORD, id);
}
const reset = (token: string) => resetPassword(parts(), { token, passwordHash: "$argon2id$new", device });

describe("a password that was reset by mail", () => {
  it("S8: ends every session, waiting sign-in and older link at once, and tells the person and the log", async () => {
    const [first, second] = [await begin(), await begin()];
    const other = await givenReset();
    const waiting = { id: "attempt", step: "second_factor" as const, userId: hal.id, expiresAt: TEST_NOW };
    await database.db.insert(signInAttempts).values(waiting);
    const outcome = await reset(await givenReset());
    if (!outcome.ok || outcome.value.step !== "session") throw new Error("not in");
    expect([await holder(first), await holder(second)]).toEqual([null, null]);
    expect((await holder(outcome.value.token))?.id).toBe(hal.id);
    expect(await lookAtLink(parts(), "reset_password", other)).toBeNull();
    expect(await database.db.$count(signInAttempts)).toBe(0);
    const [user] = await database.db.select().from(users).where(eq(users.id, hal.id));
    expect(user?.passwordHash).toBe("$argon2id$new");
    const told = await database.db.select().from(mails).where(eq(mails.userId, hal.id));
    expect(told.map(({ kind }) => kind)).toContain("person-password-changed");
    const changed = and(eq(events.subjectId, hal.id), eq(events.name, "person.password_changed"));
    expect(await database.db.select().from(events).where(changed)).toMatchObject([{ detail: { how: "reset" } }]);
  });

  it("S10: is set once of fifty clicks", async () => {
    const token = await givenReset();
    const answers = await Promise.all(Array.from({ length: 50 }, () => reset(token)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.db.$count(sessions)).toBe(1);
  });

  it("is no way around a second factor", async () => {
    await database.db
      .insert(authenticators)
      .values({ userId: hal.id, sealedSecret: "sealed", confirmedAt: TEST_NOW, createdAt: TEST_NOW });
    expect(await reset(await givenReset())).toMatchObject({ ok: true, value: { step: "second_factor" } });
    expect(await database.db.$count(sessions)).toBe(0);
  });
});

it("S8: a password that was changed ends all sessions but the one that changed it, once", async () => {
  const [here, elsewhere] = [await begin(), await begin()];
  const session = (await holder(here))!.session;
  const ctx = { db: database.db, now: TEST_NOW, actor: { kind: "person", userId: hal.id } as const };
  const change = { passwordHash: "$argon2id$newer", sessionId: session.id, idempotencyKey: randomUUID() };
  for (let i = 0; i < 2; i++) expect(await changePassword(ctx, change)).toEqual({ ok: true, value: null });
  expect(await holder(here)).not.toBeNull();
  expect(await holder(elsewhere)).toBeNull();
  expect(await database.db.$count(mails, eq(mails.kind, "person-password-changed"))).toBe(1);
});
