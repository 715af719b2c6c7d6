import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import { duplicateOpportunity } from "#app/domain/opportunities/duplicating.server.ts";
import { readForm } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Copy = z.object({ idempotencyKey: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunityId = idParam(args.params, "opportunityId");
  const form = await readForm(args, Copy);
  if (!form.ok) throw new Response(null, { status: 422 });
  const outcome = await duplicateOpportunity(ctx, { opportunityId, ...form.value });
  if (!outcome.ok) throw notFound();
  return redirect(paths.partner.edit(outcome.value.opportunityId));
}
