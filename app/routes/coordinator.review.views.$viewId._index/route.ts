import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { renameView } from "#app/domain/listings/saved-views.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Rename = z.object({ idempotencyKey: z.uuid(), name: z.string().trim().min(1).max(60) });

/** Another name for a view; one that is taken is said on the list of views. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const viewId = idParam(args.params, "viewId");
  const form = await readForm(args, Rename);
  if (!form.ok) return unprocessable(form);
  const outcome = await renameView(ctx, { viewId, ...form.value });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  return redirect(outcome.ok ? paths.coordinator.views() : `${paths.coordinator.views()}?problem=${outcome.refusal}`);
}
