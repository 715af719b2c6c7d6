/** A new district, by the platform's operator: an empty list, and nobody in it until its first admin accepts. */
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { districtStaff } from "#db/schema/people.ts";
import { zipPoints } from "#db/schema/reference.ts";
import { done, refused, type Context, type Operator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { plantFirstSteps } from "../organizations/editing-steps.server.ts";
import { RESERVED_ADDRESSES } from "./reserved-addresses.ts";

export interface NewDistrict {
  name: string;
  /** First part of its public addresses. */
  slug: string;
  timeZone: string;
  state: string;
  /** Where searches by place look first. */
  zip: string;
  contactEmail: string;
  idempotencyKey: string;
}

type Created = { districtId: string };

export function createDistrict(
  ctx: Context<Operator>,
  { zip, idempotencyKey, ...district }: NewDistrict,
): Promise<Outcome<Created, "slug_taken" | "unknown_zip">> {
  type Refusal = "slug_taken" | "unknown_zip";
  return once<Operator, Created, Refusal>(ctx, "create-district", idempotencyKey, async (ctx) => {
    if (RESERVED_ADDRESSES.has(district.slug)) return refused("slug_taken");
    const [point] = await ctx.db.select().from(zipPoints).where(eq(zipPoints.zip, zip));
    if (!point) return refused("unknown_zip");
    const { latitude, longitude } = point;
    const [created] = await ctx.db
      .insert(districts)
      .values({ ...district, latitude, longitude, createdAt: ctx.now })
      .onConflictDoNothing({ target: districts.slug })
      .returning({ id: districts.id });
    if (!created) return refused("slug_taken");
    await plantFirstSteps(ctx, created.id);
    await recordEvent(ctx, "district.created", { id: created.id, districtId: created.id });
    return done({ districtId: created.id });
  });
}

/** Every district with the number of its active admins: without one, somebody must be invited. */
export function listDistrictsWithAdmins(ctx: Context<Operator>) {
  const admins = ctx.db
    .select({ districtId: districtStaff.districtId, admins: sql<number>`count(*)::int`.as("admins") })
    .from(districtStaff)
    .where(and(eq(districtStaff.role, "admin"), isNull(districtStaff.disabledAt)))
    .groupBy(districtStaff.districtId)
    .as("admins");
  return ctx.db
    .select({
      id: districts.id,
      name: districts.name,
      slug: districts.slug,
      state: districts.state,
      timeZone: districts.timeZone,
      since: districts.createdAt,
      admins: sql<number>`coalesce(${admins.admins}, 0)`,
    })
    .from(districts)
    .leftJoin(admins, eq(admins.districtId, districts.id))
    .orderBy(asc(districts.name));
}
