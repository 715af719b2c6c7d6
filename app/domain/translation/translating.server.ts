/** Saving a translation is saying that it was checked: readers see it at once. */
import { eq } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { listingTranslations } from "#db/schema/translations.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { isPublic } from "../listings/lifecycle.ts";
import { tellReaders } from "../listings/publishing-effects.server.ts";
import { changedAt, contentOf, lockListing } from "../listings/review-subject.server.ts";
import { once } from "../once.server.ts";
import { isTranslationOf } from "./district-spanish.server.ts";
import { lackingSpanish, TRANSLATED, type TranslatedTexts, type TranslationInput } from "./translations.ts";

export type TranslatingRefusal =
  | "not_found"
  /** The partner's text is another one since it was read. */
  | "text_changed"
  | "changed_since_read"
  /** The partner wrote all of it in Spanish. */
  | "nothing_missing"
  | "nothing_written";

/** What is not asked for, since it is empty in English or the partner's own in Spanish, is not kept. */
export function saveTranslation(
  ctx: Context<Coordinator>,
  { listingId, revisionId, version, idempotencyKey, ...typed }: TranslationInput & { listingId: string },
): Promise<Outcome<{ listingId: string }, TranslatingRefusal>> {
  type Saved = { listingId: string };
  return once<Coordinator, Saved, TranslatingRefusal>(ctx, "save-translation", idempotencyKey, async (ctx) => {
    const listing = await lockListing(ctx, listingId);
    // What waits to be published may have its Spanish ready.
    const current = listing?.publishedRevisionId ?? listing?.submittedRevisionId;
    if (!listing || !current) return refused("not_found");
    if (revisionId !== current) return refused("text_changed");
    const [before] = await ctx.db.select().from(listingTranslations).where(isTranslationOf(listingId)).for("update");
    if (version !== (before?.version ?? 0)) return refused("changed_since_read");
    const asked = lackingSpanish(await contentOf(ctx.db, revisionId));
    if (asked.length === 0) return refused("nothing_missing");
    const texts = Object.fromEntries(
      TRANSLATED.map((field) => [field, asked.includes(field) ? typed[field] : null]),
    ) as TranslatedTexts;
    const written = TRANSLATED.filter((field) => texts[field]);
    if (!before && written.length === 0) return refused("nothing_written");

    const isMachines = before?.made === "machine" && TRANSLATED.every((field) => texts[field] === before[field]);
    const made = isMachines ? "machine" : "written";
    const row = { ...texts, revisionId, made, checkedAt: ctx.now, checkedBy: ctx.actor.userId } as const;
    await ctx.db
      .insert(listingTranslations)
      .values({ ...row, listingId, locale: "es" })
      .onConflictDoUpdate({
        target: [listingTranslations.listingId, listingTranslations.locale],
        set: { ...row, version: version + 1 },
      });
    await ctx.db.update(listings).set(changedAt(ctx.now)).where(eq(listings.id, listingId));
    const { districtId } = ctx.actor;
    await recordEvent(ctx, "listing.translated", {
      id: listingId,
      districtId,
      detail: { made, fields: written.length },
    });
    if (isPublic(listing.state)) await tellReaders(ctx.db, { id: listingId, districtId });
    return done({ listingId });
  });
}
