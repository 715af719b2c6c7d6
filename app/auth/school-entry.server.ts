/**
 * Signing in by a district's own issuer. A person is known there by issuer and subject, never by an address. The first
 * time, an account of that district is found by its address, if the issuer vouches that its person reads mail there;
 * nobody else gets in, and no account is made. A district vouches for its own people and for no more: whoever also acts
 * for another district, an organization or the platform links it themselves, and is still asked for their second factor.
 */
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { users } from "#db/schema/people.ts";
import { federatedIdentities, identityProviders } from "#db/schema/sign-in.ts";
import { done, refused, type Context, type Outcome, type Person } from "#app/domain/context.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { enter, type Entered } from "./entering.server.ts";
import type { Provider } from "./identity-providers.server.ts";
import type { Claims } from "./openid.server.ts";
import { rolesOf, type Roles } from "./roles.server.ts";

type Parts = Pick<RequestContext, "db" | "now" | "demoAllowed">;
export type SchoolRefusal = "unknown" | "other_district";

export function enterBySchool(
  { db, now, demoAllowed }: Parts,
  { provider, claims, device }: { provider: Provider; claims: Claims; device: string },
): Promise<Outcome<Entered, SchoolRefusal>> {
  return db.transaction(async (tx) => {
    const known = await knownAs(tx, claims);
    const { districtId } = provider;
    const userId = known ?? (await ownerOfAddress(tx, provider, claims));
    const [user] = userId ? await tx.select().from(users).where(eq(users.id, userId)) : [];
    if (!user || user.disabledAt || !user.emailVerifiedAt || (user.isDemo && !demoAllowed)) return refused("unknown");
    if (!(await belongsTo(tx, user.id, districtId))) return refused("other_district");
    const isMore = reachesBeyond(await rolesOf(tx, user.id), districtId);
    if (!known && isMore) return refused("unknown");
    if (!known) await link({ db: tx, now, actor: { kind: "person", userId: user.id } }, provider, claims);
    const entering = { userId: user.id, method: "federated", device, now } as const;
    return done(await enter(tx, { ...entering, secondFactorProven: !isMore }));
  });
}

/** Adds it to the account of who is signed in; `taken`: it is somebody else's. */
export function linkSchool(
  ctx: Context<Person>,
  { provider, claims }: { provider: Provider; claims: Claims },
): Promise<Outcome<null, "other_district" | "taken">> {
  return ctx.db.transaction(async (db) => {
    const { userId } = ctx.actor;
    if (!(await belongsTo(db, userId, provider.districtId))) return refused("other_district");
    const known = await knownAs(db, claims);
    if (known && known !== userId) return refused("taken");
    if (!known) await link({ ...ctx, db }, provider, claims);
    return done(null);
  });
}

export async function unlinkSchool(ctx: Context<Person>, { providerId }: { providerId: string }): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const { userId } = ctx.actor;
    const mine = and(eq(federatedIdentities.userId, userId), eq(federatedIdentities.providerId, providerId));
    const gone = await db.delete(federatedIdentities).where(mine).returning();
    if (gone.length > 0)
      await recordEvent({ ...ctx, db }, "person.school_sign_in_unlinked", { id: userId, detail: { providerId } });
  });
}

/** What the person's districts offer, and whether they use it. */
export async function listSchools({ db, actor: { userId } }: Context<Person>) {
  const districtIds = await districtsOf(db, userId);
  const mine = and(eq(federatedIdentities.providerId, identityProviders.id), eq(federatedIdentities.userId, userId));
  const rows = await db
    .select({
      id: identityProviders.id,
      name: identityProviders.name,
      districtId: identityProviders.districtId,
      since: federatedIdentities.createdAt,
    })
    .from(identityProviders)
    .leftJoin(federatedIdentities, mine)
    .where(isNull(identityProviders.disabledAt));
  return rows.filter(({ districtId, since }) => since !== null || districtIds.includes(districtId));
}

async function knownAs(db: Database, { issuer, subject }: Claims): Promise<string | null> {
  const [identity] = await db
    .select({ userId: federatedIdentities.userId })
    .from(federatedIdentities)
    .where(and(eq(federatedIdentities.issuer, issuer), eq(federatedIdentities.subject, subject)));
  return identity?.userId ?? null;
}

async function ownerOfAddress(db: Database, { kind }: Provider, claims: Claims): Promise<string | null> {
  // Microsoft lets a directory's owner write any address; Google vouches for those of Workspace domains only.
  const vouches = kind !== "microsoft" && (kind !== "google" || claims.hostedDomain !== null);
  if (!vouches || !claims.verifiedEmail) return null;
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(sql`lower(${users.email}) = lower(${claims.verifiedEmail})`);
  return user?.id ?? null;
}

async function link(ctx: Context<Person>, provider: Provider, { issuer, subject }: Claims): Promise<void> {
  const { userId } = ctx.actor;
  const row = { issuer, subject, userId, providerId: provider.id, createdAt: ctx.now };
  await ctx.db.insert(federatedIdentities).values(row);
  const { districtId } = provider;
  await recordEvent(ctx, "person.school_sign_in_linked", {
    id: userId,
    districtId,
    detail: { providerId: provider.id },
  });
}

function reachesBeyond({ staffOf, studentOf, parentOf, organizationIds, isOperator }: Roles, districtId: string) {
  const elsewhere = [staffOf?.districtId, studentOf, parentOf].some((id) => id != null && id !== districtId);
  return elsewhere || organizationIds.length > 0 || isOperator;
}

const belongsTo = async (db: Database, userId: string, districtId: string) =>
  (await districtsOf(db, userId)).includes(districtId);

async function districtsOf(db: Database, userId: string): Promise<string[]> {
  const { staffOf, studentOf, parentOf } = await rolesOf(db, userId);
  return [staffOf?.districtId, studentOf, parentOf].filter((id) => id != null);
}
