import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { isDescribed } from "#app/domain/interests/described-clusters.ts";
import { notFound } from "#app/http/id-param.ts";
import { headTags, pageHead } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { groupIcon, type ClusterGroup } from "#app/ui/cluster-group.ts";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PathwayLinks } from "#app/ui/site/pathway-links.tsx";
import { readTopics } from "./topics.server.ts";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.documentTitle },
  { name: "description", content: data?.lede },
  ...headTags(data?.head),
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  if (!district) throw notFound();
  const t = translator(locale, await findOwnWords(db, district, locale));
  const title = `${t("interests:matches.filters.pathway")} · ${t("interests:matches.filters.cluster")}`;
  const lede = t("site:topics.lede", { district: district.name });
  return {
    ...{ title, lede },
    head: pageHead(context, {
      ...{ title, about: lede, district },
      at: (each) => paths.pathways(each, district.slug),
    }),
    documentTitle: t("listing:document_title", { title, district: district.name }),
    slug: district.slug,
    ...(await readTopics(context, district)),
  };
}

/** Every pathway of the district and every field of the framework, with how much there is of each today. */
export default function Topics() {
  const { title, lede, slug, pathways, groups } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <div className="wrap listing-page">
      <PageHeading title={title} lede={lede} />
      {pathways.length > 0 && (
        <section>
          <h2 className="mb-3">{t("interests:matches.filters.pathway")}</h2>
          <PathwayLinks district={slug} pathways={pathways} />
        </section>
      )}
      <h2 className="band mb-3">{t("interests:matches.filters.cluster")}</h2>
      {groups.map(({ group, clusters }) => (
        <section key={group} className="topic-group" data-group={group}>
          <h3 className="plank">
            <Icon name={groupIcon(group)} />
            {t(`list:group.${group as ClusterGroup}`)}
          </h3>
          <ul className="topic-list">
            {clusters.map(({ code, name, count }) => (
              <li key={code}>
                <a href={paths.cluster(locale, slug, code)}>{name}</a>{" "}
                <span className="muted">({t("list:ways_in.count", { count })})</span>
                {isDescribed(code) && <p>{t(`site:cluster.${code}`)}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
