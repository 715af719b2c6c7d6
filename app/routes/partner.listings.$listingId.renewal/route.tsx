import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { renewListing } from "#app/domain/listings/renewing.server.ts";
import { paths } from "#app/http/paths.ts";
import { answerSending, listingToSend } from "#app/http/sending.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { MissingList } from "#app/ui/missing-list.tsx";
import { RefusalPage } from "#app/ui/refusal-page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.heading }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const { opportunityId, title } = await listingToSend(args, ctx);
  return { opportunityId, heading: title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  return answerSending(args, ctx, { send: renewListing, said: "renewed" });
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
