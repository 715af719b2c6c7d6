import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { decideMembershipRequest } from "#app/domain/organizations/membership-requests.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Deciding = z.object({
  decision: z.enum(["approved", "declined"]),
  partnershipId: z.guid(),
  idempotencyKey: z.uuid(),
});

/** A coordinator's word on who acts for an organization; where somebody decided first, their page shows it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const requestId = idParam(args.params, "requestId");
  const form = await readForm(args, Deciding);
  if (!form.ok) return unprocessable(form);
  const { decision, partnershipId, idempotencyKey } = form.value;
  const outcome = await decideMembershipRequest(ctx, { requestId, decision, idempotencyKey });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  return redirect(paths.coordinator.partnership(partnershipId));
}
