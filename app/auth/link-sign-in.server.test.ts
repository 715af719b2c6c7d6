import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { sessions, users } from "#db/schema/people.ts";
import { oneTimeLinks } from "#db/schema/sign-in.ts";
import { people } from "#db/seed/cast.ts";
import { SIGN_IN } from "#app/domain/mail/link-purposes.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/keys.ts";
import { signInByCode, signInByLink } from "./link-sign-in.server.ts";
import { createLink } from "./one-time-links.server.ts";

const database = useTestDatabase();
const HERE = "the browser that asked";
const parts = (demoAllowed = true) => ({ db: database.db, keys: testKeys, now: TEST_NOW, demoAllowed });
const device = "Firefox · Linux";

beforeEach(async () => {
  await database.db.delete(sessions);
  await database.db.delete(oneTimeLinks);
});

async function given(person: { id: string; email: string } = people.hal) {
  const asked = { purpose: "sign_in" as const, userId: person.id, email: person.email, browserHash: HERE };
  const id = await createLink(parts(), asked);
  return { token: testKeys.sign(SIGN_IN, id), code: testKeys.code(SIGN_IN, id) };
}
const wrong = (code: string) => (code === "12345678" ? "87654321" : "12345678");
const byLink = (token: string, browserHash: string | null, code: string | null = null) =>
  signInByLink(parts(), { token, code, browserHash, device });
const byCode = (code: string, browserHash: string | null = HERE) =>
  signInByCode(parts(), { code, browserHash, device });
const begun = () => database.db.$count(sessions);

describe("S10: the link of a sign-in mail", () => {
  it("opens one session of fifty clicks in the browser that asked", async () => {
    const { token } = await given();
    const answers = await Promise.all(Array.from({ length: 50 }, () => byLink(token, HERE)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await begun()).toBe(1);
    const [session] = await database.db.select().from(sessions);
    expect(session).toMatchObject({ userId: people.hal.id, method: "email_link", device });
  });

  it("opens nothing in another browser without the mail's code", async () => {
    const { token, code } = await given();
    for (const elsewhere of [null, "another browser"]) {
      expect(await byLink(token, elsewhere)).toEqual({ ok: false, refusal: "code_needed" });
      expect(await byLink(token, elsewhere, wrong(code))).toEqual({ ok: false, refusal: "wrong_code" });
    }
    expect(await begun()).toBe(0);
    expect(await byLink(token, null, `${code.slice(0, 4)} ${code.slice(4)}`)).toMatchObject({ ok: true });
  });

  it("is not guessed open: five codes, however fast, and the right one comes too late", async () => {
    const { token, code } = await given();
    await Promise.all(Array.from({ length: 50 }, () => byLink(token, null, wrong(code))));
    expect(await byLink(token, null, code)).toEqual({ ok: false, refusal: "dead" });
    expect(await byLink(token, HERE)).toMatchObject({ ok: true });
  });

  it("proves an address nobody had proven, and drops the password somebody had set for it", async () => {
    const { owen } = people;
    await database.db.update(users).set({ emailVerifiedAt: null }).where(eq(users.id, owen.id));
    expect(await byLink((await given(owen)).token, HERE)).toMatchObject({ ok: true });
    const [row] = await database.db.select().from(users).where(eq(users.id, owen.id));
    expect(row).toMatchObject({ emailVerifiedAt: TEST_NOW, passwordHash: null });
  });

  it("lets nobody of the demo in where the demo is over", async () => {
    const { token } = await given();
    expect(await signInByLink(parts(false), { token, code: null, browserHash: HERE, device })).toEqual({
      ok: false,
      refusal: "dead",
    });
    expect(await begun()).toBe(0);
  });
});

describe("the code alone", () => {
  it("is enough in the browser that asked, of whichever of its mails", async () => {
    const [first, second] = [await given(), await given()];
    expect(await byCode(first.code)).toMatchObject({ ok: true });
    expect(await byCode(second.code)).toEqual({ ok: false, refusal: "wrong_code" });
  });

  it("opens nothing in another browser, wrong, or after five wrong ones", async () => {
    const { code } = await given();
    for (const elsewhere of [null, "another browser"])
      expect(await byCode(code, elsewhere)).toEqual({ ok: false, refusal: "wrong_code" });
    for (let i = 0; i < 5; i++) expect(await byCode(wrong(code))).toEqual({ ok: false, refusal: "wrong_code" });
    expect(await byCode(code)).toEqual({ ok: false, refusal: "wrong_code" });
    expect(await begun()).toBe(0);
  });
});
