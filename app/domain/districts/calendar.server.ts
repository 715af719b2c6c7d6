/** The school calendar: days without school, by which the hours that minors may work are counted. */
import { and, asc, eq, gte } from "drizzle-orm";
import { schoolBreaks } from "#db/schema/districts.ts";
import { done, refused, type Admin, type Context, type Outcome } from "../context.ts";
import { changeSettings, type Saved, type SettingsForm } from "./settings.server.ts";

export interface SchoolBreak {
  name: string;
  /** Days, `YYYY-MM-DD`, both without school. */
  startsOn: string;
  endsOn: string;
}

const MOST_BREAKS = 100;

export function addBreak(
  ctx: Context<Admin>,
  { name, startsOn, endsOn, ...form }: SchoolBreak & SettingsForm,
): Promise<Outcome<Saved, "too_many" | "changed_since_read">> {
  return changeSettings<"too_many">(ctx, "calendar", form, async (ctx) => {
    const { districtId } = ctx.actor;
    const there = await ctx.db.$count(schoolBreaks, eq(schoolBreaks.districtId, districtId));
    if (there >= MOST_BREAKS) return refused("too_many");
    const [added] = await ctx.db
      .insert(schoolBreaks)
      .values({ districtId, name, startsOn, endsOn })
      .returning({ id: schoolBreaks.id });
    return done({ fields: ["added"], aboutId: added!.id });
  });
}

export function removeBreak(
  ctx: Context<Admin>,
  { breakId, ...form }: SettingsForm & { breakId: string },
): Promise<Outcome<Saved, "not_found" | "changed_since_read">> {
  return changeSettings<"not_found">(ctx, "calendar", form, async (ctx) => {
    const own = and(eq(schoolBreaks.id, breakId), eq(schoolBreaks.districtId, ctx.actor.districtId));
    const removed = await ctx.db.delete(schoolBreaks).where(own).returning({ id: schoolBreaks.id });
    return removed.length > 0 ? done({ fields: ["removed"], aboutId: breakId }) : refused("not_found");
  });
}

/** Those that are not over by `today`, the next first. */
export function listComingBreaks(ctx: Context<Admin>, today: string) {
  return ctx.db
    .select()
    .from(schoolBreaks)
    .where(and(eq(schoolBreaks.districtId, ctx.actor.districtId), gte(schoolBreaks.endsOn, today)))
    .orderBy(asc(schoolBreaks.startsOn), asc(schoolBreaks.id));
}

/** Null: none of the admin's district has this id. */
export async function getBreak(ctx: Context<Admin>, breakId: string) {
  const own = and(eq(schoolBreaks.id, breakId), eq(schoolBreaks.districtId, ctx.actor.districtId));
  const [found] = await ctx.db.select().from(schoolBreaks).where(own);
  return found ?? null;
}
