import { z } from "zod";
import { LONGEST_NOTE } from "./curation.ts";
import { REASON_CODES } from "./lifecycle.ts";

/** Decisions whose words a district uses again and again. */
export const TEMPLATED = ["changes_requested", "declined"] as const;
export type Templated = (typeof TEMPLATED)[number];

/** What a form says about a template. */
export const templateFields = {
  decision: z.enum(TEMPLATED),
  reasonCode: z
    .enum(REASON_CODES)
    .optional()
    .transform((code) => code ?? null),
  name: z.string().trim().min(1).max(80),
  text: z.string().trim().min(1).max(LONGEST_NOTE),
};

export interface ReasonTemplate {
  id: string;
  decision: Templated;
  reasonCode: (typeof REASON_CODES)[number] | null;
  name: string;
  text: string;
}

export const templateIfAny = z
  .guid()
  .optional()
  .transform((id) => id ?? null);

/** The note as it was written, else the words of the template that was chosen; null: neither. */
export const wordsOf = (
  { note, templateId }: { note: string | null; templateId: string | null },
  templates: readonly Pick<ReasonTemplate, "id" | "text">[],
) => note ?? templates.find(({ id }) => id === templateId)?.text ?? null;
