import { data, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { Context, Coordinator } from "#app/domain/context.ts";
import { answeringFor } from "#app/domain/mail/recipients.server.ts";
import { STEP_FIELDS } from "#app/domain/opportunities/content.ts";
import { wholeFirstSchema } from "#app/domain/opportunities/first-page.ts";
import type { Problem } from "#app/domain/opportunities/submission-rules.ts";
import { translator } from "#app/i18n/translator.ts";
import { refusedForm } from "./forms.server.ts";
import { countTry } from "./rate-limits.server.ts";

const { contactName, contactEmail, contactPhone } = STEP_FIELDS.asking;

/** The page a partner posts on, as strict as there, and whom the district calls; `extra` are the form's own fields. */
export const entrySchema = <E extends z.ZodRawShape>(extra: E) =>
  wholeFirstSchema({ contactName, contactEmail, contactPhone, idempotencyKey: z.uuid(), ...extra });

/** The form again with what was typed, and at each field what a district asks for besides. */
export function incompleteEntry(
  { context }: Pick<ActionFunctionArgs, "context">,
  typed: FormData,
  problems: readonly Problem[],
) {
  const t = translator(context.locale);
  const error = Object.fromEntries(problems.map(({ field, message }) => [field, [t(message as never)]]));
  return data({ lastResult: { ...refusedForm(typed, ""), error } }, { status: 422 });
}

/** Counts a mail that asks a partner to claim; answers the seconds to wait when it is one too many, else null. */
export async function countClaimMail(
  { context }: Pick<ActionFunctionArgs, "context">,
  ctx: Context<Coordinator>,
  { organizationId, contactEmail }: { organizationId: string; contactEmail: string | null },
): Promise<number | null> {
  const wait = await countTry(context, "invitation", ctx.actor.userId);
  if (wait !== null || !contactEmail) return wait;
  const isTyped = (await answeringFor(ctx, organizationId)).length === 0;
  return isTyped ? countTry(context, "typed_address", contactEmail) : null;
}
