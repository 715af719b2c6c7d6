import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { moveStep } from "#app/domain/organizations/editing-steps.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Move = z.object({ by: z.enum(["up", "down"]), idempotencyKey: z.uuid() });

/** One place up or down among the district's steps. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const stepId = idParam(args.params, "stepId");
  const form = await readForm(args, Move);
  if (!form.ok) return unprocessable(form);
  const outcome = await moveStep(ctx, { ...form.value, stepId });
  if (!outcome.ok) throw notFound();
  return redirect(paths.vetting.steps("moved"));
}
