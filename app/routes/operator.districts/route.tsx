import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireOperator } from "#app/auth/guards.server.ts";
import { listAllHosts } from "#app/domain/districts/district-hosts.server.ts";
import { createDistrict, listDistrictsWithAdmins } from "#app/domain/districts/creating.server.ts";
import { districtAddress } from "#app/domain/districts/reserved-addresses.ts";
import { US_STATES } from "#app/domain/opportunities/us-states.ts";
import { inviteFirstAdmin } from "#app/domain/people/invitations.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { answerInviting, showInvitations } from "#app/http/inviting.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { OpenInvitations } from "#app/ui/people/open-invitations.tsx";
import { OutcomeNotice } from "#app/ui/people/outcome-notice.tsx";
import { DistrictForm } from "./district-form.tsx";
import { DistrictTable } from "./district-table.tsx";
import { TIME_ZONES } from "./time-zones.ts";

const NewDistrict = z.object({
  name: z.string().trim().min(3).max(100),
  slug: districtAddress,
  timeZone: z.enum(TIME_ZONES),
  state: z.enum(US_STATES),
  zip: z.string().regex(/^\d{5}$/, { error: "people:districts.errors.zip" }),
  contactEmail: z.email().max(254),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOperator(args);
  const [districts, invitations, hosts] = await Promise.all([
    listDistrictsWithAdmins(ctx),
    showInvitations(ctx, ["admin"]),
    listAllHosts(ctx.db),
  ]);
  return {
    title: translator(args.context.locale)("people:districts.title"),
    districts: districts.map(({ since: _since, ...district }) => ({
      ...district,
      idempotencyKey: crypto.randomUUID(),
      hosts: hosts.filter(({ slug }) => slug === district.slug).map(({ host }) => host),
      isInvited: invitations.some(({ districtId, isOver }) => districtId === district.id && !isOver),
    })),
    invitations,
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOperator(args);
  const posted = await args.request.clone().formData();
  if (posted.get("change") !== "create")
    return answerInviting(args, ctx, {
      roles: ["admin"],
      invite: ({ placeId: districtId, ...invite }) => inviteFirstAdmin(ctx, { ...invite, districtId }),
      next: (outcome) => paths.operator.districts(outcome),
    });
  const form = await readForm(args, NewDistrict);
  if (!form.ok) return unprocessable(form);
  const outcome = await createDistrict(ctx, form.value);
  if (outcome.ok) return redirect(paths.operator.districts(new URLSearchParams({ created: form.value.slug })));
  return conflict(posted, translator(args.context.locale)(`people:districts.errors.${outcome.refusal}`));
}

export default function Districts() {
  const { title, districts, invitations, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [asked] = useSearchParams();
  const created = districts.find(({ slug }) => slug === asked.get("created"));
  const isCreating = lastResult?.initialValue?.change === "create";
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("people:districts.lede")} />
      <OutcomeNotice />
      {created && (
        <Notice tone="success" title={t("people:districts.created", { name: created.name })} live>
          <p>{t("people:districts.created_next")}</p>
        </Notice>
      )}
      <DistrictTable districts={districts} lastResult={isCreating ? null : lastResult} />
      <section className="mt-10" aria-labelledby="open">
        <h2 id="open">{t("people:open.title")}</h2>
        <OpenInvitations rows={invitations} />
      </section>
      <section className="mt-10 max-w-xl" aria-labelledby="new">
        <h2 id="new" className="mb-3">
          {t("people:districts.new")}
        </h2>
        <DistrictForm lastResult={isCreating ? lastResult : null} idempotencyKey={idempotencyKey} />
      </section>
    </>
  );
}
