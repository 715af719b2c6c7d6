import { and, asc, desc, eq, ne } from "drizzle-orm";
import { editions } from "#db/schema/editions.ts";
import type { Context, Coordinator } from "../context.ts";
import type { Edition } from "./publishing.server.ts";

/** Null: none of the coordinator's district has this id. */
export async function getEdition(ctx: Context<Coordinator>, editionId: string): Promise<Edition | null> {
  const own = and(eq(editions.id, editionId), eq(editions.districtId, ctx.actor.districtId));
  const [edition] = await ctx.db.select().from(editions).where(own);
  return edition ?? null;
}

/** Drafts and scheduled ones: by their day, the newest of the others first. */
export function listDrafts(ctx: Context<Coordinator>) {
  const { id, title, state, publishOn, createdAt } = editions;
  return ctx.db
    .select({ id, title, state, publishOn, createdAt })
    .from(editions)
    .where(and(eq(editions.districtId, ctx.actor.districtId), ne(state, "published")))
    .orderBy(asc(publishOn), desc(createdAt), asc(id));
}
