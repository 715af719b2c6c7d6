import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requirePartner } from "#app/auth/guards.server.ts";
import { claimOpportunity } from "#app/domain/opportunities/claiming.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { Pressed } from "#app/http/transition.server.ts";

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunityId = idParam(args.params, "opportunityId");
  const form = await readForm(args, Pressed);
  if (!form.ok) return unprocessable(form);
  const outcome = await claimOpportunity(ctx, { opportunityId, ...form.value });
  if (!outcome.ok) throw notFound();
  return redirect(`${paths.partner.opportunity(opportunityId)}?done=claimed`);
}
