import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { offerToDistricts } from "#app/domain/listings/offering.server.ts";
import { readForm } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { ChosenDistricts, opportunityToSend } from "#app/http/sending.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { RefusalPage } from "#app/ui/refusal-page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.heading }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const { id, title } = await opportunityToSend(args, ctx);
  return { opportunityId: id, heading: title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const { id: opportunityId } = await opportunityToSend(args, ctx);
  const form = await readForm(args, ChosenDistricts);
  if (!form.ok) return data({ reason: "errors.missing.districts" as const }, { status: 422 });
  const outcome = await offerToDistricts(ctx, { opportunityId, ...form.value });
  if (outcome.ok) return redirect(`${paths.partner.opportunity(opportunityId)}?done=offered`);
  if (outcome.refusal === "not_found") throw notFound();
  return data({ reason: `offer.refusals.${outcome.refusal}` as const }, { status: 409 });
}

/** Seen when it was refused; whoever only reloads finds the way back. */
export default function OfferRefused() {
  const { opportunityId, heading } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useT();
  return (
    <RefusalPage
      title={refused ? t("partner:offer.refused") : heading}
      reason={refused && t(`partner:${refused.reason}`)}
      back={t("partner:send.back")}
      backTo={paths.partner.opportunity(opportunityId)}
    />
  );
}
