/** A person's mails that were held and are due become one; each is in one digest at most. */
import { and, eq, inArray, lte } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { mails } from "#db/schema/mail.ts";
import { users } from "#db/schema/people.ts";
import type { Context, System } from "../context.ts";
import { chosenBy, type MailKind } from "./mails.ts";
import { cadencesOf } from "./preferences.server.ts";
import { enqueueMail } from "./sending.server.ts";

/** Answers how many digests were written. */
export async function collectDigests(ctx: Context<System>): Promise<number> {
  const due = and(eq(mails.state, "held"), lte(mails.dueAt, ctx.now));
  const waiting = await ctx.db.selectDistinct({ userId: mails.userId }).from(mails).where(due);
  let written = 0;
  for (const { userId } of waiting)
    if (userId !== null && (await ctx.db.transaction((tx) => collect({ ...ctx, db: tx }, userId)))) written++;
  return written;
}

async function collect({ db, now }: Context<System>, userId: string): Promise<boolean> {
  const held = await db
    .select({ id: mails.id, kind: mails.kind, districtId: mails.districtId })
    .from(mails)
    .where(and(eq(mails.userId, userId), eq(mails.state, "held"), lte(mails.dueAt, now)))
    // A round that began at the same moment leaves them to this one.
    .for("update", { skipLocked: true });
  const cadences = await cadencesOf(db, userId);
  const isDeclined = ({ kind }: { kind: string }) => {
    const category = chosenBy(kind as MailKind);
    return category !== null && cadences[category] === "never";
  };
  await change(db, held.filter(isDeclined), { state: "dropped" });
  const wanted = held.filter((mail) => !isDeclined(mail));
  if (wanted.length === 0) return false;
  const [user] = await db.select({ locale: users.locale }).from(users).where(eq(users.id, userId));
  // Of mails of two districts neither lends its name.
  const [districtId, ...others] = [...new Set(wanted.map((mail) => mail.districtId))];
  const [digest] = await db
    .insert(mails)
    .values({
      ...{ kind: "person-digest-collected" satisfies MailKind, userId, locale: user!.locale, data: {} },
      ...{ districtId: others.length === 0 ? districtId : null, dueAt: now, createdAt: now },
    })
    .returning({ id: mails.id, kind: mails.kind });
  await change(db, wanted, { state: "digested", digestId: digest!.id });
  await enqueueMail(db, digest!);
  return true;
}

const change = (db: Database, some: { id: string }[], to: Partial<typeof mails.$inferInsert>) =>
  db
    .update(mails)
    .set(to)
    .where(
      inArray(
        mails.id,
        some.map(({ id }) => id),
      ),
    );
