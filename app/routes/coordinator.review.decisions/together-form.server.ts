import { z } from "zod";
import type { Context, Coordinator } from "#app/domain/context.ts";
import { labels, noteIfAny } from "#app/domain/listings/curation.ts";
import { DECISION_VERBS } from "#app/domain/listings/decided.server.ts";
import type { Together } from "#app/domain/listings/deciding-together.server.ts";
import { REASON_CODES } from "#app/domain/listings/lifecycle.ts";
import { listReasonTemplates } from "#app/domain/listings/reason-templates.server.ts";
import { wordsOf } from "#app/domain/listings/reason-templates.ts";
import { queueToReturnTo } from "#app/http/queue-address.ts";

const CHOSEN = /^([0-9a-f-]{36})\.(\d{1,9})$/i;

/** `<id>.<version>`: the row as it was shown. */
const chosen = z
  .string()
  .regex(CHOSEN)
  .transform((text) => ({ listingId: text.slice(0, 36), version: Number(text.slice(37)) }));

const optionalId = z
  .guid()
  .optional()
  .transform((id) => id ?? null);

/** One stroke over many: what goes with the verb is asked for by its own fields. */
export const TogetherForm = z.object({
  idempotencyKey: z.uuid(),
  back: queueToReturnTo,
  verb: z.enum(DECISION_VERBS),
  listing: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(chosen).max(200)),
  note: noteIfAny,
  templateId: optionalId,
  reasonCode: z.enum(REASON_CODES).optional(),
  add: labels,
  remove: labels,
  to: optionalId,
});
type Form = z.output<typeof TogetherForm>;

export type Missing = { field: string; message: "note_missing" | "reason_missing" | "other_needs_note" | "no_label" };

/** The verb with what it needs, or what is missing of it. */
export async function togetherOf(
  ctx: Context<Coordinator>,
  { verb, reasonCode, templateId, add, remove, to, ...form }: Form,
): Promise<Together | Missing> {
  switch (verb) {
    case "approve":
      return { verb };
    case "assign":
      return { verb, to };
    case "label":
      return add.length + remove.length > 0 ? { verb, add, remove } : { field: "add", message: "no_label" };
    case "request_changes": {
      const note = wordsOf({ ...form, templateId }, await listReasonTemplates(ctx));
      return note ? { verb, note } : { field: "note", message: "note_missing" };
    }
    case "decline": {
      if (!reasonCode) return { field: "reasonCode", message: "reason_missing" };
      const note = wordsOf({ ...form, templateId }, await listReasonTemplates(ctx));
      if (reasonCode === "other" && !note) return { field: "note", message: "other_needs_note" };
      return { verb, reasonCode, note };
    }
  }
}
