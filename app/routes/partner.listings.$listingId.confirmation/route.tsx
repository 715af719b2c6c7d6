import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import { confirmListing } from "#app/domain/listings/confirming.server.ts";
import { getOwnListing } from "#app/domain/listings/offering-status.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { RefusalPage } from "#app/ui/refusal-page.tsx";

/** `from`: the desk's first page, which is gone back to. */
const Confirmation = z.object({ idempotencyKey: z.uuid(), from: z.literal("home").optional() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.heading }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const listing = await getOwnListing(ctx, idParam(args.params, "listingId"));
  if (!listing) throw notFound();
  return { opportunityId: listing.opportunityId, heading: listing.title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  let from: string | undefined;
  return changeListing(args, {
    schema: Confirmation,
    verb: (input) => {
      ({ from } = input);
      return confirmListing(ctx, input);
    },
    refusals: { not_published: "freshness:again.refusals.not_published" },
    next: ({ opportunityId }) =>
      from ? paths.partner.home("done=confirmed") : `${paths.partner.opportunity(opportunityId)}?done=confirmed`,
  });
}

/** Seen when it was refused; whoever only reloads finds the way back. */
export default function ConfirmationRefused() {
  const { opportunityId, heading } = useLoaderData<typeof loader>();
  const reason = useActionData<typeof action>()?.lastResult.error?.[""]?.join(" ");
  const t = useT();
  return (
    <RefusalPage
      title={reason ? t("freshness:again.confirm_refused") : heading}
      reason={reason}
      back={t("partner:send.back")}
      backTo={paths.partner.opportunity(opportunityId)}
    />
  );
}
