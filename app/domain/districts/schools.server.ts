/** A district's schools: added, changed, retired. A retired one is offered no more; what names it stays as it is. */
import { and, eq, ne } from "drizzle-orm";
import { schools } from "#db/schema/districts.ts";
import { zipPoints } from "#db/schema/reference.ts";
import { done, refused, type Admin, type Context, type Outcome } from "../context.ts";
import type { School } from "./districts.server.ts";
import { changedFields, changeSettings, type Saved, type SettingsForm } from "./settings.server.ts";

/** Times as `HH:MM:SS`. */
export type SchoolFacts = Pick<
  School,
  "name" | "street" | "city" | "zip" | "gradeMin" | "gradeMax" | "dayStartsAt" | "dayEndsAt"
>;

export type SchoolRefusal = "name_taken" | "unknown_zip" | "too_many";
const MOST_SCHOOLS = 500;

export function addSchool(
  ctx: Context<Admin>,
  { version, idempotencyKey, ...facts }: SchoolFacts & SettingsForm,
): Promise<Outcome<Saved, SchoolRefusal | "changed_since_read">> {
  return changeSettings<SchoolRefusal>(ctx, "schools", { version, idempotencyKey }, async (ctx) => {
    const { districtId } = ctx.actor;
    const there = await ctx.db.$count(schools, eq(schools.districtId, districtId));
    if (there >= MOST_SCHOOLS) return refused("too_many");
    const point = await pointOf(ctx, facts.zip);
    if (!point) return refused("unknown_zip");
    const [added] = await ctx.db
      .insert(schools)
      .values({ ...facts, ...point, districtId })
      .onConflictDoNothing({ target: [schools.districtId, schools.name] })
      .returning({ id: schools.id });
    return added ? done({ fields: ["added"], aboutId: added.id }) : refused("name_taken");
  });
}

export function changeSchool(
  ctx: Context<Admin>,
  { schoolId, version, idempotencyKey, ...facts }: SchoolFacts & SettingsForm & { schoolId: string },
): Promise<Outcome<Saved, "name_taken" | "unknown_zip" | "not_found" | "changed_since_read">> {
  type Refusal = "name_taken" | "unknown_zip" | "not_found";
  return changeSettings<Refusal>(ctx, "schools", { version, idempotencyKey }, async (ctx) => {
    const school = await getSchool(ctx, schoolId);
    if (!school) return refused("not_found");
    const namesake = and(eq(schools.name, facts.name), ne(schools.id, schoolId));
    if (await ctx.db.$count(schools, and(eq(schools.districtId, ctx.actor.districtId), namesake)))
      return refused("name_taken");
    // A school that stays in its ZIP code keeps its own point, which may be better than the code's.
    const point = facts.zip === school.zip ? {} : await pointOf(ctx, facts.zip);
    if (!point) return refused("unknown_zip");
    await ctx.db
      .update(schools)
      .set({ ...facts, ...point })
      .where(eq(schools.id, schoolId));
    return done({ fields: changedFields<SchoolFacts>(school, facts), aboutId: schoolId });
  });
}

/** Offers it no more, or again. */
export function retireSchool(
  ctx: Context<Admin>,
  { schoolId, retired, ...form }: SettingsForm & { schoolId: string; retired: boolean },
): Promise<Outcome<Saved, "not_found" | "changed_since_read">> {
  return changeSettings<"not_found">(ctx, "schools", form, async (ctx) => {
    const school = await getSchool(ctx, schoolId);
    if (!school) return refused("not_found");
    if ((school.retiredAt !== null) === retired) return done({});
    const retiredAt = retired ? ctx.now : null;
    await ctx.db.update(schools).set({ retiredAt }).where(eq(schools.id, schoolId));
    return done({ fields: [retired ? "retired" : "offered_again"], aboutId: schoolId });
  });
}

/** Null: none of the admin's district has this id. */
export async function getSchool(ctx: Context<Admin>, schoolId: string): Promise<School | null> {
  const own = and(eq(schools.id, schoolId), eq(schools.districtId, ctx.actor.districtId));
  const [school] = await ctx.db.select().from(schools).where(own);
  return school ?? null;
}

async function pointOf(ctx: Context<Admin>, zip: string) {
  const { latitude, longitude } = zipPoints;
  const [point] = await ctx.db.select({ latitude, longitude }).from(zipPoints).where(eq(zipPoints.zip, zip));
  return point ?? null;
}
