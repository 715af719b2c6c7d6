import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import type { AnswerRefusal } from "#app/domain/listings/asked-listings.server.ts";
import type { Context, Outcome, Visitor } from "#app/domain/context.ts";
import { askingParam } from "./asking-param.ts";
import { paths } from "./paths.ts";

type Verb = (ctx: Context<Visitor>, answer: { askingId: string }) => Promise<Outcome<unknown, AnswerRefusal>>;

/** What a button of a mail's page answers: back to that page, which says where the listing stands now. */
export async function answerAsked(args: ActionFunctionArgs, done: "confirmed" | "closed", verb: Verb) {
  const { db, now, locale } = args.context;
  const page = paths.stillTrue(locale, args.params.token ?? "");
  const askingId = askingParam(args);
  if (!askingId) return redirect(page);
  const outcome = await verb({ db, now, actor: { kind: "visitor", userId: null } }, { askingId });
  return redirect(outcome.ok ? `${page}?done=${done}` : page);
}
