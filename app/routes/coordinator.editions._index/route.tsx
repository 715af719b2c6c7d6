import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { listDrafts } from "#app/domain/editions/desk.server.ts";
import { listPublishedEditions } from "#app/domain/editions/read-edition.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { countsInWords } from "#app/publishing/change-counts.ts";
import { EditionAnswer } from "#app/ui/editions/edition-answer.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { dateInWords } from "#app/ui/listing-words.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Tag } from "#app/ui/tag.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const district = await getDistrict(ctx.db, ctx.actor.districtId);
  if (!district) throw notFound();
  const [drafts, published] = await Promise.all([listDrafts(ctx), listPublishedEditions(ctx.db, district.id)]);
  return {
    title: translator(args.context.locale)("editing:title"),
    slug: district.slug,
    drafts: drafts.map(({ id, title, state, publishOn }) => ({ id, title, state, publishOn })),
    published: published.map(({ publishedAt, ...edition }) => ({
      ...edition,
      publishedOn: localDate(publishedAt, district.timeZone),
    })),
  };
}

export default function EditionsDesk() {
  const { title, slug, drafts, published } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const begin = (
    <ButtonLink to={paths.coordinator.editions.draft()} icon="plus">
      {t("editing:new.button")}
    </ButtonLink>
  );
  if (drafts.length + published.length === 0)
    return (
      <>
        <PageHeading title={title} />
        <EditionAnswer />
        <EmptyState title={t("editing:none")}>
          <p>{t("editing:lede")}</p>
          {begin}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeading title={title} lede={t("editing:lede")} actions={begin} />
      <EditionAnswer />
      {drafts.length > 0 && (
        <section aria-labelledby="drafts" className="mb-8">
          <h2 id="drafts" className="mb-3">
            {t("editing:drafts")}
          </h2>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {drafts.map(({ id, title, state, publishOn }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
                <Link to={paths.coordinator.editions.one(id)} className="min-w-0 font-semibold break-words">
                  {title}
                </Link>
                <Tag tone={state === "scheduled" ? "success" : "neutral"}>
                  {state === "scheduled" && publishOn
                    ? t("editing:state.scheduled", { date: dateInWords(locale, publishOn) })
                    : t("editing:state.draft")}
                </Tag>
              </li>
            ))}
          </ul>
        </section>
      )}
      {published.length > 0 && (
        <section aria-labelledby="published">
          <h2 id="published" className="mb-3">
            {t("editing:published")}
          </h2>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {published.map(({ number, title, publishedOn, summary }) => (
              <li key={number} className="px-4 py-3">
                <a href={paths.edition(locale, slug, number)} className="font-semibold break-words">
                  {t("editions:named", { number, title })}
                </a>
                <p className="text-muted">
                  {dateInWords(locale, publishedOn)} · {t("editions:listings", { count: summary.listings })}
                  {summary.since && <> · {countsInWords(t, locale, summary.since)}</>}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
