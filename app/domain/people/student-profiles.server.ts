/**
 * A student's profile, as the student and the parents linked with them read and write it; nobody else does. The log says
 * that it was changed and by whom, never what it says.
 */
import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { guardianships, studentProfiles, students, users } from "#db/schema/people.ts";
import { careerClusters } from "#db/schema/reference.ts";
import type { Database } from "#db/database.ts";
import { done, refused, type Context, type Outcome } from "../context.ts";
import { getDistrict, ownsAll } from "../districts/districts.server.ts";
import { pointOfZip } from "../districts/places.server.ts";
import { localDate } from "../districts/zone.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { readAnswers, writeAnswers, type Answers } from "../interests/questionnaire.ts";
import { once } from "../once.server.ts";
import { isOldEnough } from "./age.ts";
import { isConfirmed } from "./guardianship.ts";
import type { Relative } from "./guardianships.server.ts";
import { classOfGrade, gradeOfClass, type StudentProfile } from "./student-profile.ts";

/** Whose: a parent names the link with the child; null: one's own. */
export interface Whose {
  guardianshipId: string | null;
}

export interface KnownStudent {
  studentId: string;
  name: string;
  profile: StudentProfile;
  answers: Answers;
  /** 0: nothing is kept yet. */
  version: number;
  /** Parents who may read and change it, by name. */
  parents: string[];
  changed: { by: string | null; at: Date } | null;
}

/** Null: no student, or not a child of this parent's. */
export async function getStudentProfile(ctx: Context<Relative>, whose: Whose): Promise<KnownStudent | null> {
  const studentId = await studentOf(ctx, whose);
  if (!studentId) return null;
  const changer = alias(users, "changer");
  const [[row], parents, today] = await Promise.all([
    ctx.db
      .select({ name: users.name, schoolId: students.schoolId, kept: studentProfiles, changedBy: changer.name })
      .from(students)
      .innerJoin(users, eq(users.id, students.userId))
      .leftJoin(studentProfiles, eq(studentProfiles.studentId, students.userId))
      .leftJoin(changer, eq(changer.id, studentProfiles.changedBy))
      .where(eq(students.userId, studentId)),
    namesOfParents(ctx.db, studentId),
    todayIn(ctx),
  ]);
  if (!row) return null;
  const { name, schoolId, kept, changedBy } = row;
  return {
    ...{ studentId, name, parents },
    profile: { ...profileOf(kept, today), schoolId },
    answers: readAnswers(kept?.answers ?? ""),
    version: kept?.version ?? 0,
    changed: kept && { by: changedBy, at: kept.changedAt },
  };
}

type Saving = Whose & { idempotencyKey: string };
type ProfileRefusal = "not_found" | "changed_since_read" | "unknown_choice" | "unknown_zip" | "too_young";

/** Writes the profile as a whole but for the answers, which are only forgotten here. */
export function saveStudentProfile(
  ctx: Context<Relative>,
  {
    version,
    profile,
    forgetAnswers,
    idempotencyKey,
    ...whose
  }: Saving & {
    version: number;
    profile: StudentProfile;
    forgetAnswers: boolean;
  },
): Promise<Outcome<null, ProfileRefusal>> {
  return once<Relative, null, ProfileRefusal>(ctx, "save-student-profile", idempotencyKey, async (ctx) => {
    const studentId = await studentOf(ctx, whose);
    if (!studentId) return refused("not_found");
    const { schoolId, grade, ...said } = profile;
    const wrong = await problemOf(ctx, profile);
    if (wrong) return refused(wrong);
    const classOf = grade === null ? null : classOfGrade(grade, await todayIn(ctx));
    const values = { ...said, classOf, ...(forgetAnswers && { answers: null }) };
    if (!(await write(ctx, studentId, values, version))) return refused("changed_since_read");
    await ctx.db.update(students).set({ schoolId }).where(eq(students.userId, studentId));
    return done(null);
  });
}

/** Keeps the answers to the interest questions: only somebody who asked for it gets here. */
export function keepAnswers(
  ctx: Context<Relative>,
  { answers, idempotencyKey, ...whose }: Saving & { answers: Answers },
): Promise<Outcome<null, "not_found">> {
  return once<Relative, null, "not_found">(ctx, "keep-answers", idempotencyKey, async (ctx) => {
    const studentId = await studentOf(ctx, whose);
    if (!studentId) return refused("not_found");
    await write(ctx, studentId, { answers: writeAnswers(answers) || null }, null);
    return done(null);
  });
}

/** The student acts for themselves, a parent for a child as long as both are family to us. */
async function studentOf({ db, actor }: Context<Relative>, { guardianshipId }: Whose): Promise<string | null> {
  if (actor.kind === "student") return guardianshipId === null ? actor.userId : null;
  if (guardianshipId === null) return null;
  const [link] = await db
    .select()
    .from(guardianships)
    .where(
      and(
        eq(guardianships.id, guardianshipId),
        eq(guardianships.parentId, actor.userId),
        eq(guardianships.districtId, actor.districtId),
      ),
    );
  return link && isConfirmed(link) ? link.studentId : null;
}

type Values = Partial<typeof studentProfiles.$inferInsert>;

/** False: the row is not at `version` any more; null writes over any. */
async function write(ctx: Context<Relative>, studentId: string, values: Values, version: number | null) {
  const { db, now, actor } = ctx;
  const changed = { ...values, changedBy: actor.userId, changedAt: now };
  const [written] = await db
    .insert(studentProfiles)
    .values({ studentId, ...changed, createdAt: now })
    .onConflictDoUpdate({
      target: studentProfiles.studentId,
      set: { ...changed, version: sql`${studentProfiles.version} + 1` },
      ...(version !== null && { setWhere: eq(studentProfiles.version, version) }),
    })
    .returning({ version: studentProfiles.version });
  if (!written) return false;
  await recordEvent(ctx, "person.profile_changed", { id: studentId, detail: { by: actor.kind } });
  return true;
}

async function problemOf(ctx: Context<Relative>, profile: StudentProfile): Promise<ProfileRefusal | null> {
  const { db, now, actor } = ctx;
  const { schoolId, pathwayIds, clusters, zip, birthYear, birthMonth } = profile;
  if (birthYear !== null && birthMonth !== null && !isOldEnough({ birthYear, birthMonth }, now)) return "too_young";
  const own = { pathwayIds, schoolIds: schoolId === null ? [] : [schoolId] };
  const known = await db.select({ code: careerClusters.code }).from(careerClusters);
  const isKnown = clusters.every((asked) => known.some(({ code }) => code === asked));
  if (!isKnown || !(await ownsAll(db, actor.districtId, own))) return "unknown_choice";
  return zip !== null && (await pointOfZip(db, zip)).latitude === null ? "unknown_zip" : null;
}

/** As it reads today: the grade follows the year of graduation. */
export function profileOf(
  kept: typeof studentProfiles.$inferSelect | null,
  today: string,
): Omit<StudentProfile, "schoolId"> {
  return {
    grade: kept?.classOf ? gradeOfClass(kept.classOf, today) : null,
    birthYear: kept?.birthYear ?? null,
    birthMonth: kept?.birthMonth ?? null,
    clusters: kept?.clusters ?? [],
    pathwayIds: kept?.pathwayIds ?? [],
    freeAt: (kept?.freeAt ?? []) as StudentProfile["freeAt"],
    travel: (kept?.travel ?? []) as StudentProfile["travel"],
    withinMiles: kept?.withinMiles ?? null,
    zip: kept?.zip ?? null,
    languages: (kept?.languages ?? []) as StudentProfile["languages"],
    needs: (kept?.needs ?? []) as StudentProfile["needs"],
    skills: kept?.skills ?? [],
  };
}

async function namesOfParents(db: Database, studentId: string): Promise<string[]> {
  const rows = await db
    .select({ link: guardianships, name: users.name })
    .from(guardianships)
    .innerJoin(users, eq(users.id, guardianships.parentId))
    .where(and(eq(guardianships.studentId, studentId), isNull(guardianships.endedAt)));
  return rows.filter(({ link }) => isConfirmed(link)).map(({ name }) => name);
}

async function todayIn({ db, now, actor }: Context<Relative>): Promise<string> {
  const district = await getDistrict(db, actor.districtId);
  return localDate(now, district?.timeZone ?? "UTC");
}
