import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { events } from "#db/schema/events.ts";
import { sessions, users } from "#db/schema/people.ts";
import { DEMO_PASSWORD, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { sessionUser } from "./sessions.server.ts";
import { signIn } from "./sign-in.server.ts";

const database = useTestDatabase();
const { dana, mei, priya } = people;

const tryToSignIn = (email: string, password = DEMO_PASSWORD, demoAllowed = true) =>
  signIn({ db: database.db, now: TEST_NOW, demoAllowed }, { email, password, device: "Firefox · Linux" });

describe("signing in", () => {
  it("opens a session whose token the database does not hold, and records who came", async () => {
    const outcome = await tryToSignIn(dana.email.toUpperCase());
    if (!outcome.ok) throw new Error(outcome.refusal);
    const { token } = outcome.value;
    expect(await sessionUser(database.db, token, { now: TEST_NOW, demoAllowed: true })).toMatchObject({
      id: dana.id,
      name: dana.name,
      email: dana.email,
      locale: "en",
    });
    const [stored] = await database.db.select().from(sessions).where(eq(sessions.userId, dana.id));
    expect(JSON.stringify(stored)).not.toContain(token);
    const recorded = await database.db.select().from(events).where(eq(events.subjectId, dana.id));
    expect(recorded.map(({ name }) => name)).toEqual(["person.signed_in"]);
  });

  it("gives the same answer to a wrong password and to an unknown address", async () => {
    const wrong = await tryToSignIn(dana.email, "not the password at all");
    expect(wrong).toEqual({ ok: false, refusal: "wrong_credentials" });
    expect(await tryToSignIn("nobody@riverbend.example")).toEqual(wrong);
  });

  it("notes a wrong password once a minute, and nothing of an address nobody has", async () => {
    const { marcus } = people;
    for (let i = 0; i < 5; i++) await tryToSignIn(marcus.email, "not the password at all");
    await tryToSignIn("nobody@riverbend.example");
    const noted = () => database.db.select().from(events).where(eq(events.name, "sign_in.refused"));
    const of = async (id: string) => (await noted()).filter(({ subjectId }) => subjectId === id);
    await vi.waitFor(async () => expect(await of(marcus.id)).toHaveLength(1), { timeout: 5_000 });
    expect(await of(marcus.id)).toMatchObject([{ actorId: null, detail: { rule: "password" } }]);
    expect(JSON.stringify(await noted())).not.toContain("@");
  });

  it("refuses a person without a password, a disabled one and, in production, the demo's people", async () => {
    await database.db.update(users).set({ passwordHash: null }).where(eq(users.id, mei.id));
    await database.db.update(users).set({ disabledAt: TEST_NOW }).where(eq(users.id, priya.id));
    for (const outcome of [
      await tryToSignIn(mei.email),
      await tryToSignIn(priya.email),
      await tryToSignIn(dana.email, DEMO_PASSWORD, false),
    ])
      expect(outcome).toEqual({ ok: false, refusal: "wrong_credentials" });
  });
});

describe("a session", () => {
  async function begun() {
    const outcome = await tryToSignIn(people.hal.email);
    if (!outcome.ok) throw new Error(outcome.refusal);
    return outcome.value.token;
  }
  const holder = (token: string, now = TEST_NOW, demoAllowed = true) =>
    sessionUser(database.db, token, { now, demoAllowed });

  it("ends at once when its person is disabled", async () => {
    const token = await begun();
    await database.db.update(users).set({ disabledAt: TEST_NOW }).where(eq(users.id, people.hal.id));
    expect(await holder(token)).toBeNull();
    await database.db.update(users).set({ disabledAt: null }).where(eq(users.id, people.hal.id));
  });

  it("ends thirty days after it began, however busy it was", async () => {
    const token = await begun();
    const later = new Date(TEST_NOW.getTime() + 30 * 86_400_000 + 1000);
    expect(await holder(token, later)).toBeNull();
    expect(await holder(token)).toBeNull();
  });

  it("is not opened by its stored id or by a made-up token", async () => {
    await begun();
    const [stored] = await database.db.select().from(sessions).where(eq(sessions.userId, people.hal.id));
    expect(await holder(stored!.id)).toBeNull();
    expect(await holder("made-up")).toBeNull();
  });

  it("does not outlive the end of the demo", async () =>
    expect(await holder(await begun(), TEST_NOW, false)).toBeNull());
});
