import type { Locale } from "#app/i18n/locales.ts";
import type { partnershipDocuments, vettingSteps } from "#db/schema/organizations.ts";

export type DocumentKind = (typeof partnershipDocuments.$inferSelect)["kind"];
export type VettingStep = typeof vettingSteps.$inferSelect;

export const DOCUMENT_KINDS = [
  "agreement",
  "insurance",
  "clearance",
  "orientation",
  "other",
] as const satisfies readonly DocumentKind[];

/** Asked of a partner at the same time; more would be looked through, not done. */
export const MOST_STEPS = 20;

type StepText = Pick<VettingStep, "name" | "nameEs" | "documentKind" | "isRequired">;

/** One step as it stands for one partner. */
export interface ChecklistItem extends StepText {
  id: string;
  doneAt: Date | null;
  /** Null: nobody, or an account that is gone. */
  doneBy: string | null;
  /** A document of its kind holds today; always true where none is asked for. */
  isProven: boolean;
}

/** A step as a reader of the language is told it. */
export const stepName = ({ name, nameEs }: Pick<StepText, "name" | "nameEs">, locale: Locale) =>
  (locale === "es" && nameEs) || name;

/** A mark alone proves nothing once its document has run out. */
export const isDone = ({ doneAt, isProven }: Pick<ChecklistItem, "doneAt" | "isProven">) => doneAt !== null && isProven;

/** What stands between a partner and its approval. */
export const openSteps = (checklist: readonly ChecklistItem[]) =>
  checklist.filter((item) => item.isRequired && !isDone(item));
