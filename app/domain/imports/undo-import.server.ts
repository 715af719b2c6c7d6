/**
 * Undoing a whole import. Listings it made are taken away: removed where nobody has touched them, closed where readers
 * may hold their address. Those it changed are again what they were. What a person has changed since stays, and is
 * named. All of it or nothing; the last import of a list is undone first, since a later one is a change too.
 */
import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { imports } from "#db/schema/imports.ts";
import { enqueueRebuild } from "#app/jobs/enqueue.server.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { bumpListVersion } from "../districts/list-version.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tellReadersOfSeveral } from "../listings/publishing-effects.server.ts";
import { once } from "../once.server.ts";
import { reportOf, type UndoneImport } from "./report.ts";
import { removeOrganizations, returnListings, takeAway, type Undoing } from "./undo-changes.server.ts";
import { inBatches, lockImports } from "./write-import.server.ts";

type Fate = "remove" | "close" | "return" | "leave";
interface Change extends Record<string, unknown> {
  listingId: string;
  opportunityId: string;
  title: string;
  /** Whether readers could see it. */
  wasShown: boolean;
  fate: Fate;
}

export type UndoingRefusal = "not_found" | "not_finished" | "already_undone";
const LEFT_NAMED = 100;

/** What undoing would do now; null: there is nothing to undo, or it is another district's. */
export async function previewUndoing(ctx: Context<Coordinator>, importId: string): Promise<UndoneImport | null> {
  const own = and(eq(imports.id, importId), eq(imports.districtId, ctx.actor.districtId));
  const [row] = await ctx.db.select().from(imports).where(own);
  if (row?.status !== "done" || row.undoneAt) return null;
  return { ...sumUp(await readChanges(ctx.db, importId)), organizations: 0 };
}

export function undoImport(
  ctx: Context<Coordinator>,
  { importId, idempotencyKey }: { importId: string; idempotencyKey: string },
): Promise<Outcome<UndoneImport, UndoingRefusal>> {
  return once<Coordinator, UndoneImport, UndoingRefusal>(ctx, "undo-import", idempotencyKey, async (ctx) => {
    const { districtId, userId } = ctx.actor;
    await lockImports(ctx.db, districtId);
    const [row] = await ctx.db
      .select()
      .from(imports)
      .where(and(eq(imports.id, importId), eq(imports.districtId, districtId)))
      .for("update");
    if (!row) return refused("not_found");
    if (row.status !== "done" || !row.finishedAt) return refused("not_finished");
    if (row.undoneAt) return refused("already_undone");

    const changes = await readChanges(ctx.db, importId, sql`for update of l, o`);
    const undoing: Undoing = { tx: ctx.db, now: ctx.now, importId, districtId, userId };
    for (const batch of inBatches(changes.filter(({ fate }) => fate !== "leave"))) {
      const idsOf = (...fates: Fate[]) => batch.filter(({ fate }) => fates.includes(fate));
      await returnListings(undoing, idsOf("return"));
      await takeAway(undoing, { closed: idsOf("close"), removed: idsOf("remove") });
    }
    const organizations = await removeOrganizations(undoing, row.finishedAt);
    const undone: UndoneImport = { ...sumUp(changes), organizations };
    await ctx.db
      .update(imports)
      .set({ undoneAt: ctx.now, undoneBy: userId, report: { ...reportOf(row), undone } })
      .where(eq(imports.id, importId));
    const { leftListings: _, ...detail } = undone;
    await recordEvent(ctx, "import.undone", { id: importId, districtId, detail });
    await tellReaders(ctx.db, districtId, changes);
    return done(undone);
  });
}

/**
 * Each listing the import wrote and what becomes of it. Only a person's change, or a later import's, is newer than the
 * import; a page that was opened, a report or a collection name a listing without changing it.
 */
async function readChanges(db: Database, importId: string, lock = sql``): Promise<Change[]> {
  return db.execute<Change & Record<string, unknown>>(sql`
    select c.listing_id as "listingId", l.opportunity_id as "opportunityId", o.title,
      l.published_at is not null as "wasShown",
      case
        when l.version <> c.version_after or o.updated_at > i.finished_at then 'leave'
        when c.before ->> 'listing' is not null then 'return'
        when not (
          exists (select 1 from listing_views where listing_id = l.id)
          or exists (select 1 from reader_reports where listing_id = l.id)
          or exists (select 1 from collection_listings where listing_id = l.id)
          or exists (select 1 from reviews where listing_id = l.id)
          or exists (select 1 from suspensions where listing_id = l.id)
          or exists (select 1 from listings where renewed_from_id = l.id)
        ) then 'remove'
        when l.state = 'published' then 'close'
        else 'leave'
      end as fate
    from import_changes c
      join imports i on i.id = c.import_id
      join listings l on l.id = c.listing_id
      join opportunities o on o.id = l.opportunity_id
    where c.import_id = ${importId} order by l.id ${lock}`);
}

function sumUp(changes: readonly Change[]): Omit<UndoneImport, "organizations"> {
  const of = (fate: Fate) => changes.filter((change) => change.fate === fate);
  const left = of("leave");
  return {
    removed: of("remove").length,
    closed: of("close").length,
    returned: of("return").length,
    left: left.length,
    leftListings: left.slice(0, LEFT_NAMED).map(({ listingId: id, title }) => ({ id, title })),
  };
}

async function tellReaders(tx: Database, districtId: string, changes: readonly Change[]) {
  const changed = changes.filter(({ fate, wasShown }) => wasShown && fate !== "leave");
  if (!changed.length) return;
  if (!changed.some(({ fate }) => fate === "remove"))
    return tellReadersOfSeveral(
      tx,
      districtId,
      changed.map(({ listingId }) => listingId),
    );
  await bumpListVersion(tx, districtId);
  // A listing that is gone has no district left to tell: the rebuild ends every cached page by itself.
  await enqueueRebuild(tx);
}
