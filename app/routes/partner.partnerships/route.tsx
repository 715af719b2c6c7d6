import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import { listStandings, requestPartnerships } from "#app/domain/organizations/requesting.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, waitAWhile } from "#app/http/rate-limits.server.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { OrganizationDistricts } from "./organization-districts.tsx";

const MOST_AT_ONCE = 50;
const Asking = z.object({
  organizationId: z.guid(),
  districtIds: z.array(z.guid()).min(1, { error: "joining:errors.district" }).max(MOST_AT_ONCE),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const { locale } = args.context;
  const organizations = await listStandings(ctx);
  return {
    title: translator(locale)("joining:districts.title"),
    idempotencyKey: crypto.randomUUID(),
    organizations: organizations.map(({ districts, ...organization }) => ({
      ...organization,
      districts: districts.map(({ inForceUntil, ...district }) => ({
        ...district,
        until: inForceUntil && sayDay(inForceUntil, locale),
      })),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const typed = args.request.clone();
  const form = await readForm(args, Asking);
  if (!form.ok) return unprocessable(form);
  const wait = await countTry(args.context, "asking", ctx.actor.userId);
  if (wait) throw waitAWhile(wait);
  const outcome = await requestPartnerships(ctx, form.value);
  const said = outcome.ok && outcome.value.asked > 0 ? `?asked=${form.value.organizationId}` : "";
  if (outcome.ok) return redirect(paths.partner.partnerships() + said);
  if (outcome.refusal === "not_found") throw notFound();
  const t = translator(args.context.locale);
  return conflict(await typed.formData(), t(`joining:districts.refused.${outcome.refusal}`));
}

export default function PartnerDistricts() {
  const { title, organizations, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [said] = useSearchParams();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHeading
        title={title}
        lede={t("joining:districts.lede")}
        actions={<a href={paths.join.organization(locale)}>{t("joining:districts.add_organization")}</a>}
      />
      {organizations.map((organization) => (
        <section key={organization.id} aria-labelledby={`o-${organization.id}`} className="mb-10">
          <h2 id={`o-${organization.id}`} className="mb-3">
            {organization.name}
          </h2>
          {said.get("created") === organization.id && (
            <Notice tone="success" live title={t("joining:districts.created", { organization: organization.name })}>
              <p>{t("joining:districts.created_text")}</p>
            </Notice>
          )}
          {said.get("asked") === organization.id && (
            <Notice tone="success" live title={t("joining:districts.asked")}>
              <p>{t("joining:districts.asked_text")}</p>
            </Notice>
          )}
          <OrganizationDistricts
            organization={organization}
            idempotencyKey={idempotencyKey}
            lastResult={lastResult?.initialValue?.organizationId === organization.id ? lastResult : undefined}
          />
        </section>
      ))}
    </>
  );
}
