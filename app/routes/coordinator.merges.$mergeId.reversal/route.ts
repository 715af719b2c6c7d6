import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { unmergeOrganizations } from "#app/domain/organizations/unmerging.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Reversal = z.object({ idempotencyKey: z.uuid() });

/** A merge taken back, or the reason why it can't be. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const mergeId = idParam(args.params, "mergeId");
  const form = await readForm(args, Reversal);
  if (!form.ok) return unprocessable(form);
  const outcome = await unmergeOrganizations(ctx, { mergeId, ...form.value });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  const said = outcome.ok ? "done=unmerged" : `problem=${outcome.refusal}`;
  return redirect(`${paths.vetting.duplicates()}?${said}`);
}
