import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getRegionBySlug } from "#app/domain/districts/regions.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { readRegionQuery, writeRegionQuery } from "#app/search/region-query.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Hero } from "#app/ui/list/hero.tsx";
import { ListingCard } from "#app/ui/listing-card.tsx";
import { PageLinks } from "#app/ui/people/page-links.tsx";
import { PlainLayout } from "#app/ui/plain-layout.tsx";
import { RegionSearch } from "./region-search.tsx";
import { readRegion } from "./region.server.ts";

export const handle = { frame: true };

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, locale } = context;
  const region = await getRegionBySlug(db, params.slug ?? "");
  if (!region) throw notFound();
  const query = readRegionQuery(new URL(request.url).searchParams);
  const list = await readRegion(context, region, query);
  if (list.pages > 0 && query.page > list.pages)
    throw redirect(paths.region(locale, region.slug, writeRegionQuery({ ...query, page: list.pages })));
  const name = (locale === "es" && region.nameEs) || region.name;
  return {
    title: translator(locale)("front:region.document_title", { region: name }),
    ...{ slug: region.slug, name, query, list },
    districts: region.districts.map(({ slug, name }) => ({ slug, name })),
  };
}

export default function RegionList() {
  const { slug, name, query, list, districts } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const asked = query.words || query.kind || query.cluster;
  return (
    <PlainLayout wide>
      <Hero title={name} lede={t("front:region.lede", { count: districts.length })}>
        <RegionSearch slug={slug} query={query} clusters={list.clusters} />
      </Hero>
      <div className="wrap">
        <h2 className="region-count">{t("list:results", { count: list.total })}</h2>
        {list.entries.length === 0 && (
          <EmptyState title={t("front:region.nothing")}>
            {asked && (
              <a href={paths.region(locale, slug)} className="btn btn-secondary">
                {t("front:region.whole")}
              </a>
            )}
          </EmptyState>
        )}
        <ul className="cards">
          {list.entries.map(({ card, today, openTo }) => (
            <li key={card.href} className="region-entry">
              <ListingCard listing={card} today={today} />
              <p className="region-districts">
                {t("front:region.open_to")}{" "}
                {openTo.map(({ name, href }, index) => (
                  <span key={href}>
                    {index > 0 && " · "}
                    <a href={href} aria-label={t("front:region.open_in", { title: card.title, district: name })}>
                      {name}
                    </a>
                  </span>
                ))}
              </p>
            </li>
          ))}
        </ul>
        <PageLinks
          page={query.page}
          pages={list.pages}
          to={(page) => paths.region(locale, slug, writeRegionQuery({ ...query, page }))}
        />
        <section className="band" aria-labelledby="districts">
          <div className="band-head">
            <h2 id="districts">{t("front:region.districts")}</h2>
          </div>
          <ul className="kind-chips">
            {districts.map((district) => (
              <li key={district.slug}>
                <a href={paths.district(locale, district.slug)}>{district.name}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </PlainLayout>
  );
}
