import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { submitListing } from "#app/domain/listings/submission.server.ts";
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
  return answerSending(args, ctx, { send: submitListing, said: "sent" });
}

/** Seen when it was refused; whoever only reloads finds the way back. */
export default function SubmissionRefused() {
  const { opportunityId, heading } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useT();
  return (
    <RefusalPage
      title={refused ? t("partner:send.refused") : heading}
      reason={refused && t(`partner:send.refusals.${refused.refusal}`)}
      back={t("partner:send.back")}
      backTo={paths.partner.opportunity(opportunityId)}
    >
      {refused && <MissingList opportunityId={opportunityId} problems={refused.problems} />}
    </RefusalPage>
  );
}
