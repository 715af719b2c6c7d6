import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { readCoverage, underServed } from "#app/domain/matching/coverage.server.ts";
import { FEWEST_TOLD } from "#app/domain/matching/coverage.ts";
import { ENOUGH_MATCHES } from "#app/domain/matching/good-matches.ts";
import { paths } from "#app/http/paths.ts";
import { sayWholeDay } from "#app/i18n/format-dates.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { DownloadTable } from "#app/ui/download-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { CoverageTable } from "./coverage-table.tsx";
import { usePlaceWords } from "./place-words.ts";

const UNDER_SERVED_SHOWN = 10;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const coverage = await readCoverage(ctx);
  const title = translator(args.context.locale)("coordinator:coverage.title");
  return { title, coverage, least: coverage ? underServed(coverage).slice(0, UNDER_SERVED_SHOWN) : [] };
}

export default function CoveragePage() {
  const { title, coverage, least } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { sayPathway, saySchool } = usePlaceWords();
  if (!coverage)
    return (
      <>
        <PageHeading title={title} lede={t("coordinator:coverage.lede", { count: ENOUGH_MATCHES })} />
        <EmptyState title={t("coordinator:coverage.never")}>{t("coordinator:coverage.never_help")}</EmptyState>
      </>
    );
  const isEmpty = coverage.rows.every(({ cells }) => cells.every((cell) => cell === null));
  return (
    <>
      <PageHeading title={title} lede={t("coordinator:coverage.lede", { count: ENOUGH_MATCHES })} />
      <p className="mb-2">{t("coordinator:coverage.counted", { day: sayWholeDay(coverage.countedOn, locale) })}</p>
      <p className="mb-5 measure text-muted">
        {coverage.silent === null
          ? t("coordinator:coverage.silent_few", { fewest: FEWEST_TOLD })
          : t("coordinator:coverage.silent", { count: coverage.silent })}{" "}
        {t("coordinator:coverage.privacy", { fewest: FEWEST_TOLD })}
      </p>
      {isEmpty ? (
        <EmptyState title={t("coordinator:coverage.none", { fewest: FEWEST_TOLD })}>
          {t("coordinator:coverage.none_help")}
        </EmptyState>
      ) : (
        <>
          <section className="mb-7" aria-labelledby="least">
            <h2 id="least" className="mb-2">
              {t("coordinator:coverage.least")}
            </h2>
            {least.length === 0 ? (
              <p>{t("coordinator:coverage.least_none")}</p>
            ) : (
              <ol className="list-decimal space-y-1 ps-6">
                {least.map(({ pathway, school, cell }) => (
                  <li key={`${pathway?.id} ${school?.id}`}>
                    {t("coordinator:coverage.least_line", {
                      pathway: sayPathway(pathway),
                      school: saySchool(school),
                      count: cell.students,
                    })}
                  </li>
                ))}
              </ol>
            )}
          </section>
          <CoverageTable coverage={coverage} />
          <DownloadTable action={paths.coordinator.tableFile("coverage")} />
        </>
      )}
    </>
  );
}
