import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import type { OfferRefusal } from "#app/domain/listings/offering.server.ts";
import { sendToDistricts } from "#app/domain/listings/sending-together.server.ts";
import { submissionProblems } from "#app/domain/opportunities/submission-rules.ts";
import { listPartnerDistricts } from "#app/domain/organizations/partnerships.server.ts";
import { readForm } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { ChosenDistricts, opportunityToSend } from "#app/http/sending.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { MissingList } from "#app/ui/missing-list.tsx";
import { RefusalPage } from "#app/ui/refusal-page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.heading }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const { id, title } = await opportunityToSend(args, ctx);
  return { opportunityId: id, heading: title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunity = await opportunityToSend(args, ctx);
  const form = await readForm(args, ChosenDistricts);
  if (!form.ok) return refusal("errors.missing.districts", 422);
  const outcome = await sendToDistricts(ctx, { opportunityId: opportunity.id, ...form.value });
  if (!outcome.ok) {
    if (outcome.refusal === "not_found") throw notFound();
    return refusal(`offer.refusals.${outcome.refusal}`, 409);
  }
  if (outcome.value.every(({ refusal }) => refusal === null))
    return redirect(`${paths.partner.opportunity(opportunity.id)}?done=sent`);

  const districts = await listPartnerDistricts(ctx, opportunity.organizationId);
  const answers = outcome.value.map(({ districtId, refusal }) => ({
    refusal,
    name: districts.find((district) => district.districtId === districtId)?.name ?? "",
  }));
  const incomplete = answers.some(({ refusal }) => refusal === "incomplete");
  const today = localDate(ctx.now, districts[0]?.timeZone ?? "UTC");
  const problems = incomplete ? submissionProblems(opportunity, today) : [];
  return data({ reason: null, answers, problems }, { status: incomplete ? 422 : 409 });
}

const refusal = (
  reason: "errors.missing.districts" | `offer.refusals.${Exclude<OfferRefusal, "not_found">}`,
  status: number,
) => data({ reason, answers: [], problems: [] }, { status });

/** Seen when a district did not get it: which did, which did not, and why. */
export default function SendingAnswered() {
  const { opportunityId, heading } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const some = answered?.answers.some(({ refusal }) => refusal === null);
  return (
    <RefusalPage
      title={answered ? t(some ? "posting:together.some" : "posting:together.none") : heading}
      reason={answered?.reason ? t(`partner:${answered.reason}`) : undefined}
      back={t("partner:send.back")}
      backTo={paths.partner.opportunity(opportunityId)}
    >
      {answered && (
        <>
          <ul className="grid gap-3">
            {answered.answers.map(({ name, refusal }) => (
              <li key={name} className="flex gap-2">
                <Icon name={refusal ? "circle-alert" : "circle-check"} />
                <span>
                  <strong>{name}</strong>:{" "}
                  {refusal
                    ? `${t("posting:together.refused")} ${t(`partner:send.refusals.${refusal}`)}`
                    : t("posting:together.took")}
                </span>
              </li>
            ))}
          </ul>
          {answered.problems.length > 0 && <MissingList opportunityId={opportunityId} problems={answered.problems} />}
        </>
      )}
    </RefusalPage>
  );
}
