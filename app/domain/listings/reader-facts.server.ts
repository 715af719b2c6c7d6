import { and, eq, ne } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import type { Context, Coordinator } from "../context.ts";

/** What a district adds to a listing for its readers; null: not there, another district's, or a draft. */
export async function getReaderFacts(ctx: Context<Coordinator>, listingId: string) {
  const { version, state, onlyGrades, onlyGroups, noteToReaders, featuredAt } = listings;
  const [facts] = await ctx.db
    .select({ version, state, onlyGrades, onlyGroups, noteToReaders, featuredAt })
    .from(listings)
    .where(and(eq(listings.id, listingId), eq(listings.districtId, ctx.actor.districtId), ne(listings.state, "draft")));
  return facts ?? null;
}
