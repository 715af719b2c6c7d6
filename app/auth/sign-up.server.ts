/**
 * Signing up: an account that cannot be used until its address is proven. The page says the same to everyone; only the
 * mail, which its reader alone sees, says whether there was an account. Nobody gets into another's account by being
 * first: whoever signs up again for an address that is not proven replaces the role, and takes the password away unless
 * they know it.
 */
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { parents, students, users } from "#db/schema/people.ts";
import { oneTimeLinks } from "#db/schema/sign-in.ts";
import { done, refused, type Context, type Outcome, type Visitor } from "#app/domain/context.ts";
import { getDistrict, listSchools } from "#app/domain/districts/districts.server.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import { tell } from "#app/domain/mail/tell.server.ts";
import { once } from "#app/domain/once.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { createLink } from "./one-time-links.server.ts";
import { hashPassword, passwordMatches } from "./passwords.server.ts";

/** A partner's organization, if any, follows after the address is proven. */
export type SigningUpAs =
  | { as: "partner" }
  | { as: "student"; districtId: string; schoolId: string | null }
  | { as: "parent"; districtId: string };

export type SigningUp = SigningUpAs & {
  name: string;
  email: string;
  /** Null: signs in by links in mails. */
  password: string | null;
  /** Of the browser that signs up: the mail's link alone is enough there only. */
  browserHash: string;
  idempotencyKey: string;
};
type SignedUp = { mailed: true };
export type SignUpRefusal = "unknown_district" | "by_invitation" | "unknown_school";

export async function signUp(
  { db, now, locale }: Pick<RequestContext, "db" | "now" | "locale">,
  { password, browserHash, idempotencyKey, ...form }: SigningUp,
): Promise<Outcome<SignedUp, SignUpRefusal>> {
  const sameAddress = sql`lower(${users.email}) = lower(${form.email})`;
  const [known] = await db.select().from(users).where(sameAddress);
  // Both are done for everyone, so that time tells no one who has an account; and before the transaction.
  const knowsPassword = await passwordMatches(known?.passwordHash, password ?? "");
  const passwordHash = await hashPassword(password ?? "");
  const ctx: Context<Visitor> = { db, now, actor: { kind: "visitor", userId: null } };
  return once<Visitor, SignedUp, SignUpRefusal>(ctx, "sign-up", idempotencyKey, async (ctx) => {
    const refusal = await whyNot(ctx.db, form);
    if (refusal) return refused(refusal);
    const [created] = await ctx.db
      .insert(users)
      .values({ email: form.email, name: form.name, passwordHash: password && passwordHash, locale, createdAt: now })
      .onConflictDoNothing()
      .returning();
    const [user] = created ? [created] : await ctx.db.select().from(users).where(sameAddress).for("update");
    if (!user) throw new Error("an account was deleted while its address signed up");
    if (user.emailVerifiedAt) {
      if (!user.disabledAt) await tell(ctx, "person-account-exists", { userId: user.id }, {});
      return done({ mailed: true });
    }
    if (!created) await replaceUnproven(ctx, user.id, { name: form.name, keepsPassword: knowsPassword });
    await giveRole(ctx.db, user.id, form);
    const { districtId } = { districtId: undefined, ...form };
    await recordEvent(ctx, "person.signed_up", {
      id: user.id,
      ...(districtId && { districtId }),
      detail: { as: form.as },
    });
    const linkId = await createLink(ctx, { purpose: "verify_email", userId: user.id, email: user.email, browserHash });
    await tell(ctx, "person-address-to-verify", { userId: user.id }, { linkId }, districtId ? { districtId } : {});
    return done({ mailed: true });
  });
}

async function whyNot(db: Database, form: SigningUpAs): Promise<SignUpRefusal | null> {
  if (form.as === "partner") return null;
  const district = await getDistrict(db, form.districtId);
  if (!district) return "unknown_district";
  if (district.familySignUp !== "open") return "by_invitation";
  if (form.as === "parent" || form.schoolId === null) return null;
  const schools = await listSchools(db, district.id);
  return schools.some(({ id }) => id === form.schoolId) ? null : "unknown_school";
}

async function replaceUnproven(
  { db, now }: Context,
  userId: string,
  { name, keepsPassword }: { name: string; keepsPassword: boolean },
) {
  await db
    .update(users)
    .set({ name, ...(!keepsPassword && { passwordHash: null }) })
    .where(eq(users.id, userId));
  await db.delete(students).where(eq(students.userId, userId));
  await db.delete(parents).where(eq(parents.userId, userId));
  const open = and(eq(oneTimeLinks.userId, userId), isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, now));
  await db.update(oneTimeLinks).set({ expiresAt: now }).where(open);
}

async function giveRole(db: Database, userId: string, form: SigningUpAs) {
  if (form.as === "student")
    await db.insert(students).values({ userId, districtId: form.districtId, schoolId: form.schoolId });
  if (form.as === "parent") await db.insert(parents).values({ userId, districtId: form.districtId });
}
