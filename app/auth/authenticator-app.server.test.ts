import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { mails } from "#db/schema/mail.ts";
import { sessions } from "#db/schema/people.ts";
import { authenticators, passkeys, recoveryCodes } from "#db/schema/sign-in.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/keys.ts";
import { asPerson, givenApp, givenPasskey } from "#tests/support/second-factors.ts";
import { codeAt } from "#tests/support/totp.ts";
import { beginApp, confirmApp, getApp, proveByCode, removeApp } from "./authenticator-app.server.ts";
import { countCodes, readCodes, renewCodes } from "./recovery-codes.server.ts";
import { beginSession, sessionUser } from "./sessions.server.ts";

const database = useTestDatabase();
const hal = people.hal.id;
const ctx = (now = TEST_NOW) => asPerson(database.db, hal, now);
const seconds = (count: number) => new Date(TEST_NOW.getTime() + count * 1000);
const prove = (typed: string, now = TEST_NOW, userId: string = hal) =>
  proveByCode(database.db, testKeys, userId, typed, now);

beforeEach(async () => {
  for (const table of [authenticators, recoveryCodes, passkeys, mails, sessions]) await database.db.delete(table);
});

async function begun() {
  await beginApp(ctx(), testKeys);
  const app = await getApp(ctx(), testKeys);
  if (app.state !== "begun") throw new Error(app.state);
  return app.secret;
}
const confirm = (
  code: string,
  { sessionId = randomUUID(), idempotencyKey = randomUUID() }: { sessionId?: string; idempotencyKey?: string } = {},
) => confirmApp(ctx(), testKeys, { code, sessionId, idempotencyKey });

describe("adding an app", () => {
  it("shows one secret until it is confirmed by a first code, and keeps it sealed", async () => {
    const secret = await begun();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    await beginApp(ctx(seconds(60)), testKeys);
    expect(await getApp(ctx(), testKeys)).toEqual({ state: "begun", secret });
    const [stored] = await database.db.select().from(authenticators);
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(await confirm("000000")).toEqual({ ok: false, refusal: "wrong_code" });
    expect(await confirm(codeAt(secret, TEST_NOW))).toMatchObject({ ok: true });
    expect(await getApp(ctx(), testKeys)).toEqual({ state: "on", since: TEST_NOW });
    expect(await confirm(codeAt(secret, TEST_NOW))).toEqual({ ok: false, refusal: "not_begun" });
  });

  it("makes another secret after an hour", async () => {
    const secret = await begun();
    expect(await getApp(ctx(seconds(3601)), testKeys)).toEqual({ state: "none" });
    await beginApp(ctx(seconds(3601)), testKeys);
    expect(await getApp(ctx(seconds(3601)), testKeys)).not.toMatchObject({ secret });
  });

  it("makes recovery codes, tells the person and the log, and sent twice does it once", async () => {
    const code = codeAt(await begun(), TEST_NOW);
    const idempotencyKey: string = randomUUID();
    const [first, second] = [await confirm(code, { idempotencyKey }), await confirm(code, { idempotencyKey })];
    expect(first).toEqual({ ok: true, value: { batch: idempotencyKey } });
    expect(second).toEqual(first);
    expect(await countCodes(ctx())).toBe(10);
    expect(await database.db.select().from(mails)).toMatchObject([
      { kind: "person-second-factor-changed", userId: hal, data: { change: "app_added" } },
    ]);
    const log = await database.db.select().from(events).where(eq(events.name, "person.second_factor_added"));
    expect(log.at(-1)).toMatchObject({ actorId: hal, subjectId: hal, detail: { change: "app_added" } });
  });

  it("ends the person's other sessions when it is their first, and marks this one", async () => {
    const begin = () =>
      beginSession(database.db, { userId: hal, now: TEST_NOW, device: "", method: "password", secondFactorAt: null });
    const [own, other] = [await begin(), await begin()];
    const holder = (token: string) => sessionUser(database.db, token, { now: TEST_NOW, demoAllowed: true });
    const { session } = (await holder(own))!;
    await confirm(codeAt(await begun(), TEST_NOW), { sessionId: session.id });
    expect((await holder(own))?.session.secondFactorAt).toEqual(TEST_NOW);
    expect(await holder(other)).toBeNull();
  });
});

describe("a code of the app", () => {
  it("is accepted in its half minute, the one before and the one after, and no further", async () => {
    const { secret } = await givenApp(database.db, hal);
    for (const [off, accepted] of [
      [-90, false],
      [90, false],
      [-30, true],
      [0, true],
      [30, true],
    ] as const)
      expect([off, (await prove(codeAt(secret, seconds(off)))) === "app"]).toEqual([off, accepted]);
  });

  it("is accepted once, also by two at the same moment, and then no earlier one", async () => {
    const { secret } = await givenApp(database.db, hal);
    const code = codeAt(secret, TEST_NOW);
    const answers = await Promise.all(Array.from({ length: 8 }, () => prove(code)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await prove(codeAt(secret, seconds(-30)))).toBeNull();
  });

  it("may be typed with a space, and is worth nothing for someone else or before it is confirmed", async () => {
    const { secret } = await givenApp(database.db, hal);
    const code = codeAt(secret, TEST_NOW);
    expect(await prove(code, TEST_NOW, people.mei.id)).toBeNull();
    expect(await prove(`${code.slice(0, 3)} ${code.slice(3)}`)).toBe("app");
    await database.db.delete(authenticators);
    expect(await prove(codeAt(await begun(), TEST_NOW))).toBeNull();
  });
});

describe("recovery codes", () => {
  it("work once each, however they are copied, and for nobody else", async () => {
    const { codes } = await givenApp(database.db, hal);
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    const [first = "", second = ""] = codes;
    expect(await prove(first, TEST_NOW, people.mei.id)).toBeNull();
    expect(await prove(first)).toBe("recovery_code");
    expect(await prove(first)).toBeNull();
    expect(await prove(` ${second.toUpperCase().replace("-", " ").replaceAll("0", "O")} `)).toBe("recovery_code");
    expect(await countCodes(ctx())).toBe(8);
    expect(JSON.stringify(await database.db.select().from(recoveryCodes))).not.toContain(codes[2]);
  });

  it("are spent once by fifty at the same moment", async () => {
    const { codes } = await givenApp(database.db, hal);
    const answers = await Promise.all(Array.from({ length: 50 }, () => prove(codes[0]!)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it("replace older ones, show the same to the same form, and need a second factor", async () => {
    const idempotencyKey = randomUUID();
    expect(await renewCodes(ctx(), testKeys, { idempotencyKey })).toEqual({ ok: false, refusal: "no_second_factor" });
    const { codes } = await givenApp(database.db, hal);
    for (let i = 0; i < 2; i++)
      expect(await renewCodes(ctx(), testKeys, { idempotencyKey })).toEqual({
        ok: true,
        value: { batch: idempotencyKey },
      });
    const renewed = await readCodes(ctx(), testKeys, idempotencyKey);
    expect(await prove(codes[0]!)).toBeNull();
    await renewCodes(ctx(), testKeys, { idempotencyKey: randomUUID() });
    expect(await readCodes(ctx(), testKeys, idempotencyKey)).toBeNull();
    expect(await prove(renewed![0]!)).toBeNull();
  });
});

describe("removing the app", () => {
  const remove = (code: string, mayBeLast: Parameters<typeof removeApp>[2]["mayBeLast"] = "yes") =>
    removeApp(ctx(), testKeys, { code, idempotencyKey: randomUUID(), mayBeLast });

  it("takes a current code, and takes the recovery codes along with the last factor", async () => {
    const { secret } = await givenApp(database.db, hal);
    expect(await remove("000000")).toEqual({ ok: false, refusal: "wrong_code" });
    expect(await remove(codeAt(secret, TEST_NOW))).toEqual({ ok: true, value: null });
    expect(await countCodes(ctx())).toBe(0);
    expect(await remove(codeAt(secret, TEST_NOW))).toEqual({ ok: false, refusal: "not_on" });
    const told = await database.db.select().from(mails).where(eq(mails.userId, hal));
    expect(told.map(({ data }) => data)).toContainEqual({ change: "app_removed" });
  });

  it("is refused while it is the last and one is needed, without using the code up", async () => {
    const { secret } = await givenApp(database.db, hal);
    const code = codeAt(secret, TEST_NOW);
    expect(await remove(code, "demanded")).toEqual({ ok: false, refusal: "demanded" });
    expect(await remove(code, "password_short")).toEqual({ ok: false, refusal: "password_short" });
    await givenPasskey(database.db, hal);
    expect(await remove(code, "demanded")).toEqual({ ok: true, value: null });
    expect(await countCodes(ctx())).toBe(10);
  });
});
