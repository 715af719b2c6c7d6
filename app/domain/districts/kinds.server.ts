/**
 * Which kinds of experience a district offers, what it calls them and where each stands among its stages. What is as ours
 * is kept nowhere. A kind it no longer offers stays on the listings that have it.
 */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districtKinds } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunityRevisions } from "#db/schema/opportunities.ts";
import { enqueueIndexingOf } from "#app/jobs/enqueue.server.ts";
import { done, type Admin, type Context, type Outcome } from "../context.ts";
import { KIND_CODES, KINDS, type Kind, type Stage } from "../opportunities/kinds.ts";
import type { StageNames } from "./own-words.ts";
import { changedFields, changeSettings, type Saved, type SettingsForm } from "./settings.server.ts";

export interface KindSetting {
  name: string | null;
  nameEs: string | null;
  stage: Stage;
  /** Whether the state counts it as work-based learning. */
  counts5s3: boolean;
  offered: boolean;
}
export type KindSettings = Record<Kind, KindSetting>;

/** Every kind as it stands in a district. */
export async function readKinds(db: Database, districtId: string): Promise<KindSettings> {
  const own = new Map((await readRows(db, districtId)).map((row) => [row.kind, row]));
  const settingOf = (kind: Kind): KindSetting => {
    const { name = null, nameEs = null, stage = null, counts5s3 = false, withheldAt = null } = own.get(kind) ?? {};
    return { name, nameEs, stage: stage ?? KINDS[kind].stage, counts5s3, offered: withheldAt === null };
  };
  return Object.fromEntries(KIND_CODES.map((kind) => [kind, settingOf(kind)])) as KindSettings;
}

/** What the districts that depart from ours say about one kind. */
export async function kindAcross(db: Database, kind: string | null, districtIds: readonly string[]) {
  if (kind === null || districtIds.length === 0) return [];
  return db
    .select()
    .from(districtKinds)
    .where(and(inArray(districtKinds.districtId, [...districtIds]), eq(districtKinds.kind, kind)));
}

/** Which of the districts do not offer the kind. */
export async function withheldIn(db: Database, kind: string | null, districtIds: readonly string[]): Promise<string[]> {
  const rows = await kindAcross(db, kind, districtIds);
  return rows.filter(({ withheldAt }) => withheldAt !== null).map(({ districtId }) => districtId);
}

export function saveKinds(
  ctx: Context<Admin>,
  { kinds, stageNames, ...form }: SettingsForm & { kinds: KindSettings; stageNames: StageNames },
): Promise<Outcome<Saved, "changed_since_read">> {
  return changeSettings(ctx, "kinds", form, async (ctx, { id: districtId }) => {
    const before = await readKinds(ctx.db, districtId);
    const changed = KIND_CODES.filter((kind) => changedFields(before[kind], kinds[kind]).length > 0);
    const stamps = new Map((await readRows(ctx.db, districtId)).map(({ kind, withheldAt }) => [kind, withheldAt]));
    if (changed.length > 0)
      await ctx.db
        .delete(districtKinds)
        .where(and(eq(districtKinds.districtId, districtId), inArray(districtKinds.kind, changed)));
    const rows = changed.map((kind) => {
      const { name, nameEs, stage, counts5s3, offered } = kinds[kind];
      const withheldAt = offered ? null : (stamps.get(kind) ?? ctx.now);
      return {
        districtId,
        kind,
        name,
        nameEs,
        counts5s3,
        withheldAt,
        stage: stage === KINDS[kind].stage ? null : stage,
      };
    });
    const own = rows.filter((row) => row.counts5s3 || (row.name ?? row.nameEs ?? row.stage ?? row.withheldAt));
    if (own.length > 0) await ctx.db.insert(districtKinds).values(own);
    await indexAnew(
      ctx,
      changed.filter((kind) => changedFields(before[kind], kinds[kind]).some((field) => field !== "offered")),
    );
    return done({ fields: changed, columns: { stageNames } });
  });
}

const readRows = (db: Database, districtId: string) =>
  db.select().from(districtKinds).where(eq(districtKinds.districtId, districtId));

/** Listings are found by the name of their kind, its stage and what it counts toward. */
async function indexAnew(ctx: Context<Admin>, kinds: readonly Kind[]) {
  if (kinds.length === 0) return;
  const ofKind = ctx.db
    .select({ id: opportunityRevisions.id })
    .from(opportunityRevisions)
    .where(inArray(sql`${opportunityRevisions.content} ->> 'kind'`, [...kinds]));
  const which = and(
    eq(listings.districtId, ctx.actor.districtId),
    eq(listings.state, "published"),
    inArray(listings.publishedRevisionId, ofKind),
  );
  await enqueueIndexingOf(ctx.db, which!);
}
