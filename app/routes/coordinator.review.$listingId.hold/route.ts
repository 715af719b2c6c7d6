import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { holdListing } from "#app/domain/listings/holding.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { queueToReturnTo } from "#app/http/queue-address.ts";

const Hold = z.object({ takeOver: z.literal("yes").optional(), back: queueToReturnTo });

/** "I have it open": the page says so by itself where there is a script, a button says so anywhere. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const form = await readForm(args, Hold);
  if (!form.ok) return unprocessable(form);
  const outcome = await holdListing(ctx, { listingId, takeOver: form.value.takeOver === "yes" });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  // Who lost it, or came too late, sees so on the page.
  return redirect(paths.coordinator.reviewListing(listingId, form.value.back));
}
