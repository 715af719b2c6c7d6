/** A coordinator's own ways to look at the queue, each an address' query by a name of theirs. Nobody else's business. */
import { and, asc, eq, ne } from "drizzle-orm";
import { savedViews } from "#db/schema/listings.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { soundQuery } from "./review-criteria.ts";

/** More are not found again. */
const MOST_VIEWS = 30;
type Done = { viewId: string };
export type SavingRefusal = "name_taken" | "too_many";
export type ViewRefusal = "not_found" | "name_taken";

const ownOf = ({ actor }: Context<Coordinator>) =>
  and(eq(savedViews.userId, actor.userId), eq(savedViews.districtId, actor.districtId));

export const listSavedViews = (ctx: Context<Coordinator>) =>
  ctx.db
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(ownOf(ctx))
    .orderBy(asc(savedViews.name));

export function saveView(
  ctx: Context<Coordinator>,
  { name, query, idempotencyKey }: { name: string; query: string; idempotencyKey: string },
): Promise<Outcome<Done, SavingRefusal>> {
  return once<Coordinator, Done, SavingRefusal>(ctx, "save-view", idempotencyKey, async (ctx) => {
    if ((await ctx.db.$count(savedViews, ownOf(ctx))) >= MOST_VIEWS) return refused("too_many");
    const { userId, districtId } = ctx.actor;
    const [saved] = await ctx.db
      .insert(savedViews)
      .values({ userId, districtId, name, query: soundQuery(query), createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: savedViews.id });
    if (!saved) return refused("name_taken");
    await recordEvent(ctx, "view.saved", { id: saved.id });
    return done({ viewId: saved.id });
  });
}

interface Change {
  viewId: string;
  idempotencyKey: string;
}

export function renameView(
  ctx: Context<Coordinator>,
  { viewId, name, idempotencyKey }: Change & { name: string },
): Promise<Outcome<Done, ViewRefusal>> {
  return once<Coordinator, Done, ViewRefusal>(ctx, "rename-view", idempotencyKey, async (ctx) => {
    const named = and(ownOf(ctx), eq(savedViews.name, name), ne(savedViews.id, viewId));
    if ((await ctx.db.$count(savedViews, named)) > 0) return refused("name_taken");
    const mine = and(eq(savedViews.id, viewId), ownOf(ctx));
    const [renamed] = await ctx.db.update(savedViews).set({ name }).where(mine).returning({ id: savedViews.id });
    if (!renamed) return refused("not_found");
    await recordEvent(ctx, "view.renamed", { id: viewId });
    return done({ viewId });
  });
}

export function deleteView(
  ctx: Context<Coordinator>,
  { viewId, idempotencyKey }: Change,
): Promise<Outcome<Done, "not_found">> {
  return once<Coordinator, Done, "not_found">(ctx, "delete-view", idempotencyKey, async (ctx) => {
    const mine = and(eq(savedViews.id, viewId), ownOf(ctx));
    const [gone] = await ctx.db.delete(savedViews).where(mine).returning({ id: savedViews.id });
    if (!gone) return refused("not_found");
    await recordEvent(ctx, "view.deleted", { id: viewId });
    return done({ viewId });
  });
}
