import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { endGuardianship } from "#app/domain/people/family-links.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const guardianshipId = idParam(args.params, "guardianshipId");
  const form = await readForm(args, z.object({ idempotencyKey: z.uuid() }));
  if (!form.ok) return unprocessable(form);
  const outcome = await endGuardianship(ctx, { guardianshipId, ...form.value });
  if (!outcome.ok) throw notFound();
  return redirect(`${paths.coordinator.familyLinks()}?said=ended`);
}
