import type { ActionFunctionArgs } from "@remix-run/node";
import { claimAsked } from "#app/domain/listings/claims.server.ts";
import { answerClaim } from "#app/http/answer-claim.server.ts";

export async function action(args: ActionFunctionArgs) {
  return answerClaim(args, "claimed", claimAsked);
}
