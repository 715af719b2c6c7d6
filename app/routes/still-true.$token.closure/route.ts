import type { ActionFunctionArgs } from "@remix-run/node";
import { closeAsked } from "#app/domain/listings/asked-listings.server.ts";
import { CLOSE_REASONS } from "#app/domain/listings/closing.ts";
import { answerAsked } from "#app/http/answer-asked.server.ts";

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.clone().formData();
  const reason = CLOSE_REASONS.find((known) => known === form.get("reason"));
  if (!reason) throw new Response(null, { status: 422 });
  return answerAsked(args, "closed", (ctx, answer) => closeAsked(ctx, { ...answer, reason }));
}
