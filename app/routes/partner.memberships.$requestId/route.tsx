import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import { decideMembershipRequest } from "#app/domain/organizations/membership-requests.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Deciding = z.object({ decision: z.enum(["approved", "declined"]), idempotencyKey: z.uuid() });

/** An owner's word on who acts for the organization. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const requestId = idParam(args.params, "requestId");
  const form = await readForm(args, Deciding);
  if (!form.ok) return unprocessable(form);
  const outcome = await decideMembershipRequest(ctx, { requestId, ...form.value });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  const said = outcome.ok ? `done=${form.value.decision}` : `problem=${outcome.refusal}`;
  return redirect(paths.partner.people(said));
}
