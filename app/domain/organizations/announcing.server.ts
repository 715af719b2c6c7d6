/**
 * Partners and coordinators hear 30 and 7 days before that a partnership ends, once each; coordinators hear 30 days before
 * that a document runs out, once for each last day.
 */
import { and, between, eq, gt, isNull, ne, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { districts } from "#db/schema/districts.ts";
import { partnershipDocuments, partnerships } from "#db/schema/organizations.ts";
import type { Context, System } from "../context.ts";
import type { District } from "../districts/districts.server.ts";
import { addDays, daysBetween, localDate } from "../districts/zone.ts";
import { recordOnce } from "../events/record-once.server.ts";
import { tellCoordinators, tellMembers } from "../mail/recipients.server.ts";
import { EXPIRING_DAYS } from "./documents.ts";

/** Days before the last one, the nearest first. */
const NOTICES = [7, 30];

/** How many were announced; doing it twice announces none twice. */
export async function announceEndings(ctx: Context<System>): Promise<number> {
  let announced = 0;
  for (const district of await ctx.db.select().from(districts)) {
    announced += await ctx.db.transaction((tx) => announceIn({ ...ctx, db: tx }, district));
    announced += await ctx.db.transaction((tx) => announceDocuments({ ...ctx, db: tx }, district));
  }
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
    await tellCoordinators(ctx, district.id, "coordinator-partnership-expiring", data);
    announced++;
  }
  return announced;
}

const newer = alias(partnershipDocuments, "newer");

/** Not those that have a later one of their kind and subject, nor those of partners the district turned down. */
async function announceDocuments(ctx: Context<System>, district: District): Promise<number> {
  const today = localDate(ctx.now, district.timeZone);
  const { id, partnershipId, kind, subject, expiresOn, removedAt } = partnershipDocuments;
  const rows = await ctx.db
    .select({ id, expiresOn })
    .from(partnershipDocuments)
    .innerJoin(partnerships, eq(partnerships.id, partnershipId))
    .where(
      and(
        eq(partnershipDocuments.districtId, district.id),
        between(expiresOn, today, addDays(today, EXPIRING_DAYS)),
        isNull(removedAt),
        ne(partnerships.status, "declined"),
        notExists(
          ctx.db
            .select({ id: newer.id })
            .from(newer)
            .where(
              and(
                eq(newer.partnershipId, partnershipId),
                eq(newer.kind, kind),
                sql`${newer.subject} is not distinct from ${subject}`,
                isNull(newer.removedAt),
                or(isNull(newer.expiresOn), gt(newer.expiresOn, expiresOn)),
              ),
            ),
        ),
      ),
    );
  let announced = 0;
  for (const document of rows) {
    const about = { id: document.id, districtId: district.id, detail: { lastDay: document.expiresOn! } };
    if (!(await recordOnce(ctx, "document.expiry_announced", about))) continue;
    await tellCoordinators(ctx, district.id, "coordinator-document-expiring", { documentId: document.id });
    announced++;
  }
  return announced;
}
