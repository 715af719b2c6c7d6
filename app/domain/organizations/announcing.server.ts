/** Partners hear 30 and 7 days before that a partnership ends, once each. */
import { and, between, eq } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { partnerships } from "#db/schema/organizations.ts";
import type { Context, System } from "../context.ts";
import type { District } from "../districts/districts.server.ts";
import { addDays, daysBetween, localDate } from "../districts/zone.ts";
import { recordOnce } from "../events/record-once.server.ts";
import { tellMembers } from "../mail/recipients.server.ts";

/** Days before the last one, the nearest first. */
const NOTICES = [7, 30];

/** How many were announced; doing it twice announces none twice. */
export async function announceEndings(ctx: Context<System>): Promise<number> {
  let announced = 0;
  for (const district of await ctx.db.select().from(districts))
    announced += await ctx.db.transaction((tx) => announceIn({ ...ctx, db: tx }, district));
  return announced;
}

async function announceIn(ctx: Context<System>, district: District): Promise<number> {
  const today = localDate(ctx.now, district.timeZone);
  const rows = await ctx.db
    .select()
    .from(partnerships)
    .where(
      and(
        eq(partnerships.districtId, district.id),
        eq(partnerships.status, "approved"),
        between(partnerships.inForceUntil, today, addDays(today, Math.max(...NOTICES))),
      ),
    )
    .for("share");
  let announced = 0;
  for (const { id, organizationId, inForceUntil } of rows) {
    const left = daysBetween(today, inForceUntil!);
    const notice = String(NOTICES.find((days) => left <= days));
    const subject = { id, districtId: district.id, detail: { lastDay: inForceUntil!, notice } };
    if (!(await recordOnce(ctx, "partnership.expiry_announced", subject))) continue;
    const data = { partnershipId: id };
    await tellMembers(ctx, organizationId, "partner-partnership-expiring", data, { districtId: district.id });
    announced++;
  }
  return announced;
}
