import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import { withdrawOffer } from "#app/domain/listings/offering.server.ts";
import { readForm } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Withdrawal = z.object({ idempotencyKey: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const listingId = idParam(args.params, "listingId");
  const form = await readForm(args, Withdrawal);
  if (!form.ok) throw new Response(null, { status: 422 });
  const outcome = await withdrawOffer(ctx, { listingId, ...form.value });
  if (outcome.ok) return redirect(`${paths.partner.opportunity(outcome.value.opportunityId)}?done=withdrawn`);
  if (outcome.refusal === "not_found") throw notFound();
  throw new Response(null, { status: 409 });
}
