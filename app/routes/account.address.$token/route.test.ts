import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { hashPassword } from "#app/auth/passwords.server.ts";
import { beginSession } from "#app/auth/sessions.server.ts";
import { sessions, users } from "#db/schema/people.ts";
import { oneTimeLinks } from "#db/schema/sign-in.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenPerson } from "#tests/support/givens.ts";
import { lastMail, mailsTo } from "#tests/support/mail.ts";
import { answerOf, ask } from "#tests/support/request.ts";
import { action as askFor } from "../account.address._index/route.tsx";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const PASSWORD = "the password of this test";

const somebody = async () => givenPerson(database.db, { passwordHash: await hashPassword(PASSWORD) });
const fresh = () => `next-${randomUUID()}@example.org`;
const asking = async (as: string, email: string, more: Record<string, string> = {}, now = TEST_NOW) =>
  askFor(
    await ask(database.db, {
      ...{ as, form: { email, password: PASSWORD, idempotencyKey: randomUUID(), ...more } },
      context: { now },
    }),
  );
const tokenTo = async (email: string) =>
  (await lastMail(database.db, email, { kind: "person-address-change-asked" })).links
    .find((link) => link.startsWith("/account/address/"))!
    .split("/")
    .at(-1)!;
const open = async (token: string, as: string) => loader(await ask(database.db, { params: { token }, as }));
const use = async (token: string, as: string) => action(await ask(database.db, { params: { token }, as, form: {} }));
const addressOf = async (id: string) => (await database.db.select().from(users).where(eq(users.id, id))).at(0)?.email;
const kindsTo = async (email: string) => (await mailsTo(database.db, email)).map(({ kind }) => kind);

describe("asking for another address", () => {
  it("mails the new one, and changes nothing until its link is used", async () => {
    const [{ id, email }, next] = [await somebody(), fresh()];
    expect(await asking(id, next)).toMatchObject({ status: 302 });
    expect(await open(await tokenTo(next), id)).toMatchObject({ email: next });
    expect(await addressOf(id)).toBe(email);
  });

  it("answers the same where the address is somebody's, whom it tells", async () => {
    const [me, holder] = [await somebody(), await givenPerson(database.db)];
    const [free, taken] = [await asking(me.id, fresh()), await asking(me.id, holder.email.toUpperCase())];
    const said = (answer: unknown) => [(answer as Response).status, (answer as Response).headers.get("Location")];
    expect(said(taken)).toEqual(said(free));
    expect(await kindsTo(holder.email)).toEqual(["person-account-exists"]);
    expect(await database.db.$count(oneTimeLinks, eq(oneTimeLinks.email, holder.email.toUpperCase()))).toBe(0);
  });

  it("does not flood one address with mail, whoever asks", async () => {
    const next = fresh();
    for (let i = 0; i < 6; i++) await asking((await somebody()).id, next);
    expect(await kindsTo(next)).toHaveLength(5);
  });

  it("wants the password, which it never sends back; the sixth wrong one in a minute waits", async () => {
    const { id } = await somebody();
    const next = fresh();
    const { status, initialValue } = await answerOf(asking(id, next, { password: "not it, surely" }));
    expect(status).toBe(409);
    expect(initialValue).toEqual({ email: next });
    for (let tries = 0; tries < 4; tries++) await asking(id, next, { password: "not it, surely" });
    expect((await answerOf(asking(id, next))).status).toBe(429);
    expect(await kindsTo(next)).toEqual([]);
  });

  it("wants a sign-in of the last minutes from whoever has no password", async () => {
    const { id } = await givenPerson(database.db);
    expect(await asking(id, fresh())).toMatchObject({ status: 302 });
    const later = new Date(TEST_NOW.getTime() + 16 * 60_000);
    expect((await answerOf(asking(id, fresh(), {}, later))).status).toBe(409);
  });
});

describe("the link to the new address", () => {
  it("changes it, tells the old one and ends every other session and link", async () => {
    const [{ id, email }, next] = [await somebody(), fresh()];
    const elsewhere = { device: "Elsewhere", method: "password" as const, secondFactorAt: null };
    await beginSession(database.db, { userId: id, now: TEST_NOW, ...elsewhere });
    await asking(id, fresh());
    await asking(id, next);
    const token = await tokenTo(next);
    expect(await use(token, id)).toMatchObject({ status: 302 });
    expect(await addressOf(id)).toBe(next);
    expect(await database.db.select().from(sessions).where(eq(sessions.userId, id))).toHaveLength(1);
    expect(await open(token, id)).toMatchObject({ email: null });
    expect((await answerOf(use(token, id))).status).toBe(409);
    expect(await kindsTo(email)).toContain("person-address-changed");
  });

  it("works once of two clicks at once", async () => {
    const [{ id }, next] = [await somebody(), fresh()];
    await asking(id, next);
    const token = await tokenTo(next);
    const args = await Promise.all([1, 2].map(() => ask(database.db, { params: { token }, as: id, form: {} })));
    const answers = await Promise.all(args.map((each) => action(each)));
    expect(answers.filter((each) => each instanceof Response)).toHaveLength(1);
  });

  it("is nobody else's, and stays good for whom it is", async () => {
    const [{ id, email }, other, next] = [await somebody(), await somebody(), fresh()];
    await asking(id, next);
    const token = await tokenTo(next);
    expect(await open(token, other.id)).toMatchObject({ email: null });
    expect((await answerOf(use(token, other.id))).status).toBe(409);
    expect([await addressOf(id), await addressOf(other.id)]).toEqual([email, other.email]);
    expect(await use(token, id)).toMatchObject({ status: 302 });
  });

  it("gives way to an account that was made of the address since, unless nobody ever proved that one", async () => {
    const [{ id, email }, next] = [await somebody(), fresh()];
    await asking(id, next);
    await givenPerson(database.db, { email: next });
    expect((await answerOf(use(await tokenTo(next), id))).status).toBe(409);
    expect(await addressOf(id)).toBe(email);
    const unproven = fresh();
    await asking(id, unproven);
    await givenPerson(database.db, { email: unproven, emailVerifiedAt: null });
    expect(await use(await tokenTo(unproven), id)).toMatchObject({ status: 302 });
  });

  it("takes no field that its form does not have", async () => {
    const [{ id }, next] = [await somebody(), fresh()];
    await asking(id, next);
    const form = { email: "stray@example.org", userId: randomUUID() };
    await action(await ask(database.db, { params: { token: await tokenTo(next) }, as: id, form }));
    expect(await addressOf(id)).toBe(next);
  });
});
