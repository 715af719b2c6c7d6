import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requirePartner } from "#app/auth/guards.server.ts";
import { setLogo } from "#app/domain/organizations/profile.server.ts";
import { ProfileChange } from "#app/domain/organizations/profile.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

/** Nothing was typed: whoever comes too late sees what is there now. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const organizationId = idParam(args.params, "organizationId");
  const form = await readForm(args, ProfileChange);
  if (!form.ok) return unprocessable(form);
  const outcome = await setLogo(ctx, { ...form.value, organizationId, picture: null });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  return redirect(paths.partner.organization(organizationId, outcome.ok ? "logo_removed" : outcome.refusal));
}
