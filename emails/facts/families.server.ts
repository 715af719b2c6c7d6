import { and, eq, isNull } from "drizzle-orm";
import { guardianships, users } from "#db/schema/people.ts";
import type { About } from "../about.server.ts";

export interface FamilyLink {
  /** The other one's name. */
  other: string;
  otherIs: "parent" | "student";
}

type AboutFamily = About<{ guardianshipId: string }>;

/** Null once the person has answered, the school has, or it was ended. */
export async function readAskedFamily(about: AboutFamily): Promise<FamilyLink | null> {
  const guardianship = await readLiving(about);
  if (!guardianship || guardianship.schoolSaidAt) return null;
  const { parentSaidAt, studentSaidAt } = guardianship;
  if (about.mail.userId === guardianship.studentId ? studentSaidAt : parentSaidAt) return null;
  return otherOf(about, guardianship);
}

export async function readConfirmedFamily(about: AboutFamily): Promise<FamilyLink | null> {
  const guardianship = await readLiving(about);
  if (!guardianship) return null;
  const { parentSaidAt, studentSaidAt, schoolSaidAt } = guardianship;
  return schoolSaidAt || (parentSaidAt && studentSaidAt) ? otherOf(about, guardianship) : null;
}

async function readLiving({ db, data }: AboutFamily) {
  const [guardianship] = await db
    .select()
    .from(guardianships)
    .where(and(eq(guardianships.id, data.guardianshipId), isNull(guardianships.endedAt)));
  return guardianship ?? null;
}

/** Nobody but the two of them is told of it. */
async function otherOf(
  { db, mail }: AboutFamily,
  { parentId, studentId }: typeof guardianships.$inferSelect,
): Promise<FamilyLink | null> {
  if (mail.userId !== parentId && mail.userId !== studentId) return null;
  const otherIs = mail.userId === studentId ? "parent" : "student";
  const otherId = otherIs === "parent" ? parentId : studentId;
  const [other] = await db.select({ name: users.name }).from(users).where(eq(users.id, otherId));
  return other ? { other: other.name, otherIs } : null;
}
