/**
 * Listings a search engine would not take: they are published, and nobody finds them. They are kept by engine and version
 * until their text is another, so that an operator sees which they are and nothing tries them in vain.
 */
import { and, desc, eq, inArray, ne } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunityRevisions } from "#db/schema/opportunities.ts";
import { searchRefusals } from "#db/schema/search.ts";
import type { Context, Operator, System } from "../context.ts";

export interface RefusedListing {
  listingId: string;
  title: string;
  slug: string;
  district: { slug: string; name: string };
  engine: string;
  reason: string;
  since: Date;
}

interface Refusal {
  id: string;
  reason: string;
}

const SHOWN = 100;
/** An engine may quote what it was sent. */
const LONGEST_REASON = 300;

/** Of the listings an engine was just sent, remembers those it refused and forgets the others. */
export async function noteRefusals(
  { db, now }: Context<System>,
  engine: string,
  sent: readonly string[],
  refused: readonly Refusal[],
) {
  const reasons = new Map(refused.map(({ id, reason }) => [id, reason.slice(0, LONGEST_REASON)]));
  const taken = sent.filter((id) => !reasons.has(id));
  if (taken.length)
    await db
      .delete(searchRefusals)
      .where(and(eq(searchRefusals.engine, engine), inArray(searchRefusals.listingId, taken)));
  const held = reasons.size
    ? await db
        .select({ id: listings.id, version: listings.version })
        .from(listings)
        .where(inArray(listings.id, [...reasons.keys()]))
    : [];
  for (const { id, version } of held) {
    const values = { engine, listingId: id, version, reason: reasons.get(id) ?? "", at: now };
    await db
      .insert(searchRefusals)
      .values(values)
      .onConflictDoUpdate({
        target: [searchRefusals.engine, searchRefusals.listingId],
        set: values,
        setWhere: ne(searchRefusals.version, version),
      });
  }
}

/** Listing id -> the version this engine refused. */
export async function refusedVersions(db: Database, engine: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: searchRefusals.listingId, version: searchRefusals.version })
    .from(searchRefusals)
    .where(eq(searchRefusals.engine, engine));
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Those that are still on a list, as they were refused; the newest first. */
export async function listRefused({ db }: Context<Operator>): Promise<RefusedListing[]> {
  const rows = await db
    .select({
      listingId: listings.id,
      content: opportunityRevisions.content,
      slug: listings.slug,
      district: { slug: districts.slug, name: districts.name },
      engine: searchRefusals.engine,
      reason: searchRefusals.reason,
      since: searchRefusals.at,
    })
    .from(searchRefusals)
    .innerJoin(listings, and(eq(listings.id, searchRefusals.listingId), eq(listings.version, searchRefusals.version)))
    .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
    .innerJoin(districts, eq(districts.id, listings.districtId))
    .where(eq(listings.state, "published"))
    .orderBy(desc(searchRefusals.at), searchRefusals.listingId)
    .limit(SHOWN);
  return rows.map(({ content, ...row }) => ({ ...row, title: content.title }));
}
