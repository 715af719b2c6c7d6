/** Asking districts for a partnership: each vets for itself, so each is asked by itself, and a decline may be asked again. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { done, refused, type Context, type Coordinator, type Outcome, type Partner } from "../context.ts";
import { localDate } from "../districts/zone.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tellCoordinators } from "../mail/recipients.server.ts";
import { once } from "../once.server.ts";
import { canMove, standingOf, type Standing } from "./partnership-lifecycle.ts";
import type { Partnership } from "./standing.ts";

interface Asking {
  organizationId: string;
  districtIds: string[];
  idempotencyKey: string;
}
type Asked = { asked: number };
export type RequestRefusal = "not_found" | "unknown_district";

/** Districts that know the organization already are passed over. */
export function requestPartnerships(
  ctx: Context<Partner>,
  { organizationId, districtIds, idempotencyKey }: Asking,
): Promise<Outcome<Asked, RequestRefusal>> {
  return once<Partner, Asked, RequestRefusal>(ctx, "request-partnerships", idempotencyKey, async (ctx) => {
    if (!ctx.actor.organizationIds.includes(organizationId)) return refused("not_found");
    const wanted = [...new Set(districtIds)];
    const found = await ctx.db
      .select({ id: districts.id, timeZone: districts.timeZone })
      .from(districts)
      .where(inArray(districts.id, wanted))
      .orderBy(asc(districts.id));
    if (found.length < wanted.length) return refused("unknown_district");
    let asked = 0;
    for (const district of found) if (await ask(ctx, organizationId, district)) asked++;
    return done({ asked });
  });
}

/** Whether the district was asked just now; in the caller's transaction. */
export async function ask(
  ctx: Context<Partner | Coordinator>,
  organizationId: string,
  district: { id: string; timeZone: string },
) {
  const { db, actor, now } = ctx;
  const requested = {
    status: "requested",
    requestedBy: actor.userId,
    requestedAt: now,
    declineReason: null,
    note: null,
  } as const;
  const [created] = await db
    .insert(partnerships)
    .values({ organizationId, districtId: district.id, ...requested, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: partnerships.id });
  const partnershipId = created?.id ?? (await askAgain());
  if (!partnershipId) return false;
  await recordEvent(ctx, "partnership.requested", {
    id: partnershipId,
    districtId: district.id,
    detail: { organizationId },
  });
  await tellCoordinators(ctx, district.id, "coordinator-partnership-requested", { partnershipId });
  return true;

  async function askAgain() {
    const pair = and(eq(partnerships.organizationId, organizationId), eq(partnerships.districtId, district.id));
    const [known] = await db.select().from(partnerships).where(pair).for("update");
    if (!known || !canMove("request", standingOf(known, localDate(now, district.timeZone)))) return null;
    await db.update(partnerships).set(requested).where(eq(partnerships.id, known.id));
    return known.id;
  }
}

export interface OrganizationStandings {
  id: string;
  name: string;
  districts: {
    id: string;
    name: string;
    standing: Standing;
    inForceUntil: string | null;
    declineReason: Partnership["declineReason"];
    /** What the coordinator wrote to a decline or a suspension. */
    note: string | null;
  }[];
}

/** Each of the partner's organizations with every district of the site, by name. */
export async function listStandings(ctx: Context<Partner>): Promise<OrganizationStandings[]> {
  const [own, all, known] = await Promise.all([
    ctx.db
      .select({ id: organizations.id, name: organizations.name })
      .from(organizations)
      .where(inArray(organizations.id, ctx.actor.organizationIds))
      .orderBy(asc(organizations.name)),
    ctx.db.select().from(districts).orderBy(asc(districts.name)),
    ctx.db.select().from(partnerships).where(inArray(partnerships.organizationId, ctx.actor.organizationIds)),
  ]);
  return own.map(({ id, name }) => ({
    id,
    name,
    districts: all.map((district) => {
      const partnership = known.find((each) => each.organizationId === id && each.districtId === district.id);
      const standing = standingOf(partnership, localDate(ctx.now, district.timeZone));
      const isTold = standing === "declined" || standing === "suspended";
      return {
        id: district.id,
        name: district.name,
        standing,
        inForceUntil: partnership?.inForceUntil ?? null,
        declineReason: partnership?.declineReason ?? null,
        note: isTold ? (partnership?.note ?? null) : null,
      };
    }),
  }));
}
