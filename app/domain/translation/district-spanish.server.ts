/**
 * The district's Spanish laid over a text, in the fields its partner left without. Whoever reads texts for readers reads
 * them through this, so that list, page, feeds, paper and search have it alike.
 */
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import type { Database } from "#db/database.ts";
import { opportunityRevisions, type OpportunityContent } from "#db/schema/opportunities.ts";
import { listingTranslations } from "#db/schema/translations.ts";
import { lackingSpanish, spanishOf, type TranslatedTexts } from "./translations.ts";

export type Translation = typeof listingTranslations.$inferSelect;

export const isSpanishOf = and(eq(listingTranslations.listingId, listings.id), eq(listingTranslations.locale, "es"))!;
/** What a read of listings joins to show them to readers. */
export const isCheckedSpanish = and(isSpanishOf, isNotNull(listingTranslations.checkedAt))!;

/** The text a translation was made of, where readers see another one since; null else. */
export const olderSource = sql<TranslatedTexts | null>`case
  when ${listingTranslations.revisionId} <> ${listings.publishedRevisionId} then (
    select jsonb_build_object('title', content -> 'title', 'summary', content -> 'summary',
      'description', content -> 'description', 'requirements', content -> 'requirements')
    from opportunity_revisions where id = ${listingTranslations.revisionId}) end`;

export interface DistrictSpanish {
  translation: Translation | null;
  olderSource: TranslatedTexts | null;
}

/** A field is taken over as long as its English reads as it did when it was translated. */
export function withDistrictSpanish<C extends OpportunityContent>(
  content: C,
  { translation, olderSource }: DistrictSpanish,
): C {
  if (!translation) return content;
  const fields = lackingSpanish(content).filter(
    (field) => translation[field] && (!olderSource || olderSource[field] === content[field]),
  );
  return { ...content, ...Object.fromEntries(fields.map((field) => [spanishOf(field), translation[field]])) };
}

/** A text that readers do not have yet, with the Spanish they would get with it. */
export async function withSpanishToCome<C extends OpportunityContent>(db: Database, listingId: string, content: C) {
  const [row] = await db
    .select({ translation: listingTranslations, source: opportunityRevisions.content })
    .from(listingTranslations)
    .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listingTranslations.revisionId))
    .where(and(isTranslationOf(listingId), isNotNull(listingTranslations.checkedAt)));
  return row ? withDistrictSpanish(content, { translation: row.translation, olderSource: row.source }) : content;
}

/** The Spanish of one listing. */
export const isTranslationOf = (listingId: string) =>
  and(eq(listingTranslations.listingId, listingId), eq(listingTranslations.locale, "es"))!;

/** A listing that continues another has its translations too, where the text is the same. */
export async function carryTranslations(tx: Database, fromId: string, toId: string) {
  const rows = await tx.select().from(listingTranslations).where(eq(listingTranslations.listingId, fromId));
  if (rows.length > 0) await tx.insert(listingTranslations).values(rows.map((row) => ({ ...row, listingId: toId })));
}
