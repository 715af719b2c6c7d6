/**
 * Families: a parent and a student are linked once both said so or their school did, and either ends it. A code that one
 * shows and the other types is both saying so; a mail asks. What a stranger could try is answered in one way: no code of
 * another district, no wrong code and no unknown address is told from another.
 */
import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { guardianships, parents, students, users } from "#db/schema/people.ts";
import { oneTimeLinks } from "#db/schema/sign-in.ts";
import { done, refused, type Context, type Outcome, type Parent, type Student } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tell } from "../mail/tell.server.ts";
import { once } from "../once.server.ts";
import { isConfirmed, type Guardianship } from "./guardianship.ts";

export type Relative = Student | Parent;
/** Eight digits of a link's id; only the application can make them. */
export interface Codes {
  code(purpose: string, id: string): string;
}
interface Pair {
  parentId: string;
  studentId: string;
}

const PURPOSE = "guardian_code";
/** Long enough for a parent to come home: a code is guessed against all that are shown in its district. */
const CODE_HOURS = 24;

const otherRole = ({ kind }: Relative) => (kind === "parent" ? students : parents);
const pairOf = ({ kind, userId }: Relative, otherId: string): Pair =>
  kind === "parent" ? { parentId: userId, studentId: otherId } : { parentId: otherId, studentId: userId };
const saidBy = ({ kind }: Relative, now: Date) => (kind === "parent" ? { parentSaidAt: now } : { studentSaidAt: now });

const living = (now: Date) =>
  and(eq(oneTimeLinks.purpose, PURPOSE), isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, now));

/** Showing the code to someone is one's own yes; an earlier code ends. */
export function makeFamilyCode(
  ctx: Context<Relative>,
  { idempotencyKey }: { idempotencyKey: string },
): Promise<Outcome<{ made: true }, never>> {
  return once<Relative, { made: true }, never>(ctx, "make-family-code", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, actor.userId)).for("update");
    await db
      .update(oneTimeLinks)
      .set({ expiresAt: now })
      .where(and(eq(oneTimeLinks.userId, actor.userId), living(now)));
    const expiresAt = new Date(now.getTime() + CODE_HOURS * 3_600_000);
    const link = { purpose: PURPOSE, userId: actor.userId, email: user!.email, expiresAt, createdAt: now } as const;
    await db.insert(oneTimeLinks).values(link);
    await recordEvent(ctx, "guardianship.code_made", { id: actor.userId, districtId: actor.districtId });
    return done({ made: true });
  });
}

/** The code one may show now, if there is one. */
export async function ownFamilyCode({ db, actor, now }: Context<Relative>, codes: Codes) {
  const [link] = await db
    .select()
    .from(oneTimeLinks)
    .where(and(eq(oneTimeLinks.userId, actor.userId), living(now)));
  return link ? { code: codes.code(PURPOSE, link.id), expiresAt: link.expiresAt } : null;
}

/** Typing the other's code is one's own yes, and uses it up. Count the tries: it can be guessed. */
export function enterFamilyCode(
  ctx: Context<Relative>,
  codes: Codes,
  { code, idempotencyKey }: { code: string; idempotencyKey: string },
): Promise<Outcome<{ guardianshipId: string }, "unknown_code">> {
  type Linked = { guardianshipId: string };
  return once<Relative, Linked, "unknown_code">(ctx, "enter-family-code", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    const role = otherRole(actor);
    const shown = await db
      .select({ id: oneTimeLinks.id, userId: oneTimeLinks.userId })
      .from(oneTimeLinks)
      .innerJoin(role, and(eq(role.userId, oneTimeLinks.userId), eq(role.districtId, actor.districtId)))
      .innerJoin(users, and(eq(users.id, oneTimeLinks.userId), isNull(users.disabledAt)))
      .where(and(living(now), ne(oneTimeLinks.userId, actor.userId)));
    const match = shown.find(({ id }) => codes.code(PURPOSE, id) === code);
    if (!match) return refused("unknown_code");
    const [spent] = await db
      .update(oneTimeLinks)
      .set({ usedAt: now })
      .where(and(eq(oneTimeLinks.id, match.id), living(now)))
      .returning({ id: oneTimeLinks.id });
    if (!spent) return refused("unknown_code");
    const before = await lockAlive(db, pairOf(actor, match.userId));
    const link = await say(ctx, pairOf(actor, match.userId), { parentSaidAt: now, studentSaidAt: now });
    if (!before || !isConfirmed(before)) await tellConfirmed(ctx, link, match.userId, "code");
    return done({ guardianshipId: link.id });
  });
}

/** Asks whoever has an account under the address; the answer is the same whether anyone has. */
export function askFamily(
  ctx: Context<Relative>,
  { email, idempotencyKey }: { email: string; idempotencyKey: string },
): Promise<Outcome<{ asked: true }, never>> {
  return once<Relative, { asked: true }, never>(ctx, "ask-family", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    const role = otherRole(actor);
    const [other] = await db
      .select({ userId: users.id })
      .from(users)
      .innerJoin(role, and(eq(role.userId, users.id), eq(role.districtId, actor.districtId)))
      .where(and(sql`lower(${users.email}) = lower(${email})`, isNull(users.disabledAt), ne(users.id, actor.userId)));
    if (!other) return done({ asked: true });
    const before = await lockAlive(db, pairOf(actor, other.userId));
    const alreadySaid = before && (actor.kind === "parent" ? before.parentSaidAt : before.studentSaidAt);
    if (before && (alreadySaid || isConfirmed(before))) return done({ asked: true });
    const link = await say(ctx, pairOf(actor, other.userId), saidBy(actor, now));
    // Both asked each other: that is both saying so.
    if (isConfirmed(link)) await tellConfirmed(ctx, link, other.userId, "both");
    else {
      const { id, districtId } = link;
      await recordEvent(ctx, "guardianship.asked", { id, districtId, detail: { by: actor.kind } });
      await tell(ctx, "family-guardianship-asked", { userId: other.userId }, { guardianshipId: id }, { districtId });
    }
    return done({ asked: true });
  });
}

/** The yes of whoever was asked. */
export function answerGuardianship(
  ctx: Context<Relative>,
  { guardianshipId, idempotencyKey }: { guardianshipId: string; idempotencyKey: string },
): Promise<Outcome<{ guardianshipId: string }, "not_found">> {
  type Linked = { guardianshipId: string };
  return once<Relative, Linked, "not_found">(ctx, "answer-guardianship", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    const [asked] = await db
      .select()
      .from(guardianships)
      .where(and(eq(guardianships.id, guardianshipId), isNull(guardianships.endedAt), isOwn(actor)))
      .for("update");
    if (!asked) return refused("not_found");
    const link = await say(ctx, asked, saidBy(actor, now));
    if (!isConfirmed(asked) && isConfirmed(link))
      await tellConfirmed(ctx, link, actor.kind === "parent" ? link.studentId : link.parentId, "both");
    return done({ guardianshipId });
  });
}

export const isOwn = ({ kind, userId }: Relative) =>
  eq(kind === "parent" ? guardianships.parentId : guardianships.studentId, userId);

async function lockAlive(db: Database, { parentId, studentId }: Pair): Promise<Guardianship | null> {
  const [alive] = await db
    .select()
    .from(guardianships)
    .where(
      and(eq(guardianships.parentId, parentId), eq(guardianships.studentId, studentId), isNull(guardianships.endedAt)),
    )
    .for("update");
  return alive ?? null;
}

/** One link of a pair is alive at a time; what was said before is kept. */
async function say(
  { db, actor, now }: Context<Relative>,
  { parentId, studentId }: Pair,
  said: { parentSaidAt?: Date; studentSaidAt?: Date },
): Promise<Guardianship> {
  const [link] = await db
    .insert(guardianships)
    .values({ parentId, studentId, districtId: actor.districtId, ...said, createdAt: now })
    .onConflictDoUpdate({
      target: [guardianships.parentId, guardianships.studentId],
      targetWhere: isNull(guardianships.endedAt),
      set: said,
    })
    .returning();
  return link!;
}

async function tellConfirmed(ctx: Context<Relative>, link: Guardianship, otherId: string, by: "code" | "both") {
  const { id, districtId } = link;
  await recordEvent(ctx, "guardianship.confirmed", { id, districtId, detail: { by } });
  await tell(ctx, "family-guardianship-confirmed", { userId: otherId }, { guardianshipId: id }, { districtId });
}
