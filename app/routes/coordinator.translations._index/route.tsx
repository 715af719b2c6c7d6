import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { listTextsWithoutSpanish } from "#app/domain/translation/settings-texts.server.ts";
import { countTranslations, listTranslations } from "#app/domain/translation/translation-desk.server.ts";
import { readTranslationQuery, TRANSLATION_PAGE_SIZE } from "#app/domain/translation/translations.ts";
import { pageOf } from "#app/http/page-number.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageLinks } from "#app/ui/people/page-links.tsx";
import { TranslationTag } from "#app/ui/translation/translation-tag.tsx";
import { Choices } from "./choices.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const asked = new URL(args.request.url).searchParams;
  const { show, order } = readTranslationQuery(asked);
  const [counts, settings] = await Promise.all([countTranslations(ctx), listTextsWithoutSpanish(ctx)]);
  const { page, pages } = pageOf(asked.get("page"), { rows: counts[show], size: TRANSLATION_PAGE_SIZE });
  const rows = await listTranslations(ctx, { show, order, page });
  const { locale } = args.context;
  return {
    title: translator(locale)("translations:title"),
    ...{ show, order, counts, page, pages, settings: settings.length },
    rows: rows.map(({ closesOn, ...row }) => ({ ...row, closes: closesOn && sayDay(closesOn, locale) })),
  };
}

export default function TranslationDesk() {
  const { title, show, order, counts, page, pages, rows, settings } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const t = useT();
  const columns = [
    t("translations:column.listing"),
    t("translations:column.spanish"),
    t("translations:column.closes"),
    t("translations:column.seen"),
  ];
  return (
    <>
      <PageHeading title={title} lede={t("translations:lede")} />
      {asked.get("done") === "saved" && <Notice tone="success" title={t("translations:saved")} live />}
      <p className="mb-5">
        <Link to={paths.coordinator.translations.settings()}>{t("translations:to_settings", { count: settings })}</Link>
      </p>
      <Choices {...{ show, order, counts }} />
      {rows.length === 0 ? (
        <EmptyState title={t(`translations:none.${show}`)} />
      ) : (
        <DataTable caption={t(`translations:show.${show}`)} columns={columns}>
          {rows.map(({ id, title, organization, language, state, made, missing, closes, seen }) => (
            <DataRow key={id}>
              <Cell>
                <Link to={paths.coordinator.translations.listing(id)} className="font-semibold" lang={language}>
                  {title}
                </Link>
                <span className="block text-muted">{organization}</span>
              </Cell>
              <Cell label={t("translations:column.spanish")}>
                <TranslationTag state={state} done={made ?? "partner"} />
                {state === "missing" && (
                  <span className="block text-sm text-muted">
                    {missing.map((field) => t(`translations:field.${field}`)).join(" · ")}
                  </span>
                )}
              </Cell>
              <Cell label={t("translations:column.closes")}>{closes ?? t("translations:no_last_day")}</Cell>
              <Cell label={t("translations:column.seen")}>{seen}</Cell>
            </DataRow>
          ))}
        </DataTable>
      )}
      <PageLinks
        {...{ page, pages }}
        to={(n) => paths.coordinator.translations.list(new URLSearchParams({ show, order, page: String(n) }))}
      />
    </>
  );
}
