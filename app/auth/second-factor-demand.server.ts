/**
 * Whom the site asks for a second factor: who works for a district, after the days the district gives them, and who
 * runs the platform, at once. A school's own sign-in and a passkey count as one. The demo's people are not asked:
 * their password is public anyway.
 */
import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";
import { users } from "#db/schema/people.ts";
import { isEnoughAlone } from "#app/domain/people/password-rules.ts";
import { isRecent } from "./confirming.server.ts";
import { hasSecondFactor } from "./entering.server.ts";
import { passwordMatches } from "./passwords.server.ts";
import type { Roles } from "./roles.server.ts";
import type { SignedInUser } from "./sessions.server.ts";

type Asked = Pick<SignedInUser, "isDemo"> & Pick<Roles, "staffOf" | "isOperator">;

/** From when on this person cannot work without one; null: they need none. */
export async function demandedFrom(db: Database, { isDemo, staffOf, isOperator }: Asked): Promise<Date | null> {
  if (isDemo) return null;
  if (isOperator) return new Date(0);
  if (!staffOf) return null;
  const [district] = await db
    .select({ days: districts.secondFactorGraceDays })
    .from(districts)
    .where(eq(districts.id, staffOf.districtId));
  return new Date(staffOf.since.getTime() + (district?.days ?? 0) * 86_400_000);
}

/** When this person has to have one at the latest, who has none yet; null: nothing is missing. */
export async function secondFactorMissing(
  db: Database,
  person: Asked & Pick<SignedInUser, "id" | "session">,
): Promise<Date | null> {
  if (person.session.secondFactorAt) return null;
  const from = await demandedFrom(db, person);
  return from && !(await hasSecondFactor(db, person.id)) ? from : null;
}

/**
 * Whether the last second factor may go: `yes`, or what stands against it. The password is asked for its length; who has
 * none proves to be there by having signed in just now.
 */
export async function mayBeWithout(
  { db, now }: { db: Database; now: Date },
  person: Asked & Pick<SignedInUser, "id" | "session">,
  password: string,
): Promise<"yes" | "demanded" | "password_short" | "password_wrong" | "sign_in_again"> {
  if (await demandedFrom(db, person)) return "demanded";
  const [user] = await db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, person.id));
  if (!user?.hash) return isRecent(person.session, now) ? "yes" : "sign_in_again";
  if (!(await passwordMatches(user.hash, password))) return "password_wrong";
  return isEnoughAlone(password) ? "yes" : "password_short";
}
