import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { retireStep } from "#app/domain/organizations/editing-steps.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Retirement = z.object({ isRetired: z.enum(["yes", "no"]), idempotencyKey: z.uuid() });

/** A step that is no longer asked for, or is again. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const stepId = idParam(args.params, "stepId");
  const form = await readForm(args, Retirement);
  if (!form.ok) return unprocessable(form);
  const isRetired = form.value.isRetired === "yes";
  const outcome = await retireStep(ctx, { stepId, isRetired, idempotencyKey: form.value.idempotencyKey });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  if (!outcome.ok) return redirect(paths.vetting.steps(outcome.refusal));
  return redirect(paths.vetting.steps(isRetired ? "retired" : "reinstated"));
}
