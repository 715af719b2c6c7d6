/**
 * Mails of which nobody knows whether they arrived, and addresses that take none. An operator decides without seeing
 * what was written or to whom: an address shows its first letters, enough to know it again in a provider's list.
 */
import { and, count, desc, eq, gt, sql } from "drizzle-orm";
import { mails, suppressions } from "#db/schema/mail.ts";
import { users } from "#db/schema/people.ts";
import { done, refused, type Context, type Operator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { enqueueMail } from "../mail/sending.server.ts";
import { maskAddress } from "./mask-address.ts";
import type { ParkedOutcome } from "./parked-mails.ts";

const SHOWN = 100;
const MONTH_MS = 30 * 86_400_000;
const reference = sql<string>`encode(sha256(convert_to(${suppressions.address}, 'UTF8')), 'hex')`;

export async function listParkedMails({ db }: Context<Operator>) {
  const rows = await db
    .select({ mail: mails, own: users.email })
    .from(mails)
    .leftJoin(users, eq(users.id, mails.userId))
    .where(eq(mails.state, "parked"))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(SHOWN);
  return rows.map(({ mail: { id, kind, address, attempts, firstTriedAt, problem, createdAt }, own }) => ({
    ...{ id, kind, attempts, firstTriedAt, problem, createdAt },
    to: maskAddress(address ?? own ?? ""),
  }));
}

/** Settles the doubt; of two who decide at once, the second is refused. */
export function settleParkedMail(
  ctx: Context<Operator>,
  mailId: string,
  outcome: ParkedOutcome,
): Promise<Outcome<null, "not_parked">> {
  return ctx.db.transaction(async (tx) => {
    const [mail] = await tx
      .update(mails)
      .set(outcome === "sent" ? SETTLED.sent(ctx.now) : SETTLED[outcome])
      .where(and(eq(mails.id, mailId), eq(mails.state, "parked")))
      .returning({ id: mails.id, kind: mails.kind });
    if (!mail) return refused("not_parked");
    if (outcome === "again") await enqueueMail(tx, mail);
    await recordEvent({ ...ctx, db: tx }, "mail.settled", { id: mailId, detail: { outcome, kind: mail.kind } });
    return done(null);
  });
}

const SETTLED = {
  sent: (now: Date) => ({ state: "sent" as const, sentAt: now, sealedContent: null }),
  // A new promise: its tries and its 24 hours begin anew, in the words of today.
  again: { state: "waiting" as const, attempts: 0, firstTriedAt: null, sealedContent: null, problem: null },
  drop: { state: "dropped" as const, sealedContent: null },
};

export async function listSuppressions({ db }: Context<Operator>) {
  const rows = await db
    .select({ address: suppressions.address, reason: suppressions.reason, at: suppressions.at, reference })
    .from(suppressions)
    .orderBy(desc(suppressions.at))
    .limit(SHOWN);
  return rows.map(({ address, ...row }) => ({ ...row, to: maskAddress(address) }));
}

/** How many addresses were lost to us within a month, by why. */
export async function countSuppressions({ db, now }: Context<Operator>) {
  const rows = await db
    .select({ reason: suppressions.reason, count: count() })
    .from(suppressions)
    .where(gt(suppressions.at, new Date(now.getTime() - MONTH_MS)))
    .groupBy(suppressions.reason);
  const of = (reason: string) => rows.find((row) => row.reason === reason)?.count ?? 0;
  return { bounced: of("bounced"), complained: of("complained") };
}

/** Writes to the address again; `named` by the reference it was listed under. */
export function liftSuppression(ctx: Context<Operator>, named: string): Promise<Outcome<null, "not_found">> {
  return ctx.db.transaction(async (tx) => {
    const [lifted] = await tx.delete(suppressions).where(eq(reference, named)).returning();
    if (!lifted) return refused("not_found");
    const [person] = await tx
      .select({ id: users.id })
      .from(users)
      .where(eq(sql`lower(${users.email})`, lifted.address));
    // Somebody without an account has no id; the log holds no address.
    const id = person?.id ?? "00000000-0000-0000-0000-000000000000";
    await recordEvent({ ...ctx, db: tx }, "suppression.lifted", { id, detail: { reason: lifted.reason } });
    return done(null);
  });
}
