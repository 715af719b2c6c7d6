import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { listPartners } from "#app/domain/organizations/public-partners.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { headTags, pageHead } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { wordOf } from "#app/ui/listing-words.ts";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.documentTitle },
  ...headTags(data?.head),
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, now, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  if (!district) throw notFound();
  const t = translator(locale, await findOwnWords(db, district, locale));
  const title = t("profile:public.title");
  return {
    documentTitle: t("listing:document_title", { title, district: district.name }),
    head: pageHead(context, {
      ...{ title, about: null, district },
      at: (each) => paths.publicPartners(each, district.slug),
    }),
    ...{ title, slug: district.slug, name: district.name },
    partners: await listPartners(db, district, now),
  };
}

export default function Partners() {
  const { title, slug, name, partners } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <div className="wrap listing-page">
      <h1>{title}</h1>
      <p className="lede">{t("profile:public.lede", { district: name })}</p>
      {partners.length === 0 && <p>{t("profile:public.none")}</p>}
      <ul className="partner-list">
        {partners.map((partner) => (
          <li key={partner.id}>
            <a href={paths.publicPartner(locale, slug, partner.id)}>{partner.name}</a>
            <span className="partner-line">
              {wordOf(t, "sector", partner.sector)} · {t("profile:public.count", { count: partner.count })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
