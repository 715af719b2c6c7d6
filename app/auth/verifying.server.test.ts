import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { users } from "#db/schema/people.ts";
import { DEMO_PASSWORD, DEMO_PASSWORD_HASH } from "#db/seed/cast.ts";
import { VERIFY_EMAIL } from "#app/domain/mail/link-purposes.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/keys.ts";
import { createLink } from "./one-time-links.server.ts";
import { verifyAddress, whatVerifyingTakes } from "./verifying.server.ts";

const database = useTestDatabase();
const HERE = "the browser that signed up";
const parts = () => ({ db: database.db, keys: testKeys, now: TEST_NOW, demoAllowed: true });

let number = 0;
async function givenSignUp({ passwordHash = DEMO_PASSWORD_HASH }: { passwordHash?: string | null } = {}) {
  const email = `new-${++number}@example.org`;
  const [user] = await database.db.insert(users).values({ email, name: "Nora New", passwordHash }).returning();
  const id = await createLink(parts(), { purpose: "verify_email", userId: user!.id, email, browserHash: HERE });
  return { userId: user!.id, token: testKeys.sign(VERIFY_EMAIL, id) };
}
const verify = (
  token: string,
  { browserHash = null, password }: { browserHash?: string | null; password?: string } = {},
) => verifyAddress(parts(), { token, browserHash, password, device: "Firefox · Linux" });
const verifiedAt = async (userId: string) =>
  (await database.db.select().from(users).where(eq(users.id, userId)))[0]?.emailVerifiedAt;

describe("S10: the link that proves an address", () => {
  it("lets in once of fifty clicks in the browser that signed up, and asks nothing more", async () => {
    const { userId, token } = await givenSignUp();
    expect(await whatVerifyingTakes(parts(), { token, browserHash: HERE })).toBe("link");
    expect(await verifiedAt(userId)).toBeNull();
    const answers = await Promise.all(Array.from({ length: 50 }, () => verify(token, { browserHash: HERE })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await verifiedAt(userId)).toEqual(TEST_NOW);
    expect(await whatVerifyingTakes(parts(), { token, browserHash: HERE })).toBeNull();
  });

  it("asks another browser for the password, so that nobody confirms what a stranger set up", async () => {
    const { userId, token } = await givenSignUp();
    expect(await whatVerifyingTakes(parts(), { token, browserHash: null })).toBe("password");
    expect(await verify(token)).toEqual({ ok: false, refusal: "password_needed" });
    expect(await verify(token, { password: "not the one chosen" })).toEqual({ ok: false, refusal: "wrong_password" });
    expect(await verifiedAt(userId)).toBeNull();
    expect(await verify(token, { password: DEMO_PASSWORD })).toMatchObject({ ok: true, value: { step: "session" } });
  });

  it("takes five passwords and no more", async () => {
    const { token } = await givenSignUp();
    for (let i = 0; i < 5; i++) await verify(token, { password: "not the one chosen" });
    expect(await verify(token, { password: DEMO_PASSWORD })).toEqual({ ok: false, refusal: "dead" });
  });

  it("asks nobody for a password they do not have", async () => {
    const { token } = await givenSignUp({ passwordHash: null });
    expect(await verify(token)).toMatchObject({ ok: true });
  });
});
