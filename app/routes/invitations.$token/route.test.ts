import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { INVITATION } from "#app/domain/mail/link-purposes.ts";
import { invitations } from "#db/schema/invitations.ts";
import { districtStaff, sessions, users } from "#db/schema/people.ts";
import { districts } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenPerson } from "#tests/support/givens.ts";
import { testKeys } from "#tests/support/keys.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const PASSWORD = "a long and rare password";
const newcomer = { name: "Nora New", way: "password", password: PASSWORD };

let number = 0;
async function given(row: Partial<typeof invitations.$inferInsert> = {}) {
  const expiresAt = new Date(TEST_NOW.getTime() + 1000);
  const [invitation] = await database.db
    .insert(invitations)
    .values({
      ...{ districtId: districts.riverbend.id, email: `new-${++number}@example.org`, role: "coordinator" },
      ...{ lastSentAt: TEST_NOW, expiresAt, ...row },
    })
    .returning();
  return { ...invitation!, token: testKeys.sign(INVITATION, invitation!.id) };
}

const look = async (token: string, as?: string) =>
  loader(await ask(database.db, { url: `/invitations/${token}`, params: { token }, ...(as && { as }) }));
const answer = async (token: string, form: Record<string, string>, as?: string) =>
  action(await ask(database.db, { params: { token }, form, ...(as && { as }) }));
const userOf = async (email: string) =>
  (await database.db.select().from(users).where(eq(users.email, email)).limit(1))[0];
const sessionsOf = (userId: string) => database.db.select().from(sessions).where(eq(sessions.userId, userId));
const staffOf = async (userId: string) =>
  (await database.db.select().from(districtStaff).where(eq(districtStaff.userId, userId)))[0];

describe("the page of an invitation", () => {
  it("says what to do next to whoever reads it, and changes nothing", async () => {
    const { id, token, email } = await given();
    const stranger = await givenPerson(database.db);
    expect(await look(token)).toMatchObject({ state: "open", answer: "join", place: districts.riverbend.name, email });
    expect(await look(token, stranger.id)).toMatchObject({ answer: "other", signedInAs: stranger.email });
    const owner = await givenPerson(database.db, { email: email.toUpperCase() });
    expect(await look(token)).toMatchObject({ answer: "sign_in" });
    expect(await look(token, owner.id)).toMatchObject({ answer: "accept" });
    const [after] = await database.db.select().from(invitations).where(eq(invitations.id, id));
    expect(after).toMatchObject({ acceptedAt: null, revokedAt: null });
  });

  it("is not there for a token we did not sign, or signed for something else", async () => {
    const { id } = await given();
    for (const token of [id, "x", testKeys.sign("verify-email", id)])
      expect((await thrownBy(look(token))).status).toBe(404);
  });

  it("says why it is over, and takes nobody in then", async () => {
    const revoked = await given({ revokedAt: TEST_NOW });
    const expired = await given({ expiresAt: TEST_NOW });
    expect(await look(revoked.token)).toMatchObject({ state: "revoked" });
    expect(await look(expired.token)).toMatchObject({ state: "expired" });
    for (const { token, email } of [revoked, expired]) {
      expect((await answerOf(answer(token, newcomer))).status).toBe(409);
      expect(await userOf(email)).toBeUndefined();
    }
  });
});

describe("somebody new", () => {
  it("comes in with a password, straight to their desk", async () => {
    const { token, email } = await given();
    const response = (await answer(token, newcomer)) as Response;
    expect([response.status, response.headers.get("Location")]).toEqual([302, "/coordinator"]);
    expect(response.headers.get("Set-Cookie")).toContain("session=");
    const user = await userOf(email);
    expect(user?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(await sessionsOf(user!.id)).toMatchObject([{ method: "password" }]);
    expect(await staffOf(user!.id)).toMatchObject({ districtId: districts.riverbend.id, role: "coordinator" });
  });

  it("comes in without one, to sign in by mailed links", async () => {
    const { token, email } = await given();
    expect(await answer(token, { ...newcomer, way: "link", password: "" })).toMatchObject({ status: 302 });
    const user = await userOf(email);
    expect(user?.passwordHash).toBeNull();
    expect(await sessionsOf(user!.id)).toMatchObject([{ method: "email_link" }]);
  });

  it("keeps what was typed when the password is weak, but not the password", async () => {
    const { token, email } = await given();
    const { status, error, initialValue } = await answerOf(answer(token, { ...newcomer, password: "password" }));
    expect(status).toBe(422);
    expect(error?.password).toContain("Use at least 15 characters.");
    expect(initialValue).toMatchObject({ name: "Nora New" });
    expect(JSON.stringify(initialValue)).not.toContain("password");
    expect(await userOf(email)).toBeUndefined();
  });

  it("is taken in once of two forms at once", async () => {
    const { token, email } = await given();
    const answers = await Promise.all([answer(token, newcomer), answer(token, newcomer)]);
    expect(answers.filter((each) => each instanceof Response)).toHaveLength(1);
    expect(await sessionsOf((await userOf(email))!.id)).toHaveLength(1);
  });

  it("signs in first where the address has an account", async () => {
    const { email } = await givenPerson(database.db);
    const { token } = await given({ email });
    expect((await answerOf(answer(token, newcomer))).status).toBe(409);
  });
});

describe("a student", () => {
  const born = (birthYear: string, birthMonth = "2") => ({ ...newcomer, birthYear, birthMonth });

  it("is asked for month and year of birth, also when signed in", async () => {
    const { token, email } = await given({ role: "student" });
    expect((await answerOf(answer(token, newcomer))).error).toHaveProperty("birthYear");
    const { id } = await givenPerson(database.db, { email });
    expect((await answerOf(answer(token, {}, id))).error).toHaveProperty("birthYear");
    expect(await answer(token, { birthYear: "2010", birthMonth: "2" }, id)).toMatchObject({ status: 302 });
  });

  it("under 13 leaves nothing behind", async () => {
    const { id, token, email } = await given({ role: "student" });
    const response = (await answer(token, born("2015"))) as Response;
    expect(response.headers.get("Location")).toBe("/not-yet");
    expect(await userOf(email)).toBeUndefined();
    expect(await database.db.$count(invitations, eq(invitations.id, id))).toBe(0);
    expect(response.headers.get("Set-Cookie")).toBeNull();
  });

  it("of 13 comes in, and no birthday is kept", async () => {
    const { token, email } = await given({ role: "student" });
    expect(await answer(token, born("2013"))).toMatchObject({ status: 302 });
    expect(JSON.stringify(await userOf(email))).not.toContain("2013");
  });
});

describe("somebody with an account", () => {
  it("takes the role on in a session that begins with it", async () => {
    const { token, email } = await given();
    const { id } = await givenPerson(database.db, { email });
    const response = (await answer(token, {}, id)) as Response;
    expect([response.status, response.headers.get("Location")]).toEqual([302, "/coordinator"]);
    expect(response.headers.get("Set-Cookie")).toContain("session=");
    expect(await sessionsOf(id)).toHaveLength(1);
    expect(await staffOf(id)).toMatchObject({ role: "coordinator" });
  });

  it("does not take what another address was sent", async () => {
    const { token } = await given();
    const { id } = await givenPerson(database.db);
    expect((await answerOf(answer(token, {}, id))).status).toBe(409);
    expect(await staffOf(id)).toBeUndefined();
  });
});
