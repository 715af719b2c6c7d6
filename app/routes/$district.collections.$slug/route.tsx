import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { listPublishedCollections } from "#app/domain/listings/collections.server.ts";
import { listPublished } from "#app/domain/listings/published.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { headTags, pageHead } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { cardOf } from "#app/ui/list/card-of.ts";
import { ListingCard } from "#app/ui/listing-card.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { Share } from "#app/ui/share.tsx";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  ...(data?.about ? [{ name: "description", content: data.about }] : []),
  ...headTags(data?.head),
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, now, locale } = context;
  const slug = params.slug ?? "";
  const district = await getDistrictBySlug(db, params.district ?? "");
  const [collection] = district ? await listPublishedCollections(db, district.id, slug) : [];
  if (!district || !collection) throw notFound();
  const spanish = locale === "es";
  const name = (spanish && collection.nameEs) || collection.name;
  const listings = await listPublished(db, district, collection.listingIds, now);
  const about = (spanish && collection.aboutEs) || collection.about;
  return {
    head: pageHead(context, {
      ...{ title: name, about, district },
      at: (each) => paths.collection(each, district.slug, slug),
    }),
    title: translator(locale)("curating:public.document_title", { name, district: district.name }),
    name,
    about,
    district: district.slug,
    today: localDate(now, district.timeZone),
    cards: listings.map((listing) => cardOf(listing, { locale, district: district.slug })),
    // Printed under the page, so that paper leads back here.
    address: new URL(request.url).host + paths.collection(locale, district.slug, slug),
  };
}

export default function CollectionPage() {
  const { name, about, district, today, cards, address } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const list = paths.list(locale, district);
  return (
    <div className="wrap listing-page" data-address={address}>
      <a href={paths.district(locale, district)} className="back-link">
        <Icon name="arrow-left" />
        {t("curating:public.back")}
      </a>
      <PageHeading title={name} actions={<Share />} />
      {about && (
        <div className="mb-6">
          <Prose text={about} />
        </div>
      )}
      {cards.length === 0 ? (
        <EmptyState title={t("curating:public.empty")}>
          <a href={list} className="btn btn-primary">
            {t("curating:public.list")}
          </a>
        </EmptyState>
      ) : (
        <div className="cards">
          {cards.map((card) => (
            <ListingCard key={card.href} listing={card} today={today} level={2} />
          ))}
        </div>
      )}
    </div>
  );
}
