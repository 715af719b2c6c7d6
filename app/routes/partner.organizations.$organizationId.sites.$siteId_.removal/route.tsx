import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requirePartner } from "#app/auth/guards.server.ts";
import { ProfileChange } from "#app/domain/organizations/profile.ts";
import { findSite, removeSite } from "#app/domain/organizations/sites.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

/** Nothing was typed: whoever comes too late sees what is there now. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const [organizationId, siteId] = [idParam(args.params, "organizationId"), idParam(args.params, "siteId")];
  if (!(await findSite(ctx, organizationId, siteId))) throw notFound();
  const form = await readForm(args, ProfileChange);
  if (!form.ok) return unprocessable(form);
  const outcome = await removeSite(ctx, { ...form.value, organizationId, siteId });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  return redirect(paths.partner.organization(organizationId, outcome.ok ? "site_removed" : outcome.refusal));
}
