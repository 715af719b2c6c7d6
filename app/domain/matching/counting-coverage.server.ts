/** Every night, by the district's clock, its students are counted by what the list has for them; only the counts are kept. */
import { eq } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { coverageCells, coverageCounts } from "#db/schema/matching.ts";
import type { Context, System } from "../context.ts";
import { listPathways, type District } from "../districts/districts.server.ts";
import { localDate } from "../districts/zone.ts";
import { pageOfStudents, type StudentOfDistrict } from "../people/student-readers.server.ts";
import { cellOf, silentInTens, type Tally } from "./coverage.ts";
import { learnersOf } from "./for-student.server.ts";
import { ENOUGH_MATCHES, hasGoodMatches } from "./good-matches.ts";
import { toldWhatFits } from "./learner.ts";
import { matchIndexOf } from "./matches.server.ts";

/** Students looked at together; between two batches others get their turn. */
const BATCH = 100;

/** How many districts were counted; one that was counted on its day is left as it is. */
export async function countCoverage(ctx: Context<System>): Promise<number> {
  const rows = await ctx.db
    .select({ district: districts, countedOn: coverageCounts.countedOn })
    .from(districts)
    .leftJoin(coverageCounts, eq(coverageCounts.districtId, districts.id));
  const due = rows.filter(({ district, countedOn }) => countedOn !== localDate(ctx.now, district.timeZone));
  for (const { district } of due) await write(ctx, district, await count(ctx, district));
  return due.length;
}

interface Counted {
  said: number;
  silent: number;
  /** By pathway and school, either of which may not have been named. */
  cells: Map<string, Tally & { pathwayId: string | null; schoolId: string | null }>;
}

async function count({ db, now }: Context<System>, district: District): Promise<Counted> {
  const index = await matchIndexOf(db, district, now);
  const offered = new Set((await listPathways(db, district.id)).map(({ id }) => id));
  const counted: Counted = { said: 0, silent: 0, cells: new Map() };
  for (let after: string | null = null; ;) {
    const students: StudentOfDistrict[] = await pageOfStudents(db, district, { now, after, limit: BATCH });
    const learners = await learnersOf(db, district, students);
    students.forEach(({ profile: { schoolId, pathwayIds } }, i) => {
      const learner = learners[i]!;
      if (!toldWhatFits(learner)) return void counted.silent++;
      counted.said++;
      const isServed = hasGoodMatches(index, learner, { now, limit: ENOUGH_MATCHES });
      const chosen = pathwayIds.filter((id) => offered.has(id));
      for (const pathwayId of chosen.length > 0 ? chosen : [null]) add(counted, { pathwayId, schoolId, isServed });
    });
    if (students.length < BATCH) return counted;
    after = students.at(-1)!.studentId;
  }
}

type Place = { pathwayId: string | null; schoolId: string | null };

function add({ cells }: Counted, { isServed, ...place }: Place & { isServed: boolean }) {
  const key = `${place.pathwayId} ${place.schoolId}`;
  const cell = cells.get(key) ?? { ...place, students: 0, served: 0 };
  cells.set(key, { ...cell, students: cell.students + 1, served: cell.served + Number(isServed) });
}

function write({ db, now }: Context<System>, { id: districtId, timeZone }: District, counted: Counted): Promise<void> {
  const rows = [...counted.cells.values()].flatMap(({ pathwayId, schoolId, ...tally }) => {
    const cell = cellOf(tally);
    return cell ? [{ districtId, pathwayId, schoolId, ...cell }] : [];
  });
  const counts = { countedOn: localDate(now, timeZone), silent: silentInTens(counted) };
  return db.transaction(async (tx) => {
    await tx
      .insert(coverageCounts)
      .values({ districtId, ...counts })
      .onConflictDoUpdate({ target: coverageCounts.districtId, set: counts });
    await tx.delete(coverageCells).where(eq(coverageCells.districtId, districtId));
    if (rows.length > 0) await tx.insert(coverageCells).values(rows);
  });
}
