import type { ActionFunctionArgs } from "@remix-run/node";
import { confirmAsked } from "#app/domain/listings/asked-listings.server.ts";
import { answerAsked } from "#app/http/answer-asked.server.ts";

export async function action(args: ActionFunctionArgs) {
  return answerAsked(args, "confirmed", confirmAsked);
}
