import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { describePicture } from "#app/domain/files/pictures.server.ts";
import { listPartnerDistricts } from "#app/domain/organizations/partnerships.server.ts";
import { getProfile } from "#app/domain/organizations/profile.server.ts";
import { listSites } from "#app/domain/organizations/sites.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Picture } from "#app/ui/picture.tsx";
import { ProfileFacts } from "./profile-facts.tsx";
import { Sites } from "./sites.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.profile.name }];

const NEWS = ["saved", "logo_saved", "logo_removed", "site_saved", "site_removed"] as const;
/** Why a button without a page of its own changed nothing. */
const REFUSED = ["not_owner", "edited_elsewhere"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const profile = await getProfile(ctx, idParam(args.params, "organizationId"));
  if (!profile) throw notFound();
  const { id, name, logoId, isOwner, ...rest } = profile;
  const { sector, about, website, street, city, state, zip, languages, access } = rest;
  const [logo, sites, districts] = await Promise.all([
    describePicture(ctx.db, { pictureId: logoId, pictureAlt: name }),
    listSites(ctx, id),
    listPartnerDistricts(ctx, id),
  ]);
  const news = new URL(args.request.url).searchParams.get("done");
  return {
    profile: { id, name, isOwner, sector, about, website, street, city, state, zip, languages, access },
    logo,
    sites: sites.map(({ id: siteId, ...site }) => ({
      ...{ id: siteId, name: site.name, street: site.street, city: site.city, state: site.state, zip: site.zip },
    })),
    pages: districts.filter(({ inForce }) => inForce).map((district) => ({ name: district.name, slug: district.slug })),
    news: NEWS.find((word) => word === news) ?? null,
    refused: REFUSED.find((word) => word === news) ?? null,
  };
}

export type Profile = Awaited<ReturnType<typeof loader>>["profile"];
export type ProfileSite = Awaited<ReturnType<typeof loader>>["sites"][number];

export default function OrganizationProfile() {
  const { profile, logo, sites, pages, news, refused } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { id, name, isOwner } = profile;
  return (
    <>
      <PageHeading
        title={name}
        lede={t("profile:lede")}
        actions={
          isOwner && (
            <ButtonLink to={paths.partner.profile(id)} variant="secondary" icon="pencil">
              {t("profile:edit")}
            </ButtonLink>
          )
        }
      />
      {news && (
        <Notice tone="success" live>
          {t(`profile:done.${news}`)}
        </Notice>
      )}
      {refused && (
        <Notice tone="warning" live>
          {t(refused === "not_owner" ? "profile:refused.not_owner" : "profile:done.elsewhere")}
        </Notice>
      )}
      {!isOwner && refused !== "not_owner" && <Notice>{t("profile:owners_change")}</Notice>}
      <section aria-labelledby="logo" className="mb-8">
        <h2 id="logo" className="mb-2">
          {t("profile:logo.title")}
        </h2>
        {logo ? (
          <Picture picture={logo} className="h-auto max-h-28 w-auto max-w-full rounded-control" />
        ) : (
          <p className="text-muted">{t("profile:logo.none")}</p>
        )}
        {isOwner && (
          <ButtonLink to={paths.partner.logo(id)} variant="quiet" icon="pencil">
            {t(logo ? "profile:logo.change" : "profile:logo.add")}
          </ButtonLink>
        )}
      </section>
      <ProfileFacts profile={profile} />
      <Sites organizationId={id} sites={sites} isOwner={isOwner} />
      <section aria-labelledby="pages" className="mb-8">
        <h2 id="pages">{t("profile:pages.title")}</h2>
        <p className="text-muted">{t(pages.length > 0 ? "profile:pages.lede" : "profile:pages.none")}</p>
        <ul>
          {pages.map(({ name: district, slug }) => (
            <li key={slug}>
              <a href={paths.publicPartner(locale, slug, id)} className="inline-flex min-h-11 items-center">
                {t("profile:pages.of", { name, district })}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <Link to={paths.partner.people()}>{t("profile:people")}</Link>
    </>
  );
}
