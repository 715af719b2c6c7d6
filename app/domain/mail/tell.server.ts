/**
 * The one door to mail: a verb says in its own transaction whom to tell what. The row is the promise that it will be
 * sent, the job keeps it. Nobody else writes mails.
 */
import { eq } from "drizzle-orm";
import { mails } from "#db/schema/mail.ts";
import { users } from "#db/schema/people.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Context } from "../context.ts";
import { MAILS, type MailData, type MailKind } from "./mails.ts";

/** A person with an account, at another address than theirs if one is given; or someone without one. */
export type Recipient =
  { userId: string; address?: string; locale?: never } | { userId?: never; address: string; locale: "en" | "es" };

/** Smaller runs first. */
const URGENT = -10;

/** `districtId`: whose name, reply address and quiet hours the mail has. */
export async function tell<K extends MailKind>(
  ctx: Context,
  kind: K,
  to: Recipient,
  data: MailData[K],
  { districtId }: { districtId?: string } = {},
): Promise<void> {
  const locale = to.locale ?? (await localeOf(ctx, to.userId));
  const [mail] = await ctx.db
    .insert(mails)
    .values({
      kind,
      userId: to.userId,
      address: to.address,
      locale,
      districtId,
      data,
      dueAt: ctx.now,
      createdAt: ctx.now,
    })
    .returning({ id: mails.id });
  const priority = MAILS[kind].urgent ? URGENT : 0;
  await enqueue(ctx.db, "send-mail", { mailId: mail!.id }, { queue: "mail", priority });
}

async function localeOf(ctx: Context, userId: string) {
  const [user] = await ctx.db.select({ locale: users.locale }).from(users).where(eq(users.id, userId));
  if (!user) throw new Error(`nobody ${userId} to tell`);
  return user.locale;
}
