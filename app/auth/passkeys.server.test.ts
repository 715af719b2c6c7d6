import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { mails } from "#db/schema/mail.ts";
import { sessions, users } from "#db/schema/people.ts";
import { authenticators, passkeys, signInAttempts } from "#db/schema/sign-in.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/keys.ts";
import { asPerson, givenPasskey } from "#tests/support/second-factors.ts";
import { softAuthenticator } from "#tests/support/soft-authenticator.ts";
import { enter } from "./entering.server.ts";
import { beginPasskeyEntry, enterByPasskey } from "./passkey-entry.server.ts";
import { beginRegistration, register } from "./passkey-registration.server.ts";
import { listPasskeys, removePasskey, renamePasskey } from "./passkeys.server.ts";

const database = useTestDatabase();
const origin = "http://localhost:3000";
const hal = people.hal.id;
const parts = (now = TEST_NOW, demoAllowed = true) => ({ db: database.db, keys: testKeys, now, origin, demoAllowed });
const ctx = (userId: string = hal, now = TEST_NOW) => asPerson(database.db, userId, now);
type Device = ReturnType<typeof softAuthenticator>;

beforeEach(async () => {
  for (const table of [passkeys, authenticators, signInAttempts, sessions, mails]) await database.db.delete(table);
});

const asking = async (userId: string = hal) =>
  beginRegistration(ctx(userId), { name: "Waypost", origin }, "x@example.org");
const registering = (token: string | null, credential: string, userId: string = hal, now = TEST_NOW) =>
  register(ctx(userId, now), { token, credential, name: "Blue key", origin, sessionId: randomUUID() });
async function registered(device: Device, userId: string = hal) {
  const { token, options } = await asking(userId);
  const outcome = await registering(token, device.create({ challenge: options.challenge, origin }), userId);
  if (!outcome.ok) throw new Error(outcome.refusal);
}
const notProven = { ok: false, refusal: "not_proven" };

describe("adding a passkey", () => {
  it("keeps it under the person's name for it, and tells them", async () => {
    await registered(softAuthenticator());
    expect(await listPasskeys(ctx())).toMatchObject([{ name: "Blue key", lastUsedAt: null }]);
    expect(await database.db.select().from(mails)).toMatchObject([{ userId: hal, data: { change: "passkey_added" } }]);
  });

  it("answers a challenge once, in ten minutes, in the browser and for the person that asked", async () => {
    const device = softAuthenticator();
    const { token, options } = await asking();
    const credential = device.create({ challenge: options.challenge, origin });
    const over = { ok: false, refusal: "over" };
    expect(await registering(null, credential)).toEqual(over);
    expect(await registering(token, credential, people.mei.id)).toEqual(over);
    expect(await registering(token, credential, hal, new Date(TEST_NOW.getTime() + 601_000))).toEqual(over);
    expect(await registering(token, credential)).toMatchObject({ ok: true });
    expect(await registering(token, credential)).toEqual(over);
  });

  it("refuses an answer to another challenge or site, of a device nobody unlocked, and no answer at all", async () => {
    for (const twist of [{ challenge: "another" }, { origin: "http://localhost:4000" }, { verified: false }]) {
      const { token, options } = await asking();
      const ceremony = { challenge: options.challenge, origin, ...twist };
      expect(await registering(token, softAuthenticator().create(ceremony))).toEqual(notProven);
    }
    for (const typed of ["", "{}", "null", "x", '{"id":"x","response":{}}'])
      expect(await registering((await asking()).token, typed)).toEqual(notProven);
    const other = softAuthenticator();
    await registered(other, people.mei.id);
    const { token, options } = await asking();
    expect(await registering(token, other.create({ challenge: options.challenge, origin }))).toEqual(notProven);
  });
});

describe("signing in with a passkey", () => {
  async function entering(
    device: Device,
    twist: Partial<Parameters<Device["get"]>[0]> = {},
    attempt: string | null = null,
  ) {
    const { token, options } = await beginPasskeyEntry(parts(), attempt);
    const credential = device.get({ challenge: options.challenge, origin, ...twist });
    return { token, credential, outcome: await enterByPasskey(parts(), { token, credential, device: "" }) };
  }

  it("begins a session that has proven both factors, once per challenge", async () => {
    const device = softAuthenticator();
    await registered(device);
    const { token, credential, outcome } = await entering(device);
    expect(outcome).toMatchObject({ ok: true, value: { step: "session", userId: hal } });
    expect(await database.db.select().from(sessions)).toMatchObject([{ method: "passkey", secondFactorAt: TEST_NOW }]);
    expect(await listPasskeys(ctx())).toMatchObject([{ lastUsedAt: TEST_NOW }]);
    expect(await enterByPasskey(parts(), { token, credential, device: "" })).toEqual(notProven);
  });

  it("refuses another challenge or site, a locked device, one we do not know, and a copy by its count", async () => {
    const device = softAuthenticator();
    await registered(device);
    for (const twist of [{ challenge: "another" }, { origin: "http://localhost:4000" }, { verified: false }])
      expect((await entering(device, twist)).outcome).toEqual(notProven);
    expect((await entering(softAuthenticator())).outcome).toEqual(notProven);
    expect((await entering(device, { counter: 50 })).outcome).toMatchObject({ ok: true });
    for (const counter of [50, 49, 0]) expect((await entering(device, { counter })).outcome).toEqual(notProven);
  });

  it("works again and again with a device that does not count", async () => {
    const device = softAuthenticator({ counts: false });
    await registered(device);
    for (let i = 0; i < 2; i++) expect((await entering(device)).outcome).toMatchObject({ ok: true });
  });

  it("refuses a disabled person, and in production the demo's", async () => {
    const device = softAuthenticator();
    await registered(device);
    const { token, options } = await beginPasskeyEntry(parts(), null);
    const credential = device.get({ challenge: options.challenge, origin });
    expect(await enterByPasskey(parts(TEST_NOW, false), { token, credential, device: "" })).toEqual(notProven);
    await database.db.update(users).set({ disabledAt: TEST_NOW }).where(eq(users.id, hal));
    expect((await entering(device)).outcome).toEqual(notProven);
    await database.db.update(users).set({ disabledAt: null }).where(eq(users.id, hal));
  });

  it("as a second step is of whoever took the first one, whose way in the session keeps", async () => {
    const [own, other] = [softAuthenticator(), softAuthenticator()];
    await registered(own);
    await registered(other, people.mei.id);
    const first = async () => {
      const way = { userId: hal, method: "password", device: "", now: TEST_NOW, secondFactorProven: false } as const;
      const entered = await enter(database.db, way);
      return entered.step === "second_factor" ? entered.token : null;
    };
    expect((await entering(other, {}, await first())).outcome).toEqual(notProven);
    expect((await entering(own, {}, await first())).outcome).toMatchObject({ ok: true });
    expect(await database.db.select().from(sessions)).toMatchObject([{ userId: hal, method: "password" }]);
  });
});

describe("keeping passkeys", () => {
  const removing = (id: string, mayBeLast: "yes" | "demanded" = "yes", userId: string = hal) =>
    removePasskey(ctx(userId), { id, idempotencyKey: randomUUID(), mayBeLast });

  it("renames and removes one's own, not another's", async () => {
    const id = await givenPasskey(database.db, hal);
    const notFound = { ok: false, refusal: "not_found" };
    expect(await renamePasskey(ctx(people.mei.id), { id, name: "Mine" })).toEqual(notFound);
    expect(await removing(id, "yes", people.mei.id)).toEqual(notFound);
    expect(await renamePasskey(ctx(), { id, name: "Old key" })).toMatchObject({ ok: true });
    expect(await listPasskeys(ctx())).toMatchObject([{ name: "Old key" }]);
    expect(await removing(id)).toMatchObject({ ok: true });
    expect(await removing(id)).toEqual(notFound);
  });

  it("keeps the last one while the district demands it, also when two are removed at once", async () => {
    const ids = [await givenPasskey(database.db, hal), await givenPasskey(database.db, hal)];
    const outcomes = await Promise.all(ids.map((id) => removing(id, "demanded")));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listPasskeys(ctx())).toHaveLength(1);
  });
});
