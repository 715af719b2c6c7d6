/** Profiles of many students at once, for what is worked out for all of a district, and whose each reader may hear of. */
import { and, asc, eq, gt, inArray, isNull, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { guardianships, studentProfiles, students, users } from "#db/schema/people.ts";
import type { District } from "../districts/districts.server.ts";
import { localDate } from "../districts/zone.ts";
import { readAnswers } from "../interests/questionnaire.ts";
import { isConfirmed } from "./guardianship.ts";
import { profileOf, type KnownStudent } from "./student-profiles.server.ts";

export type StudentOfDistrict = Pick<KnownStudent, "studentId" | "name" | "profile" | "answers">;

interface At {
  now: Date;
}

/** A page of the district's students, by id. */
export const pageOfStudents = (
  db: Database,
  district: District,
  { now, after, limit }: At & { after: string | null; limit: number },
): Promise<StudentOfDistrict[]> =>
  readStudents(db, district, { now, which: after === null ? undefined : gt(students.userId, after), limit });

/** By reader: of a student themselves, of a parent the children linked with them. */
export async function studentsOfReaders(
  db: Database,
  district: District,
  { now, readerIds }: At & { readerIds: readonly string[] },
): Promise<Map<string, StudentOfDistrict[]>> {
  const links = await db
    .select()
    .from(guardianships)
    .where(
      and(
        inArray(guardianships.parentId, [...readerIds]),
        eq(guardianships.districtId, district.id),
        isNull(guardianships.endedAt),
      ),
    );
  const confirmed = links.filter(isConfirmed);
  const ids = [...new Set([...readerIds, ...confirmed.map(({ studentId }) => studentId)])];
  const found = await readStudents(db, district, { now, which: inArray(students.userId, ids) });
  const byId = new Map(found.map((student) => [student.studentId, student]));
  return new Map(
    readerIds.map((readerId) => {
      const children = confirmed.filter(({ parentId }) => parentId === readerId).map(({ studentId }) => studentId);
      return [readerId, [readerId, ...children].flatMap((id) => byId.get(id) ?? [])];
    }),
  );
}

async function readStudents(
  db: Database,
  district: District,
  { now, which, limit = 1_000_000 }: At & { which: SQL | undefined; limit?: number },
): Promise<StudentOfDistrict[]> {
  const rows = await db
    .select({
      studentId: students.userId,
      name: users.name,
      schoolId: students.schoolId,
      kept: studentProfiles,
    })
    .from(students)
    .innerJoin(users, and(eq(users.id, students.userId), isNull(users.disabledAt)))
    .leftJoin(studentProfiles, eq(studentProfiles.studentId, students.userId))
    .where(and(eq(students.districtId, district.id), which))
    .orderBy(asc(students.userId))
    .limit(limit);
  const today = localDate(now, district.timeZone);
  return rows.map(({ studentId, name, schoolId, kept }) => ({
    ...{ studentId, name, profile: { ...profileOf(kept, today), schoolId } },
    answers: readAnswers(kept?.answers ?? ""),
  }));
}
