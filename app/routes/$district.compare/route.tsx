import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { MOST_COMPARED } from "#app/http/compared.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Share } from "#app/ui/share.tsx";
import { CompareTable } from "./compare-table.tsx";
import { readCompared } from "./compared.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.documentTitle },
  { name: "robots", content: "noindex" },
];

/** The listings its address names, side by side: it can be shared, and says nothing of who compares. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw notFound();
  const title = translator(context.locale)("site:compare.title");
  return {
    title,
    documentTitle: translator(context.locale)("listing:document_title", { title, district: district.name }),
    ...(await readCompared(context, district, new URL(request.url).searchParams)),
  };
}

export default function Compare() {
  const { title, district, today, listings, over, leftOut, more } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const slugs = listings.map(({ slug }) => slug);
  const list = paths.list(locale, district);
  return (
    <div className="wrap listing-page">
      <a href={list} className="back-link">
        <Icon name="arrow-left" />
        {t("listing:back")}
      </a>
      <PageHeading
        title={title}
        lede={t("site:compare.lede", { count: MOST_COMPARED })}
        actions={listings.length > 0 && <Share />}
      />
      {leftOut && <Notice tone="warning" title={t("site:compare.too_many", { count: MOST_COMPARED })} />}
      {over.map((gone) => (
        <Notice key={gone} title={t("listing:over.body", { title: gone })} />
      ))}
      {listings.length === 0 ? (
        <EmptyState title={t("site:compare.none")}>
          <p>{t("site:compare.none_about")}</p>
          <p className="flex flex-wrap gap-3">
            <a href={list} className="btn btn-primary">
              {t("site:saved.to_list")}
            </a>
            <a href={paths.savedHere(locale, district)} className="btn btn-secondary">
              {t("site:saved.title")}
            </a>
          </p>
        </EmptyState>
      ) : (
        <CompareTable title={title} {...{ district, today, listings }} />
      )}
      {more.length > 0 && (
        <section className="band">
          <h2>{t("site:compare.add_title")}</h2>
          <ul className="compare-more">
            {more.map((other) => (
              <li key={other.slug}>
                <a href={paths.compare(locale, district, [...slugs, other.slug])}>
                  <Icon name="plus" />
                  <span>
                    {t("site:compare.add")} <strong lang={other.title.lang}>{other.title.text}</strong>
                    <span className="compare-who">{other.organization}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
