import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug, listPathways } from "#app/domain/districts/districts.server.ts";
import { isDescribed } from "#app/domain/interests/described-clusters.ts";
import { listCareerClusters, listSubClusters } from "#app/domain/interests/reference.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { headTags, pageHead } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { readTopic } from "#app/http/topic.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { nameIn } from "#app/i18n/name-in.ts";
import { translator } from "#app/i18n/translator.ts";
import { breadcrumbs } from "#app/publishing/structured-data/page-data.ts";
import { TopicPage } from "#app/ui/topic/topic-page.tsx";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.documentTitle },
  ...(data?.about ? [{ name: "description", content: data.about }] : []),
  ...headTags(data?.head),
  { "script:ld+json": data?.crumbs ?? {} },
];

/** One of the framework's career clusters, as this district calls it, and the district's pathways that lead there. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  const all = district ? await listCareerClusters(db, district.clusterWording) : [];
  const cluster = all.find(({ code }) => code === params.code);
  if (!district || !cluster) throw notFound();
  const { code } = cluster;
  const subClusters = (await listSubClusters(db)).filter(({ clusterCode }) => clusterCode === code);
  const own = new Set(subClusters.map((each) => each.code));
  const pathways = (await listPathways(db, district.id)).filter((each) => each.subClusters.some((sub) => own.has(sub)));
  const name = nameIn(locale, cluster);
  const t = translator(locale);
  const about = isDescribed(code) ? t(`site:cluster.${code}`) : null;
  return {
    name,
    documentTitle: t("listing:document_title", { title: name, district: district.name }),
    about,
    head: pageHead(context, {
      ...{ title: name, about, district },
      at: (each) => paths.cluster(each, district.slug, code),
    }),
    crumbs: breadcrumbs(context.origin, [
      { name: district.name, path: paths.district(locale, district.slug) },
      { name: t("interests:matches.filters.cluster"), path: paths.pathways(locale, district.slug) },
      { name, path: paths.cluster(locale, district.slug, code) },
    ]),
    group: code.slice(0, 2),
    pathways: pathways.map((each) => ({ slug: each.slug, name: nameIn(locale, each) })),
    topic: await readTopic(context, district, { query: new URLSearchParams({ cluster: code }), subClusters }),
  };
}

export default function ClusterPage() {
  const { name, about, group, pathways, topic } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <TopicPage name={name} sort={t("list:filter.cluster")} group={group} topic={topic}>
      {about && <p className="lede">{about}</p>}
      {pathways.length > 0 && (
        <p>
          {t("interests:matches.filters.pathway")}:{" "}
          {pathways.map((each, index) => (
            <span key={each.slug}>
              {index > 0 && ", "}
              <a href={paths.pathway(locale, topic.district.slug, each.slug)}>{each.name}</a>
            </span>
          ))}
        </p>
      )}
    </TopicPage>
  );
}
