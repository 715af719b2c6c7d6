/**
 * A listing's public text in another language, as its district writes it. The partner's own Spanish goes first, field by
 * field; what a machine wrote is shown to nobody before a person has checked it.
 */
import { z } from "zod";
import { line, text } from "../opportunities/field-schemas.ts";
import { LONGEST } from "../opportunities/limits.ts";
import type { OpportunityContent } from "../opportunities/opportunity.ts";

export const TRANSLATED = ["title", "summary", "description", "requirements"] as const;
export type TranslatedField = (typeof TRANSLATED)[number];
export type TranslatedTexts = Record<TranslatedField, string | null>;
type SpanishField = `${TranslatedField}Es`;

export const spanishOf = <F extends TranslatedField>(field: F): `${F}Es` => `${field}Es`;

/** Fields that are written in English and that the partner did not write in Spanish. */
export const lackingSpanish = (
  content: Pick<OpportunityContent, "language" | TranslatedField> & Partial<Pick<OpportunityContent, SpanishField>>,
): TranslatedField[] =>
  content.language === "es" ? [] : TRANSLATED.filter((field) => content[field] && !content[spanishOf(field)]);

/**
 * `missing`: a field has no Spanish at all; `machine`: nobody has checked it; `older`: made of a text that reads
 * otherwise now; `done`: nothing to do.
 */
const TRANSLATION_STATES = ["missing", "machine", "older", "done"] as const;
export type TranslationState = (typeof TRANSLATION_STATES)[number];

export const TRANSLATION_FILTERS = [...TRANSLATION_STATES, "all"] as const;
export type TranslationFilter = (typeof TRANSLATION_FILTERS)[number];
export const TRANSLATION_ORDERS = ["closing", "viewed"] as const;
export type TranslationOrder = (typeof TRANSLATION_ORDERS)[number];
export const TRANSLATION_PAGE_SIZE = 25;

/** What an address asks the desk for; what is no such word is the first of them. */
export function readTranslationQuery(asked: URLSearchParams): { show: TranslationFilter; order: TranslationOrder } {
  const [show, order] = [asked.get("show"), asked.get("order")];
  return {
    show: TRANSLATION_FILTERS.find((each) => each === show) ?? "missing",
    order: TRANSLATION_ORDERS.find((each) => each === order) ?? "closing",
  };
}

/** Versions count from 1; 0: there was no translation yet. */
export const TranslationForm = z.object({
  title: line(LONGEST.title),
  summary: text(LONGEST.summary),
  description: text(LONGEST.description),
  requirements: text(LONGEST.requirements),
  revisionId: z.uuid(),
  version: z.number().int().min(0).max(2_147_483_647),
  idempotencyKey: z.uuid(),
});
export type TranslationInput = z.output<typeof TranslationForm>;
