/** The issuers a district's people may sign in with, as the district's admin sets them up. Their secrets are never shown again. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";
import { federatedIdentities, identityProviders } from "#db/schema/sign-in.ts";
import { done, refused, type Admin, type Context, type Outcome } from "#app/domain/context.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import { once } from "#app/domain/once.server.ts";
import { issuerOf, type ProviderKind } from "#app/domain/people/issuers.ts";
import type { Keys } from "./keys.server.ts";
import type { Client } from "./openid.server.ts";

export type Provider = typeof identityProviders.$inferSelect;

const SEALED_FOR = "openid-client";

export const clientOf = (keys: Keys, { issuer, clientId, sealedClientSecret }: Provider): Client => ({
  ...{ issuer, clientId },
  clientSecret: keys.open(SEALED_FOR, sealedClientSecret) ?? "",
});

const offered = { id: identityProviders.id, name: identityProviders.name, kind: identityProviders.kind };

/** Of all districts, for the page on which people look for their school. */
export const listOffered = (db: Database) =>
  db
    .select({ ...offered, districtId: districts.id, district: districts.name })
    .from(identityProviders)
    .innerJoin(districts, eq(districts.id, identityProviders.districtId))
    .where(isNull(identityProviders.disabledAt))
    .orderBy(asc(districts.name), asc(identityProviders.name));

/** Null: there is none, or it is switched off. */
export async function getOffered(db: Database, id: string): Promise<Provider | null> {
  const alive = and(eq(identityProviders.id, id), isNull(identityProviders.disabledAt));
  const [provider] = await db.select().from(identityProviders).where(alive);
  return provider ?? null;
}

const own = ({ actor }: Context<Admin>, id: string) =>
  and(eq(identityProviders.id, id), eq(identityProviders.districtId, actor.districtId));

export async function listProviders({ db, actor }: Context<Admin>) {
  const people = db.$count(federatedIdentities, eq(federatedIdentities.providerId, identityProviders.id));
  return db
    .select({ ...offered, issuer: identityProviders.issuer, disabledAt: identityProviders.disabledAt, people })
    .from(identityProviders)
    .where(eq(identityProviders.districtId, actor.districtId))
    .orderBy(asc(identityProviders.name));
}

export async function getProvider(
  ctx: Context<Admin>,
  id: string,
): Promise<Omit<Provider, "sealedClientSecret"> | null> {
  const [provider] = await ctx.db.select().from(identityProviders).where(own(ctx, id));
  if (!provider) return null;
  const { sealedClientSecret: _sealed, ...shown } = provider;
  return shown;
}

export interface ProviderInput {
  kind: ProviderKind;
  name: string;
  /** Microsoft's directory id, or the address of an issuer the platform's operator named. */
  detail: string;
  clientId: string;
  /** Empty when editing: the old one stays. */
  clientSecret: string;
  idempotencyKey: string;
}
export type ProviderRefusal = "issuer_not_allowed" | "secret_missing" | "there_already" | "not_found";

interface Allowed {
  keys: Keys;
  issuers: readonly string[];
}

export function addProvider(
  ctx: Context<Admin>,
  { keys, issuers }: Allowed,
  { kind, name, detail, clientId, clientSecret, idempotencyKey }: ProviderInput,
): Promise<Outcome<{ id: string }, ProviderRefusal>> {
  return once<Admin, { id: string }, ProviderRefusal>(ctx, "add-identity-provider", idempotencyKey, async (ctx) => {
    const { districtId } = ctx.actor;
    const issuer = issuerOf(kind, detail, issuers);
    if (!issuer) return refused("issuer_not_allowed");
    if (!clientSecret) return refused("secret_missing");
    const sealedClientSecret = keys.seal(SEALED_FOR, clientSecret);
    const row = { districtId, kind, name, issuer, clientId, sealedClientSecret, createdAt: ctx.now };
    const [added] = await ctx.db.insert(identityProviders).values(row).onConflictDoNothing().returning();
    if (!added) return refused("there_already");
    await recordEvent(ctx, "provider.added", { id: added.id, districtId, detail: { kind } });
    return done({ id: added.id });
  });
}

/** Its kind and issuer stay: whoever is known to one issuer is not known to another. */
export function editProvider(
  ctx: Context<Admin>,
  keys: Keys,
  {
    id,
    name,
    clientId,
    clientSecret,
    idempotencyKey,
  }: Pick<ProviderInput, "name" | "clientId" | "clientSecret" | "idempotencyKey"> & { id: string },
): Promise<Outcome<null, "not_found" | "there_already">> {
  return once<Admin, null, "not_found" | "there_already">(
    ctx,
    "edit-identity-provider",
    idempotencyKey,
    async (ctx) => {
      const provider = await getProvider(ctx, id);
      if (!provider) return refused("not_found");
      const { districtId, issuer } = provider;
      const same = and(eq(identityProviders.districtId, districtId), eq(identityProviders.issuer, issuer));
      const twins = await ctx.db
        .select()
        .from(identityProviders)
        .where(and(same, eq(identityProviders.clientId, clientId)));
      if (twins.some((twin) => twin.id !== id)) return refused("there_already");
      const secret = clientSecret ? { sealedClientSecret: keys.seal(SEALED_FOR, clientSecret) } : {};
      await ctx.db
        .update(identityProviders)
        .set({ name, clientId, ...secret })
        .where(own(ctx, id));
      await recordEvent(ctx, "provider.edited", { id, districtId, detail: { secret: clientSecret !== "" } });
      return done(null);
    },
  );
}

/** Switched off, nobody signs in with it; who is known to it stays known for when it is on again. */
export async function switchProvider(
  ctx: Context<Admin>,
  { id, on }: { id: string; on: boolean },
): Promise<Outcome<null, "not_found">> {
  return ctx.db.transaction(async (db) => {
    const [switched] = await db
      .update(identityProviders)
      .set({ disabledAt: on ? null : ctx.now })
      .where(own(ctx, id))
      .returning();
    if (!switched) return refused("not_found");
    const { districtId } = ctx.actor;
    await recordEvent({ ...ctx, db }, on ? "provider.enabled" : "provider.disabled", { id, districtId });
    return done(null);
  });
}
