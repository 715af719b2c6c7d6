import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { guardianships as links, studentProfiles, students } from "#db/schema/people.ts";
import { districts, guardianships, people } from "#db/seed/cast.ts";
import type { Context } from "#app/domain/context.ts";
import { listPathways, listSchools } from "#app/domain/districts/districts.server.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { readAnswers } from "../interests/questionnaire.ts";
import { deleteAccount } from "./deletion.server.ts";
import { everythingAbout } from "./everything-about.server.ts";
import { endGuardianship } from "./family-links.server.ts";
import type { Relative } from "./guardianships.server.ts";
import type { StudentProfile } from "./student-profile.ts";
import { getStudentProfile, keepAnswers, saveStudentProfile, type Whose } from "./student-profiles.server.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const [ofLeo, ofAna] = guardianships;
const OWN: Whose = { guardianshipId: null };
const LEO = { guardianshipId: ofLeo.id };
const key = () => ({ idempotencyKey: randomUUID() });
const as = (kind: Relative["kind"], userId: string, districtId: string = riverbend.id, now = TEST_NOW) =>
  ({ db: database.db, now, actor: { kind, userId, districtId } }) satisfies Context<Relative>;
const leo = (now?: Date) => as("student", people.leo.id, riverbend.id, now);
const rosa = () => as("parent", people.rosa.id);

const SAID: StudentProfile = {
  ...{ schoolId: null, grade: 10, birthYear: 2010, birthMonth: 5, clusters: ["010300"], pathwayIds: [] },
  ...{ freeAt: ["after_school"], travel: ["bus"], withinMiles: 5, zip: "61201", languages: ["es"] },
  ...{ needs: ["paid"], skills: ["first aid"] },
};
const save = (ctx: Context<Relative>, change: Partial<StudentProfile> = {}, { version = 0, whose = OWN } = {}) =>
  saveStudentProfile(ctx, { ...whose, ...key(), version, forgetAnswers: false, profile: { ...SAID, ...change } });

beforeEach(async () => {
  await database.db.delete(studentProfiles);
  await database.db.update(links).set({ endedAt: null }).where(eq(links.id, ofLeo.id));
});

it("keeps what was said, for the student and the parents linked with them, and says who changed it", async () => {
  const [school] = await listSchools(database.db, riverbend.id);
  expect((await save(leo(), { schoolId: school!.id })).ok).toBe(true);
  const read = await getStudentProfile(rosa(), LEO);
  expect(read).toMatchObject({ version: 1, parents: [people.rosa.name], changed: { by: people.leo.name } });
  expect(read?.profile).toEqual({ ...SAID, schoolId: school!.id });
  expect((await save(rosa(), { needs: [] }, { version: 1, whose: LEO })).ok).toBe(true);
  const after = await getStudentProfile(leo(), OWN);
  expect(after).toMatchObject({
    version: 2,
    changed: { by: people.rosa.name },
    profile: { needs: [], schoolId: null },
  });
  const log = await database.db.select().from(events).where(eq(events.name, "person.profile_changed"));
  expect(log.map(({ subjectId, detail }) => [subjectId, detail])).toEqual([
    [people.leo.id, { by: "student" }],
    [people.leo.id, { by: "parent" }],
  ]);
});

it("moves the grade up in August, and has none after the last", async () => {
  await save(leo());
  const gradeOn = async (day: string) =>
    (await getStudentProfile(leo(new Date(`${day}T18:00:00Z`)), OWN))?.profile.grade;
  expect(await gradeOn("2027-07-31")).toBe(10);
  expect(await gradeOn("2027-08-01")).toBe(11);
  expect(await gradeOn("2029-08-01")).toBeNull();
});

it("refuses the later of two tabs, and does a form sent twice once", async () => {
  const twin = { ...OWN, ...key(), version: 0, forgetAnswers: false, profile: SAID };
  await saveStudentProfile(leo(), twin);
  expect((await saveStudentProfile(leo(), twin)).ok).toBe(true);
  expect(await save(leo())).toEqual({ ok: false, refusal: "changed_since_read" });
  expect(await save(leo(), {}, { version: 7 })).toEqual({ ok: false, refusal: "changed_since_read" });
  expect((await getStudentProfile(leo(), OWN))?.version).toBe(1);
});

it("refuses who is under 13, an unknown ZIP code, and another district's school or pathway", async () => {
  const [school] = await listSchools(database.db, lakeshore.id);
  const [pathway] = await listPathways(database.db, lakeshore.id);
  for (const [change, refusal] of [
    [{ birthYear: 2014, birthMonth: 3 }, "too_young"],
    [{ zip: "00000" }, "unknown_zip"],
    [{ schoolId: school!.id }, "unknown_choice"],
    [{ pathwayIds: [pathway!.id] }, "unknown_choice"],
    [{ clusters: ["999999"] }, "unknown_choice"],
  ] as const)
    expect(await save(leo(), change as Partial<StudentProfile>)).toEqual({ ok: false, refusal });
  expect(await database.db.$count(studentProfiles)).toBe(0);
});

it("is nobody else's: not a parent's without both words, nor after the link ended, nor another student's or district's", async () => {
  await save(leo());
  const others: [Context<Relative>, Whose][] = [
    [rosa(), { guardianshipId: ofAna.id }],
    [rosa(), OWN],
    [as("student", people.ana.id), LEO],
    [as("parent", people.ruth.id, lakeshore.id), LEO],
    [as("parent", people.rosa.id, lakeshore.id), LEO],
  ];
  await endGuardianship(leo(), { guardianshipId: ofLeo.id, ...key() });
  for (const [ctx, whose] of [...others, [rosa(), LEO] as const]) {
    expect(await getStudentProfile(ctx, whose)).toBeNull();
    expect(await save(ctx, {}, { version: 1, whose })).toEqual({
      ok: false,
      refusal: "not_found",
    });
    const answers = { ...whose, ...key(), answers: { fix_bike: "like" } as const };
    expect(await keepAnswers(ctx, answers)).toEqual({ ok: false, refusal: "not_found" });
  }
  expect((await getStudentProfile(leo(), OWN))?.parents).toEqual([]);
});

it("keeps answers when asked to, leaves them alone when the rest is saved, and forgets them when asked to", async () => {
  await keepAnswers(rosa(), { ...LEO, ...key(), answers: readAnswers("210") });
  expect((await getStudentProfile(leo(), OWN))?.answers).toEqual(readAnswers("210"));
  await save(leo(), {}, { version: 1 });
  expect((await getStudentProfile(leo(), OWN))?.answers).toEqual(readAnswers("210"));
  await saveStudentProfile(leo(), { ...OWN, ...key(), version: 2, forgetAnswers: true, profile: SAID });
  expect((await getStudentProfile(leo(), OWN))?.answers).toEqual({});
});

it("is the student's to take along, and goes with the account", async () => {
  await save(rosa(), {}, { whose: LEO });
  const about = async (userId: string) =>
    (await everythingAbout({ ...leo(), actor: { kind: "person", userId } })).filter(
      ({ table }) => table === "student_profiles",
    );
  expect(await about(people.leo.id)).toMatchObject([{ rows: [{ zip: "61201", classOf: 2029 }] }]);
  expect(await about(people.rosa.id)).toEqual([{ table: "student_profiles", rows: [{ changedAt: TEST_NOW }] }]);
  await deleteAccount({ ...leo(), actor: { kind: "person", userId: people.leo.id } });
  expect(await database.db.$count(studentProfiles)).toBe(0);
  expect(await database.db.$count(students, eq(students.userId, people.leo.id))).toBe(0);
});
