import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Outcome } from "#app/domain/context.ts";
import type { Partnership } from "#app/domain/organizations/standing.ts";
import type { ApprovalRefusal } from "#app/domain/organizations/vetting.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { conflict, readForm, unprocessable } from "./forms.server.ts";
import { idParam, notFound } from "./id-param.ts";
import { paths } from "./paths.ts";

/** One posted decision about a partnership, from form to answer. */
export async function changePartnership<S extends z.ZodType<object>>(
  args: ActionFunctionArgs,
  schema: S,
  verb: (
    input: z.output<S> & { partnershipId: string },
  ) => Promise<Outcome<{ status: Partnership["status"] }, ApprovalRefusal>>,
) {
  const partnershipId = idParam(args.params, "partnershipId");
  const typed = args.request.clone();
  const form = await readForm(args, schema);
  if (!form.ok) return unprocessable(form);
  const outcome = await verb({ ...form.value, partnershipId });
  if (outcome.ok) return redirect(`${paths.coordinator.partnership(partnershipId)}?now=${outcome.value.status}`);
  if (outcome.refusal === "not_found") throw notFound();
  const t = translator(args.context.locale);
  return conflict(await typed.formData(), t(`joining:partnerships.refused.${outcome.refusal}`));
}
