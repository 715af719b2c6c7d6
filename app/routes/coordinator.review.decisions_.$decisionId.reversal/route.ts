import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { undoDecision } from "#app/domain/listings/undoing.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { queueToReturnTo } from "#app/http/queue-address.ts";

const Reversal = z.object({ idempotencyKey: z.uuid(), back: queueToReturnTo });

/** Takes a decision back; the queue says what became of it, or why it stands. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const decisionId = idParam(args.params, "decisionId");
  const form = await readForm(args, Reversal);
  if (!form.ok) return unprocessable(form);
  const { idempotencyKey, back } = form.value;
  const outcome = await undoDecision(ctx, { decisionId, idempotencyKey });
  if (outcome.ok) return redirect(paths.coordinator.undone(decisionId, back));
  if (outcome.refusal === "not_found" || outcome.refusal === "not_yours") throw notFound();
  return redirect(paths.coordinator.undone(decisionId, back, outcome.refusal));
}
