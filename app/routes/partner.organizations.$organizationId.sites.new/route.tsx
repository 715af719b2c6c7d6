import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { getProfile } from "#app/domain/organizations/profile.server.ts";
import { SiteForm as Site } from "#app/domain/organizations/profile.ts";
import { addSite } from "#app/domain/organizations/sites.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { changeOrganization } from "#app/http/organization-change.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SiteForm } from "#app/ui/site-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const profile = await getProfile(ctx, idParam(args.params, "organizationId"));
  if (!profile) throw notFound();
  const { id, version } = profile;
  const title = translator(args.context.locale)("profile:site.add");
  return { id, version, title, idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  return changeOrganization(args, ctx, {
    schema: Site,
    verb: ({ version, idempotencyKey, ...facts }, organizationId) =>
      addSite(ctx, { organizationId, version, idempotencyKey, facts }),
    done: "site_saved",
  });
}

export default function NewSite() {
  const { id, title, ...form } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  return (
    <div className="measure">
      <PageHeading title={title} lede={t("profile:site.lede")} />
      <SiteForm {...form} lastResult={lastResult} />
      <p className="mt-8">
        <ButtonLink to={paths.partner.organization(id)} variant="quiet" icon="arrow-left">
          {t("profile:back")}
        </ButtonLink>
      </p>
    </div>
  );
}
