import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { schoolBreaks } from "#db/schema/districts.ts";

/** Days without school in the district, by their first; none: it has entered no calendar. */
export function listBreaks(db: Database, districtId: string): Promise<{ startsOn: string; endsOn: string }[]> {
  return db
    .select({ startsOn: schoolBreaks.startsOn, endsOn: schoolBreaks.endsOn })
    .from(schoolBreaks)
    .where(eq(schoolBreaks.districtId, districtId))
    .orderBy(asc(schoolBreaks.startsOn));
}
