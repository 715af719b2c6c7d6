import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Context, Outcome, Partner } from "#app/domain/context.ts";
import type { ProfileRefusal } from "#app/domain/organizations/profile-change.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { conflict, readForm, unprocessable } from "./forms.server.ts";
import { idParam, notFound } from "./id-param.ts";
import { paths } from "./paths.ts";

type Refusal = ProfileRefusal | "name_taken" | "too_many";

/** One posted change of an organization's profile, from form to answer; what was done is told on the profile. */
export async function changeOrganization<S extends z.ZodType<object>>(
  args: ActionFunctionArgs,
  ctx: Context<Partner>,
  change: {
    schema: S;
    verb: (input: z.output<S>, organizationId: string) => Promise<Outcome<unknown, Refusal>>;
    done: "saved" | "logo_removed" | "site_saved" | "site_removed";
  },
) {
  const organizationId = idParam(args.params, "organizationId");
  if (!ctx.actor.organizationIds.includes(organizationId)) throw notFound();
  const typed = args.request.clone();
  const form = await readForm(args, change.schema);
  if (!form.ok) return unprocessable(form);
  const outcome = await change.verb(form.value, organizationId);
  if (outcome.ok) return redirect(paths.partner.organization(organizationId, change.done));
  if (outcome.refusal === "not_found") throw notFound();
  return conflict(await typed.formData(), translator(args.context.locale)(`profile:refused.${outcome.refusal}`));
}
