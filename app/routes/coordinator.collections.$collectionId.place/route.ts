import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { moveCollection } from "#app/domain/listings/collections.server.ts";
import { DIRECTIONS } from "#app/domain/listings/featuring.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Move = z.object({ direction: z.enum(DIRECTIONS), idempotencyKey: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const collectionId = idParam(args.params, "collectionId");
  const form = await readForm(args, Move);
  if (!form.ok) return unprocessable(form);
  const outcome = await moveCollection(ctx, { collectionId, ...form.value });
  if (!outcome.ok) throw notFound();
  return redirect(paths.coordinator.frontPage("moved"));
}
