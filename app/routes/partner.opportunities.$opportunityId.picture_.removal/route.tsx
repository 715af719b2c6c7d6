import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import { removePicture } from "#app/domain/opportunities/picturing.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";

const Removal = z.object({ version: z.number().int().min(1).max(2_000_000_000), idempotencyKey: z.uuid() });

/** Nothing was typed: whoever comes too late sees what is there now. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunityId = idParam(args.params, "opportunityId");
  const form = await readForm(args, Removal);
  if (!form.ok) return unprocessable(form);
  const outcome = await removePicture(ctx, { ...form.value, opportunityId });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  return redirect(paths.partner.picture(opportunityId, outcome.ok ? "removed" : "elsewhere"));
}
