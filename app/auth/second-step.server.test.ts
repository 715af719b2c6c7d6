import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { sessions, users } from "#db/schema/people.ts";
import { authenticators, recoveryCodes, signInAttempts } from "#db/schema/sign-in.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/keys.ts";
import { givenApp } from "#tests/support/second-factors.ts";
import { codeAt } from "#tests/support/totp.ts";
import { enter } from "./entering.server.ts";
import { getSecondStep, proveSecondStep } from "./second-step.server.ts";

const database = useTestDatabase();
const hal = people.hal.id;
let secret: string;
let codes: string[];

beforeEach(async () => {
  for (const table of [authenticators, recoveryCodes, sessions]) await database.db.delete(table);
  ({ secret, codes } = await givenApp(database.db, hal));
});

const parts = (now = TEST_NOW, demoAllowed = true) => ({ db: database.db, keys: testKeys, now, demoAllowed });
async function firstStep(method: "password" | "email_link" = "password") {
  const entering = { userId: hal, method, device: "Firefox", now: TEST_NOW, secondFactorProven: false };
  const entered = await enter(database.db, entering);
  if (entered.step !== "second_factor") throw new Error(entered.step);
  return entered.token;
}
const prove = (token: string, code: string, now?: Date) =>
  proveSecondStep(parts(now), { token, code, device: "Firefox" });
const over = { ok: false, refusal: "over" };

it("begins a session with the first step's method once the code is right, and only once", async () => {
  const token = await firstStep("email_link");
  const code = codeAt(secret, TEST_NOW);
  expect(await prove(token, code)).toMatchObject({ ok: true, value: { step: "session", userId: hal } });
  expect(await database.db.select().from(sessions)).toMatchObject([{ method: "email_link", secondFactorAt: TEST_NOW }]);
  expect(await prove(token, codes[0]!)).toEqual(over);
});

it("takes a recovery code, once", async () => {
  expect(await prove(await firstStep(), codes[0]!)).toMatchObject({ ok: true });
  expect(await prove(await firstStep(), codes[0]!)).toEqual({ ok: false, refusal: "wrong_code" });
});

it("refuses a wrong code, tells the log, and is over after a few", async () => {
  const token = await firstStep();
  const refusals = () => database.db.$count(events, eq(events.name, "person.second_factor_refused"));
  const before = await refusals();
  for (let i = 0; i < 8; i++) expect(await prove(token, "000000")).toEqual({ ok: false, refusal: "wrong_code" });
  expect(await prove(token, codeAt(secret, TEST_NOW))).toEqual(over);
  expect((await refusals()) - before).toBe(8);
});

it("is over after ten minutes, without an attempt of its own, and for a made-up one", async () => {
  const token = await firstStep();
  const late = new Date(TEST_NOW.getTime() + 601_000);
  expect(await prove(token, codeAt(secret, late), late)).toEqual(over);
  expect(await prove("made-up", codeAt(secret, TEST_NOW))).toEqual(over);
  const [stored] = await database.db.select().from(signInAttempts);
  expect(await prove(stored!.id, codeAt(secret, TEST_NOW))).toEqual(over);
  expect(await getSecondStep(parts(), null)).toBeNull();
});

it("is over when the person was disabled meanwhile, and in production for the demo's people", async () => {
  const token = await firstStep();
  expect(await getSecondStep(parts(TEST_NOW, false), token)).toBeNull();
  await database.db.update(users).set({ disabledAt: TEST_NOW }).where(eq(users.id, hal));
  expect(await prove(token, codeAt(secret, TEST_NOW))).toEqual(over);
  await database.db.update(users).set({ disabledAt: null }).where(eq(users.id, hal));
});

it("lets one of two through that send the same code at once", async () => {
  const tokens = [await firstStep(), await firstStep()];
  const code = codeAt(secret, TEST_NOW);
  const outcomes = await Promise.all(tokens.map((token) => prove(token, code)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});
