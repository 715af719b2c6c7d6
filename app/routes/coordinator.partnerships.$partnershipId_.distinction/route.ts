import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { tellApart } from "#app/domain/organizations/duplicates.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Distinction = z.object({ other: z.guid(), idempotencyKey: z.uuid() });

/** Two partners that look like one are two. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const partnershipId = idParam(args.params, "partnershipId");
  const form = await readForm(args, Distinction);
  if (!form.ok) return unprocessable(form);
  const { other, idempotencyKey } = form.value;
  const outcome = await tellApart(ctx, { partnershipIds: [partnershipId, other], idempotencyKey });
  if (!outcome.ok) throw notFound();
  return redirect(`${paths.vetting.duplicates()}?done=told_apart`);
}
