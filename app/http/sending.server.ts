import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { Context, Outcome, Partner } from "#app/domain/context.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { getOwnListing } from "#app/domain/listings/offering-status.server.ts";
import { getOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import { submissionProblems } from "#app/domain/opportunities/submission-rules.ts";
import { readForm } from "./forms.server.ts";
import { idParam, notFound } from "./id-param.ts";
import { paths } from "./paths.ts";

const Sending = z.object({ idempotencyKey: z.uuid() });

/** The districts a partner offers or sends an opportunity to. */
export const ChosenDistricts = z.object({
  districtIds: z.array(z.guid()).min(1, { error: "partner:errors.missing.districts" }).max(50),
  idempotencyKey: z.uuid(),
});

interface Verb<R extends string> {
  send: (ctx: Context<Partner>, input: { listingId: string; idempotencyKey: string }) => Promise<Outcome<unknown, R>>;
  /** What the opportunity's page says when it was done. */
  said: "sent" | "renewed";
}

/** The opportunity of the address, the partner's own. */
export async function opportunityToSend(args: LoaderFunctionArgs, ctx: Context<Partner>) {
  const opportunity = await getOpportunity(ctx, idParam(args.params, "opportunityId"));
  if (!opportunity) throw notFound();
  return opportunity;
}

/** The listing a partner sends, or was refused to send. */
export async function listingToSend(args: LoaderFunctionArgs, ctx: Context<Partner>) {
  const listing = await getOwnListing(ctx, idParam(args.params, "listingId"));
  if (!listing) throw notFound();
  return listing;
}

/** A listing goes to its district, for the first time or again; when it may not, what has to change first. */
export async function answerSending<R extends string>(
  args: ActionFunctionArgs,
  ctx: Context<Partner>,
  { send, said }: Verb<R>,
) {
  const listingId = idParam(args.params, "listingId");
  const { opportunityId, timeZone } = await listingToSend(args, ctx);
  const form = await readForm(args, Sending);
  if (!form.ok) throw new Response(null, { status: 422 });
  const outcome = await send(ctx, { listingId, ...form.value });
  if (outcome.ok) return redirect(`${paths.partner.opportunity(opportunityId)}?done=${said}`);
  const opportunity = await getOpportunity(ctx, opportunityId);
  if (outcome.refusal === "not_found" || !opportunity) throw notFound();
  const incomplete = outcome.refusal === "incomplete";
  const problems = incomplete ? submissionProblems(opportunity, localDate(ctx.now, timeZone)) : [];
  return data({ refusal: outcome.refusal as Exclude<R, "not_found">, problems }, { status: incomplete ? 422 : 409 });
}
