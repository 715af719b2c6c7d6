import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { startImport } from "#app/domain/imports/check-import.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Start = z.object({ idempotencyKey: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const importId = idParam(args.params, "importId");
  const form = await readForm(args, Start);
  if (!form.ok) return unprocessable(form);
  const outcome = await startImport(ctx, { importId, idempotencyKey: form.value.idempotencyKey });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  // An import that has started or has nothing new says so on its own page.
  return redirect(paths.coordinator.import(importId));
}
