import { randomUUID } from "node:crypto";
import type { Context, Coordinator } from "#app/domain/context.ts";
import type { Listing } from "#app/domain/listings/lifecycle.ts";
import { saveTranslation } from "#app/domain/translation/translating.server.ts";
import type { TranslationInput } from "#app/domain/translation/translations.ts";

const NOTHING = { title: null, summary: null, description: null, requirements: null };

/** What a coordinator who has just opened the listing sends. */
export const inSpanish = (
  { id, publishedRevisionId }: Pick<Listing, "id" | "publishedRevisionId">,
  typed: Partial<TranslationInput>,
) => ({
  ...{ ...NOTHING, listingId: id, revisionId: publishedRevisionId!, version: 0, idempotencyKey: randomUUID() },
  ...typed,
});

export async function givenTranslation(
  ctx: Context<Coordinator>,
  listing: Pick<Listing, "id" | "publishedRevisionId">,
  typed: Partial<TranslationInput>,
) {
  const outcome = await saveTranslation(ctx, inSpanish(listing, typed));
  if (!outcome.ok) throw new Error(outcome.refusal);
}
