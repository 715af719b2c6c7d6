import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { districts as districtTable } from "#db/schema/districts.ts";
import { mails } from "#db/schema/mail.ts";
import { parents, students, users } from "#db/schema/people.ts";
import { rateLimits } from "#db/schema/sign-in.ts";
import { districts, people } from "#db/seed/cast.ts";
import { everything } from "#tests/security/every-table.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { lastMail } from "#tests/support/mail.ts";
import { loader as lookAt } from "../verify.$token/route.tsx";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
beforeEach(() => database.db.delete(rateLimits));

const at = async (role: string, form?: Record<string, string>, district = "riverbend") =>
  ask(database.db, { url: `/join/${role}?district=${district}`, params: { role }, ...(form && { form }) });
type Answer = { data: { proof?: string; tooYoung?: boolean; askAgain?: boolean }; init: { status?: number } | null };
const answer = async (role: string, month: number, year: number) =>
  (await action(await at(role, { month: String(month), year: String(year) }))) as unknown as Answer;
const proofOf = async (role: string) => (await answer(role, 1, 1980)).data.proof!;
const details = (proof: string, more: Record<string, string> = {}) => ({
  ...{ proof, name: "Sam Oak", email: `${randomUUID()}@example.org`, password: "", idempotencyKey: randomUUID() },
  ...more,
});

describe("P8: who is too young", () => {
  it.each([
    ["student", 3, 2014],
    ["student", 1, 2020],
    ["parent", 3, 2009],
  ])("as a %s, born %i/%i: nothing is stored, counted or set", async (role, month, year) => {
    const before = [await everything(database.db), await database.db.$count(rateLimits)];
    const { data, init } = await answer(role, month, year);
    expect([data, init?.status]).toEqual([{ tooYoung: true }, undefined]);
    expect(new Headers((init as { headers?: HeadersInit } | null)?.headers).get("Set-Cookie")).toBeNull();
    expect([await everything(database.db), await database.db.$count(rateLimits)]).toEqual(before);
  });

  it("does not come in by leaving the question out, or by another's answer", async () => {
    const before = await database.db.$count(users);
    const [student, parent] = [await proofOf("student"), await proofOf("parent")];
    for (const forged of ["", "x", parent, student.slice(0, -2)])
      expect((await action(await at("student", details(forged)))) as unknown).toMatchObject({
        data: { askAgain: true },
      });
    const elsewhere = await action(await at("student", details(student), "lakeshore"));
    expect(elsewhere as unknown).toMatchObject({ data: { askAgain: true } });
    const late = await at("student", details(student));
    late.context.now = new Date(late.context.now.getTime() + 61 * 60_000);
    expect((await action(late)) as unknown).toMatchObject({ data: { askAgain: true } });
    expect(await database.db.$count(users)).toBe(before);
  });
});

it("says nothing of a birthday in the proof", async () => {
  const [january, june] = [await answer("student", 1, 1980), await answer("student", 6, 1999)];
  expect(january.data.proof).toHaveLength(june.data.proof!.length);
});

it.each([
  ["student", students],
  ["parent", parents],
] as const)("makes a %s who is old enough", async (role, table) => {
  const form = details(await proofOf(role));
  const sent = (await action(await at(role, form))) as unknown as Response;
  expect([sent.status, sent.headers.get("Location")]).toEqual([302, "/join/sent"]);
  const [user] = await database.db.select().from(users).where(eq(users.email, form.email));
  expect(await database.db.select().from(table).where(eq(table.userId, user!.id))).toMatchObject([
    { districtId: districts.riverbend.id },
  ]);
});

it("S10: opens to whoever reads the mail no account with a stranger's password in it", async () => {
  const form = details(await proofOf("parent"), { password: "a stranger's own words" });
  const sent = (await action(await at("parent", form))) as unknown as Response;
  const cookie = sent.headers.get("Set-Cookie")!.split(";")[0]!;
  const { links } = await lastMail(database.db, form.email, { kind: "person-address-to-verify" });
  const params = {
    token: links
      .find((link) => link.includes("/verify/"))!
      .split("/")
      .at(-1)!,
  };
  const [theirs, strangers] = [await ask(database.db, { params }), await ask(database.db, { params })];
  strangers.request.headers.set("Cookie", cookie);
  expect(await lookAt(theirs)).toMatchObject({ data: { takes: "password" } });
  expect(await lookAt(strangers)).toMatchObject({ data: { takes: "link" } });
});

it("answers alike for an address with an account, and tells its owner by mail", async () => {
  const form = details(await proofOf("parent"), { email: people.ruth.email });
  const sent = (await action(await at("parent", form))) as unknown as Response;
  expect(sent.headers.get("Location")).toBe("/join/sent");
  expect(await database.db.select().from(mails).where(eq(mails.userId, people.ruth.id))).toMatchObject([
    { kind: "person-account-exists" },
  ]);
});

it("says what is wrong, keeps what was typed but the password, and stops the sixth try", async () => {
  const proof = await proofOf("student");
  const wrong = await answerOf(action(await at("student", details(proof, { password: "short", name: "" }))));
  expect(wrong.status).toBe(422);
  expect(wrong.error).toHaveProperty("name");
  expect(wrong.initialValue).toMatchObject({ proof });
  const weak = await answerOf(action(await at("student", details(proof, { password: "short" }))));
  expect(weak.error).toHaveProperty("password");
  expect(JSON.stringify(weak)).not.toContain('short"');
  const email = `${randomUUID()}@example.org`;
  for (let i = 0; i < 5; i++) await action(await at("student", details(proof, { email })));
  expect((await answerOf(action(await at("student", details(proof, { email }))))).status).toBe(429);
});

it("asks for an invitation where the district invites its families", async () => {
  const lakeshore = eq(districtTable.id, districts.lakeshore.id);
  await database.db.update(districtTable).set({ familySignUp: "invitation" }).where(lakeshore);
  expect(await loader(await at("parent", undefined, "lakeshore"))).toMatchObject({ isOpen: false });
  expect((await thrownBy(action(await at("parent", details("x"), "lakeshore")))).status).toBe(302);
  await database.db.update(districtTable).set({ familySignUp: "open" }).where(lakeshore);
});

it("knows students and parents only", async () => {
  expect((await thrownBy(loader(await at("teacher")))).status).toBe(404);
});
