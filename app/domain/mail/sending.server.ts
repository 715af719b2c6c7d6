/**
 * From a promise to a provider's yes. A mail that waits may still change its words or be dropped; from the moment it is
 * handed over (`sending`) until there is an answer nobody knows whether it arrived, and another try says the same.
 * Who changes a mail names the try it belongs to, so that of two that meet by accident one gives way.
 */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { mails, suppressions } from "#db/schema/mail.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { MAILS, type MailKind } from "./mails.ts";

export type Mail = typeof mails.$inferSelect;

/** A provider forgets a mail's key after 24 hours: what it took under it could then arrive twice. */
const TRIES_FOR_MS = 24 * 60 * 60_000 - 5 * 60_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 30 * 60_000;
/** Smaller runs first. */
const URGENT = -10;

/** Has the mail tried at `at`, or soon; a try that already waits is moved. */
export const enqueueMail = (tx: Database, { id, kind }: Pick<Mail, "id" | "kind">, delayMs = 0) =>
  enqueue(
    tx,
    "send-mail",
    { mailId: id },
    {
      ...{ key: `send-mail:${id}`, delayMs },
      priority: MAILS[kind as MailKind]?.urgent ? URGENT : 0,
    },
  );

export const hasBeenTriedLongEnough = ({ firstTriedAt }: Pick<Mail, "firstTriedAt">, now: Date) =>
  firstTriedAt !== null && now.getTime() - firstTriedAt.getTime() >= TRIES_FOR_MS;

/** Waits double with each try; at random within the half, so that what failed together does not return together. */
export function waitBefore(tries: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 20));
  return Math.round(longest * (0.5 + random() / 2));
}

export async function isSuppressed(db: Database, address: string): Promise<boolean> {
  return (await db.$count(suppressions, eq(suppressions.address, address.toLowerCase()))) > 0;
}

const STALLED_AFTER_MINUTES = 15;

/** A promise outlives its job: a mail that is due and has lost it (a queue that was emptied or restored) gets another. */
export async function enqueueStalled(db: Database): Promise<number> {
  const { id, kind, state, dueAt } = mails;
  const stalled = await db
    .select({ id, kind })
    .from(mails)
    .where(
      and(
        inArray(state, ["waiting", "sending"]),
        sql`${dueAt} < now() - make_interval(mins => ${STALLED_AFTER_MINUTES})`,
        sql`not exists (select 1 from graphile_worker.jobs where key = 'send-mail:' || ${id})`,
      ),
    )
    .limit(1_000);
  for (const mail of stalled) await enqueueMail(db, mail);
  return stalled.length;
}

const thisTry = ({ id, state, attempts }: Mail) =>
  and(eq(mails.id, id), eq(mails.state, state), eq(mails.attempts, attempts));

/** Says that it is about to be handed over; null when another try was faster. */
export async function beginTry(db: Database, mail: Mail, sealedContent: string, now: Date): Promise<Mail | null> {
  const [begun] = await db
    .update(mails)
    .set({
      ...{ state: "sending", sealedContent, problem: null },
      attempts: mail.attempts + 1,
      firstTriedAt: mail.firstTriedAt ?? now,
    })
    .where(thisTry(mail))
    .returning();
  return begun ?? null;
}

/** A yes counts whenever it comes, also after the mail was given up. */
export async function noteSent(
  db: Database,
  { id, kind }: Mail,
  { providerId, keepContent, now }: { providerId: string | null; keepContent: boolean; now: Date },
): Promise<void> {
  await db
    .update(mails)
    .set({
      ...{ state: "sent", sentAt: now, providerId },
      ...(!keepContent && { sealedContent: null }),
      // Of a deleted account the address was kept for this mail alone.
      ...(kind === "person-account-deleted" && { address: null }),
    })
    .where(and(eq(mails.id, id), inArray(mails.state, ["waiting", "sending", "parked"])));
}

/** `mayHaveArrived`: the next try says the same again. */
export async function postpone(
  db: Database,
  mail: Mail,
  { problem, mayHaveArrived, afterMs }: { problem: string; mayHaveArrived: boolean; afterMs: number },
): Promise<void> {
  await db.transaction(async (tx) => {
    const next = mayHaveArrived ? {} : ({ state: "waiting", sealedContent: null } as const);
    const dueAt = sql`clock_timestamp() + make_interval(secs => ${afterMs / 1000})`;
    const [kept] = await tx
      .update(mails)
      .set({ ...next, problem, dueAt })
      .where(thisTry(mail))
      .returning({ id: mails.id });
    if (kept) await enqueueMail(tx, mail, afterMs);
  });
}

/** `parked`: a person must look, with what was handed over still there. */
export async function giveUp(
  db: Database,
  mail: Mail,
  { state, problem }: { state: "dropped" | "suppressed" | "parked"; problem: string | null },
): Promise<void> {
  await db.update(mails).set({ state, problem }).where(thisTry(mail));
}
