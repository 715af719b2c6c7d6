import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import { getOwnListing } from "#app/domain/listings/offering-status.server.ts";
import { reopenListing } from "#app/domain/listings/reopening.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { RefusalPage } from "#app/ui/refusal-page.tsx";

const Reopening = z.object({ idempotencyKey: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.heading }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const listing = await getOwnListing(ctx, idParam(args.params, "listingId"));
  if (!listing) throw notFound();
  return { opportunityId: listing.opportunityId, heading: listing.title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  return changeListing(args, {
    schema: Reopening,
    verb: (input) => reopenListing(ctx, input),
    refusals: {
      not_closed: "freshness:again.refusals.not_closed",
      closed_by_district: "freshness:again.refusals.closed_by_district",
      still_offered: "freshness:again.refusals.still_offered",
      partnership_not_in_force: "freshness:again.refusals.partnership_not_in_force",
      over_before_shown: "freshness:again.refusals.over_before_shown",
    },
    next: ({ opportunityId }) => `${paths.partner.opportunity(opportunityId)}?done=reopened`,
  });
}

/** Seen when it was refused; whoever only reloads finds the way back. */
export default function ReopeningRefused() {
  const { opportunityId, heading } = useLoaderData<typeof loader>();
  const reason = useActionData<typeof action>()?.lastResult.error?.[""]?.join(" ");
  const t = useT();
  return (
    <RefusalPage
      title={reason ? t("freshness:again.reopen_refused") : heading}
      reason={reason}
      back={t("partner:send.back")}
      backTo={paths.partner.opportunity(opportunityId)}
    />
  );
}
