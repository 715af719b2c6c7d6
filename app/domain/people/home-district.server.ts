import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districtStaff, parents, students } from "#db/schema/people.ts";

/** The district a person works for, learns in or has a family in; null for partners, who are of none, and operators. */
export async function homeDistrictOf(db: Database, userId: string): Promise<string | null> {
  for (const table of [districtStaff, students, parents]) {
    const [home] = await db.select({ id: table.districtId }).from(table).where(eq(table.userId, userId));
    if (home) return home.id;
  }
  return null;
}
