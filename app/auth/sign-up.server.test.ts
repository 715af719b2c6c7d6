import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { districts as districtTable } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { mails } from "#db/schema/mail.ts";
import { parents, students, users } from "#db/schema/people.ts";
import { oneTimeLinks } from "#db/schema/sign-in.ts";
import { districts, people } from "#db/seed/cast.ts";
import { schools } from "#db/seed/schools.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { passwordMatches } from "./passwords.server.ts";
import { signUp, type SigningUp } from "./sign-up.server.ts";

const database = useTestDatabase();
const PASSWORD = "four quiet herons wade";
const context = (locale: "en" | "es" = "en") => ({ db: database.db, now: TEST_NOW, locale });
const fresh = () => `${randomUUID().slice(0, 12)}@example.org`;
const form = (email: string, changes: Partial<SigningUp> = {}) =>
  ({
    as: "partner",
    name: "Pat Doe",
    email,
    password: PASSWORD,
    browserHash: "the browser that signed up",
    idempotencyKey: randomUUID(),
    ...changes,
  }) as SigningUp;
const userOf = async (email: string) => (await database.db.select().from(users).where(eq(users.email, email)))[0]!;
const mailsOf = (userId: string) => database.db.select().from(mails).where(eq(mails.userId, userId));
const linksOf = (userId: string) => database.db.select().from(oneTimeLinks).where(eq(oneTimeLinks.userId, userId));
const school = Object.values(schools).find(({ districtId }) => districtId === districts.riverbend.id)!;

it("makes an account that is not proven, with one mail to prove it", async () => {
  const email = fresh();
  expect(await signUp(context("es"), form(email))).toEqual({ ok: true, value: { mailed: true } });
  const user = await userOf(email);
  expect(user).toMatchObject({ name: "Pat Doe", locale: "es", emailVerifiedAt: null });
  expect(await passwordMatches(user.passwordHash, PASSWORD)).toBe(true);
  const [link] = await linksOf(user.id);
  expect(link).toMatchObject({ purpose: "verify_email", email, usedAt: null });
  expect(await mailsOf(user.id)).toMatchObject([
    { kind: "person-address-to-verify", locale: "es", data: { linkId: link?.id } },
  ]);
  expect(await database.db.select().from(events).where(eq(events.subjectId, user.id))).toMatchObject([
    { name: "person.signed_up", actorId: null, detail: { as: "partner" } },
  ]);
});

it("keeps no password of whoever wants links", async () => {
  const email = fresh();
  await signUp(context(), form(email, { password: null }));
  expect((await userOf(email)).passwordHash).toBeNull();
});

it("makes a student with their school, and a parent, of one district", async () => {
  const [student, parent] = [fresh(), fresh()];
  const districtId = districts.riverbend.id;
  await signUp(context(), form(student, { as: "student", districtId, schoolId: school.id }));
  await signUp(context(), form(parent, { as: "parent", districtId }));
  const [of] = await database.db
    .select()
    .from(students)
    .where(eq(students.userId, (await userOf(student)).id));
  expect(of).toMatchObject({ districtId, schoolId: school.id });
  const { id } = await userOf(parent);
  expect(await database.db.select().from(parents).where(eq(parents.userId, id))).toMatchObject([{ districtId }]);
  expect(await mailsOf(id)).toMatchObject([{ districtId }]);
});

it("R10: the same form 50 times at once makes one account and one mail", async () => {
  const email = fresh();
  const same = form(email);
  const answers = await Promise.all(Array.from({ length: 50 }, () => signUp(context(), same)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const { id } = await userOf(email);
  expect([await database.db.$count(users, eq(users.email, email)), (await mailsOf(id)).length]).toEqual([1, 1]);
}, 60_000);

describe("whose address has an account", () => {
  it("is told by mail; the answer is the same and nothing changes", async () => {
    const before = await userOf(people.tomas.email);
    const typed = form(people.tomas.email.toUpperCase(), { name: "Mallory" });
    expect(await signUp(context(), typed)).toEqual({ ok: true, value: { mailed: true } });
    expect(await userOf(people.tomas.email)).toEqual(before);
    expect(await mailsOf(people.tomas.id)).toMatchObject([{ kind: "person-account-exists" }]);
    expect(await linksOf(people.tomas.id)).toEqual([]);
  });

  it("does not become a student or a parent by someone else's form", async () => {
    const districtId = districts.lakeshore.id;
    await signUp(context(), form(people.grace.email, { as: "parent", districtId }));
    expect(await database.db.$count(parents, eq(parents.userId, people.grace.id))).toBe(0);
  });
});

describe("whose address is not proven yet", () => {
  it("gets another mail, and older links end", async () => {
    const email = fresh();
    await signUp(context(), form(email));
    await signUp(context(), form(email, { name: "Pat B. Doe" }));
    const user = await userOf(email);
    expect(user.name).toBe("Pat B. Doe");
    expect(await passwordMatches(user.passwordHash, PASSWORD)).toBe(true);
    const alive = (await linksOf(user.id)).filter(({ expiresAt }) => expiresAt > TEST_NOW);
    expect([alive.length, (await mailsOf(user.id)).length]).toEqual([1, 2]);
  });

  it.each(["before", "after"])("is not taken by the password of a stranger who came %s them", async (when) => {
    const email = fresh();
    const theirs = form(email);
    const strangers = form(email, { password: "a stranger's own words" });
    for (const each of when === "before" ? [strangers, theirs] : [theirs, strangers]) await signUp(context(), each);
    expect((await userOf(email)).passwordHash).toBeNull();
  });

  it("has the role of the newest form only", async () => {
    const email = fresh();
    const districtId = districts.riverbend.id;
    await signUp(context(), form(email, { as: "student", districtId, schoolId: null }));
    await signUp(context(), form(email, { as: "parent", districtId }));
    const { id } = await userOf(email);
    const roles = [students, parents].map((table) => database.db.$count(table, eq(table.userId, id)));
    expect(await Promise.all(roles)).toEqual([0, 1]);
  });
});

describe("is refused, and keeps nothing", () => {
  const districtId = districts.lakeshore.id;
  it.each([
    ["unknown_district", { as: "parent", districtId: randomUUID() }],
    ["unknown_school", { as: "student", districtId, schoolId: school.id }],
    ["by_invitation", { as: "student", districtId, schoolId: null }],
  ] as const)("%s", async (refusal, changes) => {
    const setting = and(eq(districtTable.id, districtId));
    if (refusal === "by_invitation")
      await database.db.update(districtTable).set({ familySignUp: "invitation" }).where(setting);
    const email = fresh();
    expect(await signUp(context(), form(email, changes as Partial<SigningUp>))).toEqual({ ok: false, refusal });
    expect(await database.db.$count(users, eq(users.email, email))).toBe(0);
    await database.db.update(districtTable).set({ familySignUp: "open" }).where(setting);
  });
});
