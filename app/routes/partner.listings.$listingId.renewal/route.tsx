import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { getOwnListing } from "#app/domain/listings/offering-status.server.ts";
import { renewListing } from "#app/domain/listings/renewing.server.ts";
import { getOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import { submissionProblems } from "#app/domain/opportunities/submission-rules.ts";
import { readForm } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { MissingList } from "#app/ui/missing-list.tsx";
import { RefusalPage } from "#app/ui/refusal-page.tsx";

const Renewal = z.object({ idempotencyKey: z.uuid() });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const listing = await getOwnListing(ctx, idParam(args.params, "listingId"));
  if (!listing) throw notFound();
  return { opportunityId: listing.opportunityId, heading: listing.title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const listingId = idParam(args.params, "listingId");
  const listing = await getOwnListing(ctx, listingId);
  if (!listing) throw notFound();
  const { opportunityId } = listing;
  const form = await readForm(args, Renewal);
  if (!form.ok) throw new Response(null, { status: 422 });
  const outcome = await renewListing(ctx, { listingId, ...form.value });
  if (outcome.ok) return redirect(`${paths.partner.opportunity(opportunityId)}?done=renewed`);
  const opportunity = await getOpportunity(ctx, opportunityId);
  if (outcome.refusal === "not_found" || !opportunity) throw notFound();
  const incomplete = outcome.refusal === "incomplete";
  const problems = incomplete ? submissionProblems(opportunity, localDate(ctx.now, listing.timeZone)) : [];
  return data({ refusal: outcome.refusal, problems }, { status: incomplete ? 422 : 409 });
}

/** Seen when it was refused: what has to change first; whoever only reloads finds the way back. */
export default function RenewalRefused() {
  const { opportunityId, heading } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useT();
  return (
    <RefusalPage
      title={refused ? t("freshness:again.renew_refused") : heading}
      reason={refused && t(`freshness:again.refusals.${refused.refusal}`)}
      back={t("partner:send.back")}
      backTo={paths.partner.opportunity(opportunityId)}
    >
      {refused && <MissingList opportunityId={opportunityId} problems={refused.problems} />}
    </RefusalPage>
  );
}
