import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import {
  addToCollection,
  moveInCollection,
  removeFromCollection,
} from "#app/domain/listings/collection-listings.server.ts";
import { DIRECTIONS } from "#app/domain/listings/featuring.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Change = z.object({
  change: z.enum(["add", "remove", ...DIRECTIONS]),
  from: z.enum(["listing", "collection"]).default("collection"),
  idempotencyKey: z.uuid(),
});

/** A listing's place in a collection; the answer leads back to where the button stands. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const collectionId = idParam(args.params, "collectionId");
  const listingId = idParam(args.params, "listingId");
  const form = await readForm(args, Change);
  if (!form.ok) return unprocessable(form);
  const { change, from, idempotencyKey } = form.value;
  const placing = { collectionId, listingId, idempotencyKey };
  const outcome =
    change === "add"
      ? await addToCollection(ctx, placing)
      : change === "remove"
        ? await removeFromCollection(ctx, placing)
        : await moveInCollection(ctx, { ...placing, direction: change });
  const back = (answer: string) =>
    redirect(
      from === "listing"
        ? paths.coordinator.forReaders(listingId, answer)
        : paths.coordinator.collection(collectionId, answer),
    );
  if (outcome.ok) return back(change === "add" ? "added" : change === "remove" ? "removed" : "moved");
  if (outcome.refusal === "not_found") throw notFound();
  return back(outcome.refusal);
}
