/** An organization as its people see it, and what its owners say about it. */
import { and, eq, inArray, isNull } from "drizzle-orm";
import { memberships, organizations } from "#db/schema/organizations.ts";
import { done, type Context, type Partner } from "../context.ts";
import { pointOfZip } from "../districts/places.server.ts";
import { keepPicture } from "../files/pictures.server.ts";
import type { EncodedPicture } from "../files/picture.ts";
import { changeProfile, type ChangingProfile } from "./profile-change.server.ts";
import type { Organization, ProfileFacts } from "./profile.ts";

export interface OwnProfile extends Organization {
  /** Whether the asking person may change it. */
  isOwner: boolean;
}

/** Null: not there, another's, or merged into another. */
export async function getProfile(ctx: Context<Partner>, organizationId: string): Promise<OwnProfile | null> {
  const [found] = await ctx.db
    .select({ organization: organizations, role: memberships.role })
    .from(organizations)
    .innerJoin(
      memberships,
      and(eq(memberships.organizationId, organizations.id), eq(memberships.userId, ctx.actor.userId)),
    )
    .where(
      and(
        eq(organizations.id, organizationId),
        inArray(organizations.id, ctx.actor.organizationIds),
        isNull(organizations.mergedIntoId),
      ),
    );
  return found ? { ...found.organization, isOwner: found.role === "owner" } : null;
}

/** Saving what already stands is no change. The point follows the ZIP code when the address moves. */
export function saveProfile(ctx: Context<Partner>, { facts, ...changing }: ChangingProfile & { facts: ProfileFacts }) {
  return changeProfile(ctx, "save-profile", changing, async (ctx, before) => {
    const fields = (Object.keys(facts) as (keyof ProfileFacts)[]).filter(
      (field) => JSON.stringify(facts[field]) !== JSON.stringify(before[field]),
    );
    if (!fields.length) return done([]);
    const moved = fields.some(
      (field) => field === "street" || field === "city" || field === "state" || field === "zip",
    );
    const point = moved ? await pointOfZip(ctx.db, facts.zip) : {};
    await ctx.db
      .update(organizations)
      .set({ ...facts, ...point })
      .where(eq(organizations.id, before.id));
    return done(fields);
  });
}

/** Null takes the logo off. */
export function setLogo(
  ctx: Context<Partner>,
  { picture, ...changing }: ChangingProfile & { picture: EncodedPicture | null },
) {
  return changeProfile(ctx, picture ? "set-logo" : "remove-logo", changing, async (ctx, before) => {
    if (!picture && !before.logoId) return done([]);
    const logoId = picture && (await keepPicture(ctx, picture));
    await ctx.db.update(organizations).set({ logoId }).where(eq(organizations.id, before.id));
    return done(["logoId"]);
  });
}
