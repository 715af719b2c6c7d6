import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug, listSchools } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { getPartner } from "#app/domain/organizations/public-partners.server.ts";
import { feedLinks } from "#app/http/feed-links.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { headTags, pageHead } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { breadcrumbs, partnerData } from "#app/publishing/structured-data/page-data.ts";
import { Icon } from "#app/ui/icon.tsx";
import { cardOf } from "#app/ui/list/card-of.ts";
import { ListingAccess } from "#app/ui/listing-access.tsx";
import { ListingCard } from "#app/ui/listing-card.tsx";
import { Website } from "#app/ui/listing-trust.tsx";
import { wordOf } from "#app/ui/listing-words.ts";
import { Picture } from "#app/ui/picture.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { PartnerPlaces } from "./partner-places.tsx";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.documentTitle },
  ...(data?.partner.about ? [{ name: "description", content: data.partner.about.slice(0, 300) }] : []),
  ...headTags(data?.head),
  ...(data?.feeds ?? []),
  ...(data?.structured ?? []).map((node) => ({ "script:ld+json": node })),
];

/** Only what a partner says of itself, and only while it is one: how it stands with the district is not told. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, now, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  const found = district && (await getPartner(db, district, idParam(params, "organizationId"), now));
  if (!district || !found) throw notFound();
  const { listings, ...partner } = found;
  const schools = await listSchools(db, district.id);
  const t = translator(locale);
  return {
    documentTitle: t("listing:document_title", { title: partner.name, district: district.name }),
    feeds: feedLinks(t("saved:feed_title_search", { district: district.name, search: partner.name }), (format) =>
      paths.partnerFeed(locale, district.slug, format, partner.id),
    ),
    head: pageHead(context, {
      ...{
        title: partner.name,
        about: partner.about?.slice(0, 300) ?? null,
        district,
      },
      at: (each) => paths.publicPartner(each, district.slug, partner.id),
    }),
    structured: [
      partnerData(partner, {
        url: context.origin + paths.publicPartner(locale, district.slug, partner.id),
        logo: partner.logo && context.origin + paths.picture(partner.logo.id),
      }),
      breadcrumbs(context.origin, [
        { name: district.name, path: paths.district(locale, district.slug) },
        { name: t("profile:public.title"), path: paths.publicPartners(locale, district.slug) },
        { name: partner.name, path: paths.publicPartner(locale, district.slug, partner.id) },
      ]),
    ],
    district: { slug: district.slug, name: district.name },
    today: localDate(now, district.timeZone),
    // Printed under the page, so that paper leads back here.
    address: new URL(request.url).host + paths.publicPartner(locale, district.slug, partner.id),
    partner,
    schools: schools.map(({ name, latitude, longitude }) => ({ name, latitude, longitude })),
    cards: listings.map((listing) => cardOf(listing, { locale, district: district.slug })),
  };
}

export default function PartnerPage() {
  const { district, today, address, partner, schools, cards } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { id, name, sector, about, logo, count } = partner;
  const all = paths.list(locale, district.slug, new URLSearchParams({ organization: id }));
  return (
    <div className="wrap listing-page" data-address={address}>
      <a href={paths.publicPartners(locale, district.slug)} className="back-link">
        <Icon name="arrow-left" />
        {t("profile:public.all")}
      </a>
      <header className="partner-head">
        {logo && <Picture picture={{ ...logo, alt: "" }} className="partner-logo" />}
        <div>
          <h1>{name}</h1>
          <p className="listing-who">
            <span className="listing-sector">{wordOf(t, "sector", sector)}</span>
          </p>
        </div>
      </header>
      <div className="partner-body">
        {(about ?? partner.website) && (
          <section className="listing-section">
            <h2>{t("listing:section.organization", { organization: name })}</h2>
            {about && <Prose text={about} />}
            <Website organization={partner} />
          </section>
        )}
        <PartnerPlaces partner={partner} schools={schools} district={district.name} />
        <ListingAccess content={partner} />
      </div>
      <section className="partner-listings">
        <h2>{t("profile:public.offers", { count })}</h2>
        {count === 0 && <p>{t("profile:public.no_offers", { district: district.name })}</p>}
        <div className="cards">
          {cards.map((card) => (
            <ListingCard key={card.href} listing={card} today={today} />
          ))}
        </div>
        {count > cards.length && (
          <p>
            <a href={all}>{t("profile:public.more", { count })}</a>
          </p>
        )}
      </section>
    </div>
  );
}
