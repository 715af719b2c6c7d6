import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { askToClaim } from "#app/domain/listings/asking-to-claim.server.ts";
import { getEntered } from "#app/domain/listings/on-behalf.server.ts";
import { countClaimMail } from "#app/http/entry-form.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { waitAWhile } from "#app/http/rate-limits.server.ts";
import { Pressed } from "#app/http/transition.server.ts";

/** Mails the partner, for the first time or again; the listing's page says what came of it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const entered = await getEntered(ctx, listingId);
  if (!entered) throw notFound();
  const form = await readForm(args, Pressed);
  if (!form.ok) return unprocessable(form);
  const wait = await countClaimMail(args, ctx, entered.opportunity);
  if (wait) throw waitAWhile(wait);
  const outcome = await askToClaim(ctx, { listingId, ...form.value });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  return redirect(paths.coordinator.changed(listingId, outcome.ok ? "claim_asked" : outcome.refusal));
}
