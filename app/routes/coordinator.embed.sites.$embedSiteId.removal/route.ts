import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { removeEmbedSite } from "#app/domain/districts/embed-sites.server.ts";
import { settingsForm } from "#app/domain/districts/settings.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

/** Pages of the site show the list no more; adding it again undoes this. Whoever comes too late sees what is there now. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const siteId = idParam(args.params, "embedSiteId");
  const form = await readForm(args, z.object(settingsForm));
  if (!form.ok) return unprocessable(form);
  const outcome = await removeEmbedSite(ctx, { ...form.value, siteId });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  return redirect(paths.coordinator.embed.sites(outcome.ok ? "removed" : undefined));
}
