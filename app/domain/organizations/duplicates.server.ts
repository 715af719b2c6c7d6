/** Likely duplicates among a district's partners, and the coordinator's word that two are not one. */
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import { memberships, organizations, partnerships } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordOnce } from "../events/record-once.server.ts";
import { once } from "../once.server.ts";
import { likelyPairs } from "./likely-pairs.ts";
import { ownMailHost } from "./likely-same.ts";

/** More than anybody settles at a time. */
const MOST_PAIRS = 50;

const { id, name, sector, website, street, city, zip } = organizations;
const COMPARED = { id, name, sector, website, street, city, zip };

/** The district's partners that are shown; one that was merged is not. */
const ownPartners = ({ actor }: Context<Coordinator>) =>
  and(eq(partnerships.districtId, actor.districtId), isNull(organizations.mergedIntoId));

/** The likeliest first, each side as a coordinator compares it. */
export async function findDuplicates(ctx: Context<Coordinator>) {
  const { db, actor } = ctx;
  const rows = await db
    .select({ partnershipId: partnerships.id, status: partnerships.status, ...COMPARED })
    .from(partnerships)
    .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
    .where(ownPartners(ctx))
    .orderBy(asc(partnerships.createdAt), asc(partnerships.id));
  const mails = await db
    .select({ organizationId: memberships.organizationId, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(partnerships, eq(partnerships.organizationId, memberships.organizationId))
    .where(eq(partnerships.districtId, actor.districtId));
  const hosts = new Map<string, string[]>();
  for (const { organizationId, email } of mails) {
    const host = ownMailHost(email);
    if (host) hosts.set(organizationId, [...(hosts.get(organizationId) ?? []), host]);
  }
  const toldApart = await readToldApart(ctx);
  const sides = new Map(rows.map((row) => [row.id, { ...row, mailHosts: hosts.get(row.id) ?? [] }]));
  return likelyPairs([...sides.values()])
    .filter(({ ids }) => !toldApart.has(ids.join(" ")))
    .slice(0, MOST_PAIRS)
    .map(({ ids: [one, other], reasons }) => ({ reasons, sides: [sides.get(one)!, sides.get(other)!] as const }));
}

async function readToldApart({ db, actor }: Context<Coordinator>): Promise<Set<string>> {
  const rows = await db
    .select({ id: events.subjectId, detail: events.detail })
    .from(events)
    .where(and(eq(events.districtId, actor.districtId), eq(events.name, "organization.told_apart")));
  return new Set(rows.map(({ id, detail }) => `${id} ${String(detail?.otherId)}`));
}

type Told = { partnershipId: string };

/** They are two: the pair is not shown again. */
export function tellApart(
  ctx: Context<Coordinator>,
  { partnershipIds, idempotencyKey }: { partnershipIds: [string, string]; idempotencyKey: string },
): Promise<Outcome<Told, "not_found">> {
  return once<Coordinator, Told, "not_found">(ctx, "tell-apart", idempotencyKey, async (ctx) => {
    const rows = await ctx.db
      .select({ id: organizations.id })
      .from(partnerships)
      .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
      .where(and(inArray(partnerships.id, partnershipIds), ownPartners(ctx)));
    const [id, otherId] = rows.map((row) => row.id).toSorted();
    if (!id || !otherId) return refused("not_found");
    const { districtId } = ctx.actor;
    await recordOnce(ctx, "organization.told_apart", { id, districtId, detail: { otherId } });
    return done({ partnershipId: partnershipIds[0] });
  });
}
