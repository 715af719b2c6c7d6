import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { deleteReasonTemplate } from "#app/domain/listings/reason-templates.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Removal = z.object({ idempotencyKey: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const templateId = idParam(args.params, "templateId");
  const form = await readForm(args, Removal);
  if (!form.ok) return unprocessable(form);
  const outcome = await deleteReasonTemplate(ctx, { templateId, ...form.value });
  if (!outcome.ok) throw notFound();
  return redirect(paths.coordinator.templates());
}
