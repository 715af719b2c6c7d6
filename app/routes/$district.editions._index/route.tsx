import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { readFollowing } from "#app/domain/editions/following.server.ts";
import { titleIn } from "#app/domain/editions/published-list.ts";
import { listPublishedEditions } from "#app/domain/editions/read-edition.server.ts";
import { percentOf } from "#app/domain/editions/summary.ts";
import { feedLinks } from "#app/http/feed-links.ts";
import { notFound } from "#app/http/id-param.ts";
import { headTags, pageHead } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { sinceInWords } from "#app/publishing/change-counts.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { dateInWords } from "#app/ui/listing-words.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.about },
  ...headTags(data?.head),
  ...(data?.feeds ?? []),
];

/** All that the district ever published, the newest first. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, now, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  if (!district) throw notFound();
  const [editions, { rate }] = await Promise.all([
    listPublishedEditions(db, district.id),
    readFollowing(db, district, now),
  ]);
  const t = translator(locale);
  const { slug, name } = district;
  const [title, about] = [
    t("editions:all.document_title", { district: name }),
    t("editions:all.lede", { district: name }),
  ];
  return {
    ...{ title, about },
    head: pageHead(context, {
      ...{ title, about, district },
      at: (each) => paths.editions(each, slug),
    }),
    feeds: feedLinks(title, (format) => paths.editionsFeed(locale, slug, format)),
    ...{ district: district.slug, rate },
    editions: editions.map((each) => ({
      ...{ number: each.number, summary: each.summary },
      title: titleIn(locale, each).text,
      publishedOn: localDate(each.publishedAt, district.timeZone),
    })),
  };
}

export default function Editions() {
  const { about, district, rate, editions } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const percent = percentOf(rate);
  return (
    <div className="wrap listing-page">
      <a href={paths.list(locale, district)} className="back-link">
        <Icon name="arrow-left" />
        {t("editions:to_list")}
      </a>
      <PageHeading title={t("editions:all.title")} lede={about} />
      {percent !== null && (
        <p className="rate">
          <strong>{t("editions:percent", { percent })}</strong>
          <span>{t("editions:rate_about", { count: rate.days })}</span>
        </p>
      )}
      <p className="keep-up">
        <a href={paths.followEditions(locale, district)} rel="nofollow">
          <Icon name="mail" />
          {t("editions:following.title")}
        </a>
      </p>
      {editions.length === 0 ? (
        <EmptyState title={t("editions:all.none")}>
          <p>{t("editions:all.none_about")}</p>
          <a href={paths.list(locale, district)} className="btn btn-primary">
            {t("editions:to_list")}
          </a>
        </EmptyState>
      ) : (
        <ol className="editions" reversed>
          {editions.map(({ number, title, publishedOn, summary }) => (
            <li key={number}>
              <h2>
                <a href={paths.edition(locale, district, number)}>{t("editions:named", { number, title })}</a>
              </h2>
              <p>
                {dateInWords(locale, publishedOn)} · {t("editions:listings", { count: summary.listings })}
              </p>
              {summary.since && (
                <p>
                  <a href={paths.editionChanges(locale, district, number)}>{sinceInWords(t, locale, summary.since)}</a>
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
