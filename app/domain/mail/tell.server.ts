/**
 * The one door to mail: a verb says in its own transaction whom to tell what. The row is the promise that it will be
 * sent, the job keeps it. Nobody else writes mails. What a person does not want is not written at all; what they want
 * less often is held for their next digest; what nobody waits for keeps the district's quiet hours.
 */
import { eq } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { mails } from "#db/schema/mail.ts";
import { users } from "#db/schema/people.ts";
import type { Context } from "../context.ts";
import { MAILS, WEEKLY_ONLY, type Cadence, type MailData, type MailKind } from "./mails.ts";
import { afterQuietHours, nextDigest, type Hours } from "./moments.ts";
import { cadencesOf } from "./preferences.server.ts";
import { enqueueMail } from "./sending.server.ts";

/** A person with an account, at another address than theirs if one is given; or someone without one. */
export type Recipient =
  { userId: string; address?: string; locale?: never } | { userId?: never; address: string; locale: "en" | "es" };

/**
 * `districtId`: whose name, reply address and quiet hours the mail has. `notBefore`: what it says may be taken back until
 * then.
 */
export async function tell<K extends MailKind>(
  ctx: Context,
  kind: K,
  to: Recipient,
  data: MailData[K],
  { districtId, notBefore = ctx.now }: { districtId?: string; notBefore?: Date | undefined } = {},
): Promise<void> {
  const when = await timingOf({ ...ctx, now: notBefore }, kind, to, districtId);
  if (when === null) return;
  const locale = to.locale ?? (await localeOf(ctx, to.userId));
  const { userId, address } = to;
  const [mail] = await ctx.db
    .insert(mails)
    .values({ kind, userId, address, locale, districtId, data, ...when, createdAt: ctx.now })
    .returning({ id: mails.id, kind: mails.kind });
  if (when.state === "waiting") await enqueueMail(ctx.db, mail!, when.dueAt.getTime() - ctx.now.getTime());
}

interface Timing {
  state: "waiting" | "held";
  dueAt: Date;
}

/** Null: never. */
async function timingOf(
  ctx: Context,
  kind: MailKind,
  { userId }: Recipient,
  districtId: string | undefined,
): Promise<Timing | null> {
  const { category } = MAILS[kind];
  if (category === "account") return { state: "waiting", dueAt: ctx.now };
  if (category === "search")
    return { state: "waiting", dueAt: afterQuietHours(ctx.now, await hoursOf(ctx, districtId)) };
  const cadence: Cadence = userId === undefined ? "at_once" : (await cadencesOf(ctx.db, userId))[category];
  if (cadence === "never") return null;
  const hours = await hoursOf(ctx, districtId);
  if (cadence === "at_once" || WEEKLY_ONLY.has(category))
    return { state: "waiting", dueAt: afterQuietHours(ctx.now, hours) };
  return { state: "held", dueAt: nextDigest(ctx.now, cadence, hours) };
}

/** Of no district, no hour is quiet. */
const NOWHERE: Hours = { timeZone: "UTC", quietFrom: "00:00", quietUntil: "00:00" };

async function hoursOf({ db }: Context, districtId: string | undefined): Promise<Hours> {
  if (districtId === undefined) return NOWHERE;
  const { timeZone, quietFrom, quietUntil } = districts;
  const [hours] = await db
    .select({ timeZone, quietFrom, quietUntil })
    .from(districts)
    .where(eq(districts.id, districtId));
  return hours ?? NOWHERE;
}

async function localeOf(ctx: Context, userId: string) {
  const [user] = await ctx.db.select({ locale: users.locale }).from(users).where(eq(users.id, userId));
  if (!user) throw new Error(`nobody ${userId} to tell`);
  return user.locale;
}
