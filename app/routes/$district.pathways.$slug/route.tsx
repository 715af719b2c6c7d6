import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug, listPathways } from "#app/domain/districts/districts.server.ts";
import { listCareerClusters, listSubClusters } from "#app/domain/interests/reference.server.ts";
import { feedLinks } from "#app/http/feed-links.ts";
import { notFound } from "#app/http/id-param.ts";
import { headTags, pageHead } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { readTopic } from "#app/http/topic.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { nameIn } from "#app/i18n/name-in.ts";
import { translator } from "#app/i18n/translator.ts";
import { breadcrumbs } from "#app/publishing/structured-data/page-data.ts";
import { Prose } from "#app/ui/prose.tsx";
import { TopicPage } from "#app/ui/topic/topic-page.tsx";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.documentTitle },
  ...(data?.about ? [{ name: "description", content: data.about.slice(0, 300) }] : []),
  ...headTags(data?.head),
  ...(data?.feeds ?? []),
  { "script:ld+json": data?.crumbs ?? {} },
];

/** One of the district's pathways. A retired one is offered no more, and its page still says what serves it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  const all = district ? await listPathways(db, district.id, { retiredToo: true }) : [];
  const pathway = all.find(({ slug }) => slug === params.slug);
  if (!district || !pathway) throw notFound();
  const subClusters = (await listSubClusters(db)).filter(({ code }) => pathway.subClusters.includes(code));
  const codes = new Set(subClusters.map(({ clusterCode }) => clusterCode));
  const groups = new Set([...codes].map((code) => code.slice(0, 2)));
  const clusters = (await listCareerClusters(db, district.clusterWording)).filter(({ code }) => codes.has(code));
  const name = nameIn(locale, pathway);
  const t = translator(locale);
  const inSpanish = locale === "es" && pathway.aboutEs;
  return {
    name,
    pathway: pathway.slug,
    documentTitle: t("listing:document_title", { title: name, district: district.name }),
    feeds: feedLinks(t("saved:feed_title_search", { district: district.name, search: name }), (format) =>
      paths.pathwayFeed(locale, district.slug, format, pathway.slug),
    ),
    head: pageHead(context, {
      ...{
        title: name,
        about: inSpanish || pathway.about,
        district,
      },
      at: (each) => paths.pathway(each, district.slug, pathway.slug),
    }),
    crumbs: breadcrumbs(context.origin, [
      { name: district.name, path: paths.district(locale, district.slug) },
      { name: t("interests:matches.filters.pathway"), path: paths.pathways(locale, district.slug) },
      { name, path: paths.pathway(locale, district.slug, pathway.slug) },
    ]),
    about: inSpanish || pathway.about,
    aboutLang: !inSpanish && pathway.about && locale === "es" ? ("en" as const) : undefined,
    group: groups.size === 1 ? [...groups][0]! : null,
    clusters: clusters.map((each) => ({ code: each.code, name: nameIn(locale, each) })),
    topic: await readTopic(context, district, {
      query: new URLSearchParams({ pathway: pathway.slug }),
      subClusters,
    }),
  };
}

export default function PathwayPage() {
  const { name, pathway, about, aboutLang, group, clusters, topic } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { slug, name: district } = topic.district;
  return (
    <TopicPage
      {...{ name, group, topic }}
      sort={t("list:filter.pathway")}
      flyer={paths.pathwayFlyer(locale, slug, pathway)}
    >
      <p className="lede">{t("site:topics.pathway_about", { district })}</p>
      {about && (
        <section className="district-note">
          <h2>{t("listing:section.note", { district })}</h2>
          <Prose text={about} lang={aboutLang} />
        </section>
      )}
      {clusters.length > 0 && (
        <p>
          {t("list:filter.cluster")}:{" "}
          {clusters.map(({ code, name }, index) => (
            <span key={code}>
              {index > 0 && ", "}
              <a href={paths.cluster(locale, slug, code)}>{name}</a>
            </span>
          ))}
        </p>
      )}
    </TopicPage>
  );
}
