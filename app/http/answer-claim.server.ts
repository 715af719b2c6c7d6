import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import type { Context, Outcome, Visitor } from "#app/domain/context.ts";
import type { ClaimRefusal } from "#app/domain/listings/claims.server.ts";
import { CLAIM } from "#app/domain/mail/link-purposes.ts";
import { paths } from "./paths.ts";

type Verb = (ctx: Context<Visitor>, answer: { askingId: string }) => Promise<Outcome<unknown, ClaimRefusal>>;

/** The asking that the address' token stands for; null when we did not make it. */
export const claimParam = ({ params, context }: Pick<LoaderFunctionArgs, "params" | "context">) =>
  context.keys.read(CLAIM, params.token ?? "");

/** Back to the mail's page, which says how it stands now. */
export async function answerClaim(args: ActionFunctionArgs, done: "claimed" | "closed", verb: Verb) {
  const { db, now, locale } = args.context;
  const page = paths.claim(locale, args.params.token ?? "");
  const askingId = claimParam(args);
  if (!askingId) return redirect(page);
  const outcome = await verb({ db, now, actor: { kind: "visitor", userId: null } }, { askingId });
  return redirect(outcome.ok ? `${page}?done=${done}` : page);
}
