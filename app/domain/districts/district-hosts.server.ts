/**
 * Names of the web under which readers find one district's pages. Whoever runs the platform gives them, since a name
 * leads here only where its certificate and the proxy say so too.
 */
import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";
import { districtHosts } from "#db/schema/front.ts";
import { done, refused, type Context, type Operator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { LIST_VERSION_CHANNEL } from "./list-version.server.ts";

export const MOST_HOSTS = 5;
/** Said on the channel of the lists' versions; no district's slug begins so. */
export const HOSTS_CHANGED = "/hosts";

export type GiveRefusal = "not_found" | "own_host" | "already_given" | "of_another_district" | "too_many";
type Given = { hostId: string };

/** `host` as `readHost` spells it; `siteHost`: the name of the site itself, which stays its own. */
export function giveHost(
  ctx: Context<Operator>,
  form: { districtId: string; host: string; siteHost: string; idempotencyKey: string },
): Promise<Outcome<Given, GiveRefusal>> {
  const { districtId, host, siteHost, idempotencyKey } = form;
  return once<Operator, Given, GiveRefusal>(ctx, "give-host", idempotencyKey, async (ctx) => {
    const [district] = await ctx.db
      .select({ id: districts.id })
      .from(districts)
      .where(eq(districts.id, districtId))
      .for("update");
    if (!district) return refused("not_found");
    if (host === siteHost) return refused("own_host");
    const there = await listHosts(ctx.db, districtId);
    if (there.some((each) => each.host === host)) return refused("already_given");
    if (there.length >= MOST_HOSTS) return refused("too_many");
    const [given] = await ctx.db
      .insert(districtHosts)
      .values({ districtId, host, createdAt: ctx.now })
      .onConflictDoNothing({ target: districtHosts.host })
      .returning({ id: districtHosts.id });
    if (!given) return refused("of_another_district");
    await recordEvent(ctx, "district.host_given", { id: districtId, districtId, detail: { hostId: given.id } });
    await announce(ctx.db);
    return done({ hostId: given.id });
  });
}

/** Its pages are found under the site's own name as before. */
export function takeHost(
  ctx: Context<Operator>,
  { hostId, idempotencyKey }: { hostId: string; idempotencyKey: string },
): Promise<Outcome<{ districtId: string }, "not_found">> {
  return once<Operator, { districtId: string }, "not_found">(ctx, "take-host", idempotencyKey, async (ctx) => {
    const [taken] = await ctx.db.delete(districtHosts).where(eq(districtHosts.id, hostId)).returning();
    if (!taken) return refused("not_found");
    const { districtId } = taken;
    await recordEvent(ctx, "district.host_taken", { id: districtId, districtId, detail: { hostId } });
    await announce(ctx.db);
    return done({ districtId });
  });
}

const announce = (tx: Database) => tx.execute(sql`select pg_notify(${LIST_VERSION_CHANNEL}, ${HOSTS_CHANGED})`);

/** In the order they were given. */
export function listHosts(db: Database, districtId: string) {
  return db
    .select({ id: districtHosts.id, host: districtHosts.host })
    .from(districtHosts)
    .where(eq(districtHosts.districtId, districtId))
    .orderBy(asc(districtHosts.createdAt), asc(districtHosts.host));
}

/** Null: it was taken back, or never given. */
export async function getHost(ctx: Context<Operator>, hostId: string) {
  const { slug, name } = districts;
  const [row] = await ctx.db
    .select({ id: districtHosts.id, host: districtHosts.host, districtId: districtHosts.districtId, slug, name })
    .from(districtHosts)
    .innerJoin(districts, eq(districts.id, districtHosts.districtId))
    .where(eq(districtHosts.id, hostId));
  return row ?? null;
}

/** Every host and the slug of its district. */
export function listAllHosts(db: Database) {
  return db
    .select({ host: districtHosts.host, slug: districts.slug })
    .from(districtHosts)
    .innerJoin(districts, eq(districts.id, districtHosts.districtId))
    .orderBy(asc(districtHosts.createdAt), asc(districtHosts.host));
}
