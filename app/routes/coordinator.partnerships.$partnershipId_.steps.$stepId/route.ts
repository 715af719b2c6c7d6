import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { markStep } from "#app/domain/organizations/checklist.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Marking = z.object({ isDone: z.enum(["yes", "no"]), idempotencyKey: z.uuid() });

/** A step of one partner's vetting is done, or is not after all. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const partnershipId = idParam(args.params, "partnershipId");
  const stepId = idParam(args.params, "stepId");
  const form = await readForm(args, Marking);
  if (!form.ok) return unprocessable(form);
  const { isDone, idempotencyKey } = form.value;
  const outcome = await markStep(ctx, { partnershipId, stepId, isDone: isDone === "yes", idempotencyKey });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  const page = paths.coordinator.partnership(partnershipId);
  return redirect(outcome.ok ? `${page}#checklist` : `${page}?problem=${outcome.refusal}#checklist`);
}
