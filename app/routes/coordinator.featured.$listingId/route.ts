import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { featureListing, moveFeatured, unfeatureListing } from "#app/domain/listings/featuring.server.ts";
import { DIRECTIONS } from "#app/domain/listings/featuring.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Change = z.object({
  change: z.enum(["add", "remove", ...DIRECTIONS]),
  from: z.enum(["listing", "front"]).default("front"),
  idempotencyKey: z.uuid(),
});

/** A listing's place on the front page; the answer leads back to where the button stands. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const form = await readForm(args, Change);
  if (!form.ok) return unprocessable(form);
  const { change, from, idempotencyKey } = form.value;
  const featuring = { listingId, idempotencyKey };
  const outcome =
    change === "add"
      ? await featureListing(ctx, featuring)
      : change === "remove"
        ? await unfeatureListing(ctx, featuring)
        : await moveFeatured(ctx, { ...featuring, direction: change });
  const back = (answer: string) =>
    redirect(
      from === "listing" ? paths.coordinator.forReaders(listingId, answer) : paths.coordinator.frontPage(answer),
    );
  if (outcome.ok) return back(change === "add" ? "featured" : change === "remove" ? "unfeatured" : "moved");
  if (outcome.refusal === "not_found") throw notFound();
  return back(outcome.refusal);
}
