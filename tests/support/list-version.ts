import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";

/** Grows with every change of a district's list that readers can see. */
export async function listVersionOf(db: Database, districtId: string): Promise<number> {
  const [district] = await db.select().from(districts).where(eq(districts.id, districtId));
  return district!.listVersion;
}
