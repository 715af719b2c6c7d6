/**
 * Introducing: a coordinator writes down an organization that phoned, so that its listings can be entered. It asks the
 * district like any other and is vetted like any other; nobody acts for it until somebody of it joins.
 */
import { and, eq, isNull } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { once } from "../once.server.ts";
import { findLikelySame, found, type Founding } from "./founding.server.ts";
import { ask } from "./requesting.server.ts";

type Introduced = { partnershipId: string };

/** One that is nowhere on the site yet. */
export function introduceOrganization(
  ctx: Context<Coordinator>,
  { isNew, idempotencyKey, ...facts }: Founding,
): Promise<Outcome<Introduced, "likely_same">> {
  return once<Coordinator, Introduced, "likely_same">(ctx, "introduce-organization", idempotencyKey, async (ctx) => {
    if (!isNew && (await findLikelySame(ctx.db, facts)).some(({ isLikelySame }) => isLikelySame))
      return refused("likely_same");
    return done(await introduce(ctx, await found(ctx, facts)));
  });
}

/** One that is here already, whether the district knows it or not. */
export function introducePartner(
  ctx: Context<Coordinator>,
  { organizationId, idempotencyKey }: { organizationId: string; idempotencyKey: string },
): Promise<Outcome<Introduced, "not_found">> {
  return once<Coordinator, Introduced, "not_found">(ctx, "introduce-partner", idempotencyKey, async (ctx) => {
    const isIt = and(eq(organizations.id, organizationId), isNull(organizations.mergedIntoId));
    if ((await ctx.db.$count(organizations, isIt)) === 0) return refused("not_found");
    return done(await introduce(ctx, organizationId));
  });
}

async function introduce(ctx: Context<Coordinator>, organizationId: string): Promise<Introduced> {
  const { districtId } = ctx.actor;
  const pair = and(eq(partnerships.organizationId, organizationId), eq(partnerships.districtId, districtId));
  const [known] = await ctx.db.select().from(partnerships).where(pair);
  if (known) return { partnershipId: known.id };
  const [district] = await ctx.db.select().from(districts).where(eq(districts.id, districtId));
  if (!district) throw new Error(`no district ${districtId}`);
  await ask(ctx, organizationId, district);
  const [made] = await ctx.db.select().from(partnerships).where(pair);
  return { partnershipId: made!.id };
}
