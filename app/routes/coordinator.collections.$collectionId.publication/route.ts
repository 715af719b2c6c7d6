import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { publishCollection } from "#app/domain/listings/collections.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Publication = z.object({ on: z.enum(["yes", "no"]), idempotencyKey: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const collectionId = idParam(args.params, "collectionId");
  const form = await readForm(args, Publication);
  if (!form.ok) return unprocessable(form);
  const published = form.value.on === "yes";
  const { idempotencyKey } = form.value;
  const outcome = await publishCollection(ctx, { collectionId, published, idempotencyKey });
  if (!outcome.ok) throw notFound();
  return redirect(paths.coordinator.collection(collectionId, published ? "published" : "unpublished"));
}
