import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { decideTogether } from "#app/domain/listings/deciding-together.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { queueToReturnTo } from "#app/http/queue-address.ts";

const Assignment = z.object({
  idempotencyKey: z.uuid(),
  back: queueToReturnTo,
  to: z
    .guid()
    .optional()
    .transform((to) => to ?? null),
});

/** Whose this listing is to review. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const form = await readForm(args, Assignment);
  if (!form.ok) return unprocessable(form);
  const { idempotencyKey, to, back } = form.value;
  const outcome = await decideTogether(ctx, { verb: "assign", to, chosen: [{ listingId }], idempotencyKey });
  if (!outcome.ok || outcome.value.done === 0) throw notFound();
  return redirect(paths.coordinator.reviewListing(listingId, back));
}
