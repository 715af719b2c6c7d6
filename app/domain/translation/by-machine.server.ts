import { and, asc, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { opportunityRevisions } from "#db/schema/opportunities.ts";
import { listingTranslations } from "#db/schema/translations.ts";
import type { Context, System } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { isSpanishOf } from "./district-spanish.server.ts";
import { lackingSpanish, TRANSLATED, type TranslatedField } from "./translations.ts";
import type { Translator } from "./translator.ts";

const AT_ONCE = 25;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** Gives what is on a list and has no Spanish one to be checked; answers how many. What a person wrote or checked stays. */
export async function translateByMachine(ctx: Context<System>, translator: Translator): Promise<number> {
  let translated = 0;
  for (let after = FIRST; ;) {
    const rows = await readUntranslated(ctx, after);
    for (const { id, districtId, revisionId, content } of rows) {
      const fields = lackingSpanish(content);
      // Asked outside of a transaction: somebody else's server may take its time.
      const spanish = await translator.translate(
        fields.map((field) => content[field]!),
        { from: "en", to: "es" },
      );
      if (spanish.length !== fields.length) throw new Error(`${fields.length} texts came back as ${spanish.length}`);
      const texts = new Map<TranslatedField, string>(fields.map((field, at) => [field, spanish[at]!]));
      if (await keep(ctx, { id, districtId, revisionId: revisionId!, texts })) translated += 1;
    }
    if (rows.length < AT_ONCE) return translated;
    after = rows.at(-1)!.id;
  }
}

function readUntranslated({ db }: Context<System>, after: string) {
  const { listingId, checkedAt, revisionId } = listingTranslations;
  const isOutdated = and(isNull(checkedAt), ne(revisionId, listings.publishedRevisionId));
  return db
    .select({
      id: listings.id,
      districtId: listings.districtId,
      revisionId: listings.publishedRevisionId,
      content: opportunityRevisions.content,
    })
    .from(listings)
    .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
    .leftJoin(listingTranslations, isSpanishOf)
    .where(
      and(
        and(eq(listings.state, "published"), gt(listings.id, after)),
        sql`cardinality(${opportunityRevisions.lacksSpanish}) > 0`,
        or(isNull(listingId), isOutdated),
      ),
    )
    .orderBy(asc(listings.id))
    .limit(AT_ONCE);
}

interface Made {
  id: string;
  districtId: string;
  revisionId: string;
  texts: ReadonlyMap<TranslatedField, string>;
}

const keep = (ctx: Context<System>, { id, districtId, revisionId, texts }: Made) =>
  ctx.db.transaction(async (tx) => {
    const row = {
      ...Object.fromEntries(TRANSLATED.map((field) => [field, texts.get(field) ?? null])),
      ...{ revisionId, made: "machine" as const },
    };
    const [kept] = await tx
      .insert(listingTranslations)
      .values({ ...row, listingId: id, locale: "es" })
      .onConflictDoUpdate({
        target: [listingTranslations.listingId, listingTranslations.locale],
        set: { ...row, version: sql`${listingTranslations.version} + 1` },
        // Somebody may have written one meanwhile.
        setWhere: isNull(listingTranslations.checkedAt),
      })
      .returning();
    if (!kept) return false;
    const detail = { made: row.made, fields: texts.size };
    await recordEvent({ ...ctx, db: tx }, "listing.translated", { id, districtId, detail });
    return true;
  });
