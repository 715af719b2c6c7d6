import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import type { Context, Partner } from "#app/domain/context.ts";
import { getProfile } from "#app/domain/organizations/profile.server.ts";
import { SiteForm as SiteChange } from "#app/domain/organizations/profile.ts";
import { changeSite, findSite } from "#app/domain/organizations/sites.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { changeOrganization } from "#app/http/organization-change.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SiteForm } from "#app/ui/site-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

async function siteAsked(ctx: Context<Partner>, params: LoaderFunctionArgs["params"]) {
  const [organizationId, siteId] = [idParam(params, "organizationId"), idParam(params, "siteId")];
  const [profile, site] = await Promise.all([getProfile(ctx, organizationId), findSite(ctx, organizationId, siteId)]);
  if (!profile || !site) throw notFound();
  return { profile, site };
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const { profile, site } = await siteAsked(ctx, args.params);
  const { name, street, city, state, zip } = site;
  return {
    ...{ id: profile.id, siteId: site.id, version: profile.version, site: { name, street, city, state, zip } },
    title: translator(args.context.locale)("profile:site.change", { name }),
    idempotencyKey: crypto.randomUUID(),
    removalKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const { site } = await siteAsked(ctx, args.params);
  return changeOrganization(args, ctx, {
    schema: SiteChange,
    verb: ({ version, idempotencyKey, ...facts }, organizationId) =>
      changeSite(ctx, { organizationId, siteId: site.id, version, idempotencyKey, facts }),
    done: "site_saved",
  });
}

export default function ChangeSite() {
  const { id, siteId, title, removalKey, ...form } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  return (
    <div className="measure">
      <PageHeading title={title} />
      <SiteForm {...form} lastResult={lastResult} />
      <Form method="post" action={paths.partner.siteRemoval(id, siteId)} className="mt-8 border-t border-line pt-5">
        <IdempotencyKey value={removalKey} />
        <input type="hidden" name="version" value={form.version} />
        <p className="mb-3">{t("profile:site.remove_about")}</p>
        <Button variant="danger">{t("profile:site.remove")}</Button>
      </Form>
      <p className="mt-8">
        <ButtonLink to={paths.partner.organization(id)} variant="quiet" icon="arrow-left">
          {t("profile:back")}
        </ButtonLink>
      </p>
    </div>
  );
}
