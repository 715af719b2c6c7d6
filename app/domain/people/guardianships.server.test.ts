import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { mails } from "#db/schema/mail.ts";
import { guardianships, parents, students } from "#db/schema/people.ts";
import { districts, people } from "#db/seed/cast.ts";
import type { Context } from "#app/domain/context.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenPerson } from "#tests/support/givens.ts";
import { testKeys } from "#tests/support/keys.ts";
import {
  answerGuardianship,
  askFamily,
  enterFamilyCode,
  makeFamilyCode,
  ownFamilyCode,
  type Relative,
} from "./guardianships.server.ts";
import { confirmGuardianship, endGuardianship, listFamily, listWaitingFamilies } from "./family-links.server.ts";

const database = useTestDatabase();
const key = () => ({ idempotencyKey: randomUUID() });
const as = (
  kind: Relative["kind"],
  userId: string,
  districtId: string = districts.riverbend.id,
): Context<Relative> => ({
  db: database.db,
  now: TEST_NOW,
  actor: { kind, userId, districtId },
});
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);

async function given(kind: Relative["kind"], name: string, districtId: string = districts.riverbend.id) {
  const person = await givenPerson(database.db, { name });
  await database.db.insert(kind === "parent" ? parents : students).values({ userId: person.id, districtId });
  return { ...person, ctx: as(kind, person.id, districtId) };
}
const family = async () => ({ student: await given("student", "Sam Oak"), parent: await given("parent", "Kim Oak") });
async function codeOf(ctx: Context<Relative>) {
  await makeFamilyCode(ctx, key());
  return (await ownFamilyCode(ctx, testKeys))!.code;
}
const enter = (ctx: Context<Relative>, code: string) => enterFamilyCode(ctx, testKeys, { code, ...key() });
const alive = async (studentId: string) =>
  database.db
    .select()
    .from(guardianships)
    .where(and(eq(guardianships.studentId, studentId), isNull(guardianships.endedAt)));
const told = async (userId: string) =>
  (await database.db.select().from(mails).where(eq(mails.userId, userId))).map(({ kind }) => kind);
const NOBODY = { confirmed: [], asking: [] };

describe("a code", () => {
  it.each(["student", "parent"] as const)("shown by the %s and typed by the other makes them family", async (shows) => {
    const both = await family();
    const [one, other] = shows === "student" ? [both.student, both.parent] : [both.parent, both.student];
    const code = await codeOf(one.ctx);
    expect(code).toMatch(/^\d{8}$/);
    const outcome = await enter(other.ctx, code);
    expect(outcome).toMatchObject({ ok: true });
    expect(await alive(both.student.id)).toMatchObject([
      { parentId: both.parent.id, parentSaidAt: TEST_NOW, studentSaidAt: TEST_NOW, districtId: districts.riverbend.id },
    ]);
    expect((await listFamily(both.parent.ctx)).confirmed.map(({ name }) => name)).toEqual(["Sam Oak"]);
    expect((await listFamily(both.student.ctx)).confirmed.map(({ name }) => name)).toEqual(["Kim Oak"]);
    expect(await told(one.id)).toEqual(["family-guardianship-confirmed"]);
    const id = outcome.ok ? outcome.value.guardianshipId : "";
    expect(await database.db.select().from(events).where(eq(events.subjectId, id))).toMatchObject([
      { name: "guardianship.confirmed", actorId: other.id, detail: { by: "code" } },
    ]);
  });

  it("works once, also for 20 at once, and ends with the next one", async () => {
    const { student } = await family();
    const old = await codeOf(student.ctx);
    const code = await codeOf(student.ctx);
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => given("parent", "Kim Oak")));
    expect(await enter(first!.ctx, old)).toEqual({ ok: false, refusal: "unknown_code" });
    const outcomes = await Promise.all(others.map(({ ctx }) => enter(ctx, code)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await alive(student.id)).toHaveLength(1);
  });

  it("is answered alike when it is wrong, over, one's own, of the same role or of another district", async () => {
    const { student, parent } = await family();
    const far = await given("parent", "Far Oak", districts.lakeshore.id);
    const peer = await given("student", "Jo Elm");
    const code = await codeOf(student.ctx);
    const late = { ...parent.ctx, now: new Date(TEST_NOW.getTime() + 24 * 3_600_000 + 1) };
    const tries: [Context<Relative>, string][] = [
      [parent.ctx, code === "00000000" ? "00000001" : "00000000"],
      [parent.ctx, ""],
      [late, code],
      [student.ctx, code],
      [peer.ctx, code],
      [far.ctx, code],
    ];
    for (const [ctx, typed] of tries) expect(await enter(ctx, typed)).toEqual({ ok: false, refusal: "unknown_code" });
    expect(await alive(student.id)).toEqual([]);
    expect(await enter(parent.ctx, code)).toMatchObject({ ok: true });
  });
});

describe("asking by mail", () => {
  it("waits for the other's yes, and shows the asker nothing until then", async () => {
    const { student, parent } = await family();
    expect(await askFamily(parent.ctx, { email: student.email.toUpperCase(), ...key() })).toEqual({
      ok: true,
      value: { asked: true },
    });
    expect(await told(student.id)).toEqual(["family-guardianship-asked"]);
    expect(await listFamily(parent.ctx)).toEqual(NOBODY);
    const { asking } = await listFamily(student.ctx);
    expect(asking).toMatchObject([{ name: "Kim Oak" }]);
    expect(await answerGuardianship(student.ctx, { guardianshipId: asking[0]!.id, ...key() })).toMatchObject({
      ok: true,
    });
    expect((await listFamily(parent.ctx)).confirmed).toMatchObject([{ name: "Sam Oak" }]);
    expect(await told(parent.id)).toEqual(["family-guardianship-confirmed"]);
  });

  it("tells a parent who is asked a first name only", async () => {
    const { student, parent } = await family();
    await askFamily(student.ctx, { email: parent.email, ...key() });
    expect((await listFamily(parent.ctx)).asking).toMatchObject([{ name: "Sam" }]);
  });

  it("is a yes when the other asked first", async () => {
    const { student, parent } = await family();
    await askFamily(student.ctx, { email: parent.email, ...key() });
    await askFamily(parent.ctx, { email: student.email, ...key() });
    expect((await listFamily(parent.ctx)).confirmed).toHaveLength(1);
  });

  it("answers alike, writes and mails nothing, when nobody fit has that address", async () => {
    const { student, parent } = await family();
    const far = await given("student", "Far Elm", districts.lakeshore.id);
    const before = [await database.db.$count(guardianships), await database.db.$count(mails)];
    for (const email of ["nobody@example.org", parent.email, far.email, people.dana.email, people.hal.email])
      expect(await askFamily(parent.ctx, { email, ...key() })).toEqual({ ok: true, value: { asked: true } });
    expect([await database.db.$count(guardianships), await database.db.$count(mails)]).toEqual(before);
    expect(await told(student.id)).toEqual([]);
  });

  it("mails once however often one asks", async () => {
    const { student, parent } = await family();
    for (let i = 0; i < 3; i++) await askFamily(parent.ctx, { email: student.email, ...key() });
    expect(await told(student.id)).toHaveLength(1);
    expect(await alive(student.id)).toHaveLength(1);
  });
});

describe("who may not", () => {
  async function asked() {
    const both = await family();
    await askFamily(both.parent.ctx, { email: both.student.email, ...key() });
    return { ...both, guardianshipId: (await alive(both.student.id))[0]!.id };
  }

  it("a parent's own yes does not stand for the student's", async () => {
    const { parent, guardianshipId } = await asked();
    await answerGuardianship(parent.ctx, { guardianshipId, ...key() });
    expect(await listFamily(parent.ctx)).toEqual(NOBODY);
  });

  it("another family, and another district's coordinator, neither see, answer nor end it", async () => {
    const { student, guardianshipId } = await asked();
    const [stranger, other] = [await given("parent", "Lee Ash"), await given("student", "Jo Ash")];
    const change = () => ({ guardianshipId, ...key() });
    const outcomes = await Promise.all([
      answerGuardianship(stranger.ctx, change()),
      answerGuardianship(other.ctx, change()),
      endGuardianship(stranger.ctx, change()),
      endGuardianship(priya(), change()),
      confirmGuardianship(priya(), change()),
      confirmGuardianship(dana(), { guardianshipId: randomUUID(), ...key() }),
    ]);
    expect(outcomes).toEqual(Array(6).fill({ ok: false, refusal: "not_found" }));
    expect(await listFamily(stranger.ctx)).toEqual(NOBODY);
    expect((await listWaitingFamilies(priya())).map(({ id }) => id)).not.toContain(guardianshipId);
    expect(await alive(student.id)).toHaveLength(1);
  });

  it("the school's word is enough: both are told", async () => {
    const { student, parent, guardianshipId } = await asked();
    expect(await listWaitingFamilies(dana())).toContainEqual(
      expect.objectContaining({ id: guardianshipId, parent: "Kim Oak", student: "Sam Oak", askedBy: "parent" }),
    );
    expect(await confirmGuardianship(dana(), { guardianshipId, ...key() })).toMatchObject({ ok: true });
    expect((await listFamily(parent.ctx)).confirmed).toMatchObject([{ name: "Sam Oak" }]);
    expect([await told(parent.id), (await told(student.id)).at(-1)]).toEqual([
      ["family-guardianship-confirmed"],
      "family-guardianship-confirmed",
    ]);
    expect((await listWaitingFamilies(dana())).map(({ id }) => id)).not.toContain(guardianshipId);
  });

  it.each(["student", "parent", "school"] as const)("the %s ends it, for both", async (who) => {
    const { student, parent, guardianshipId } = await asked();
    await confirmGuardianship(dana(), { guardianshipId, ...key() });
    const ctx = who === "school" ? dana() : who === "student" ? student.ctx : parent.ctx;
    expect(await endGuardianship(ctx, { guardianshipId, ...key() })).toMatchObject({ ok: true });
    expect([await listFamily(student.ctx), await listFamily(parent.ctx)]).toEqual([NOBODY, NOBODY]);
    const [ended] = await database.db.select().from(guardianships).where(eq(guardianships.id, guardianshipId));
    expect(ended).toMatchObject({ endedBy: ctx.actor.userId, endedAt: TEST_NOW });
    expect(await endGuardianship(ctx, { guardianshipId, ...key() })).toEqual({ ok: false, refusal: "not_found" });
    // What is over can be begun anew.
    expect(await enter(parent.ctx, await codeOf(student.ctx))).toMatchObject({ ok: true });
  });
});
