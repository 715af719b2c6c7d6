import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { countReported, listReported } from "#app/domain/listings/report-desk.server.ts";
import {
  REPORT_DECISIONS,
  REPORT_FILTERS,
  REPORT_PAGE_SIZE,
  readReportFilter,
} from "#app/domain/listings/reader-reports.ts";
import { pageOf } from "#app/http/page-number.ts";
import { paths } from "#app/http/paths.ts";
import { sayAgo } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";
import { DownloadTable } from "#app/ui/download-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ListingStateTag } from "#app/ui/listing-state-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageLinks } from "#app/ui/people/page-links.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const asked = new URL(args.request.url).searchParams;
  const show = readReportFilter(asked);
  const counts = await countReported(ctx);
  const { page, pages } = pageOf(asked.get("page"), { rows: counts[show], size: REPORT_PAGE_SIZE });
  const rows = await listReported(ctx, { show, page });
  const { locale } = args.context;
  return {
    title: translator(locale)("reports:queue.title"),
    ...{ show, counts, page, pages },
    rows: rows.map(({ firstAt, lastAt, ...row }) => ({
      ...row,
      at: sayAgo(show === "open" ? firstAt : lastAt, ctx.now, locale),
    })),
  };
}

export default function ReportQueue() {
  const { title, show, counts, page, pages, rows } = useLoaderData<typeof loader>();
  const t = useT();
  const columns = [
    t("reports:queue.listing"),
    t("reports:queue.says"),
    t("reports:queue.count"),
    t(`reports:queue.when.${show}`),
  ];
  return (
    <>
      <PageHeading title={title} lede={t("reports:queue.lede")} />
      <Answered />
      <nav aria-label={t("reports:queue.choose")} className="mb-5">
        <ul className="flex flex-wrap gap-2">
          {REPORT_FILTERS.map((each) => (
            <li key={each}>
              <Link
                to={paths.coordinator.reports(`show=${each}`)}
                aria-current={each === show ? "page" : undefined}
                className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 text-ink no-underline hover:border-primary aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
              >
                {t(`reports:queue.show.${each}`)}
                <span className="tabular-nums opacity-80">{counts[each]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <EmptyState title={t(`reports:queue.none.${show}`)} />
      ) : (
        <DataTable caption={t(`reports:queue.show.${show}`)} columns={columns}>
          {rows.map((row) => (
            <DataRow key={row.listingId}>
              <Cell>
                <Link to={paths.coordinator.reported(row.listingId)} className="font-semibold">
                  {row.title}
                </Link>{" "}
                <ListingStateTag state={row.state} />
                <span className="block text-muted">{row.organization}</span>
              </Cell>
              <Cell label={t("reports:queue.says")}>
                {row.reasons.map((reason) => t(`reports:reason.${reason}`)).join(" · ")}
              </Cell>
              <Cell label={t("reports:queue.count")}>{row.reports}</Cell>
              <Cell label={t(`reports:queue.when.${show}`)}>{row.at}</Cell>
            </DataRow>
          ))}
        </DataTable>
      )}
      <PageLinks
        {...{ page, pages }}
        to={(n) => paths.coordinator.reports(new URLSearchParams({ show, page: String(n) }))}
      />
      {rows.length > 0 && (
        <DownloadTable action={paths.coordinator.tableFile("reports")} query={new URLSearchParams({ show })} />
      )}
    </>
  );
}

/** What the coordinator has just answered. */
function Answered() {
  const [asked] = useSearchParams();
  const t = useT();
  const decision = REPORT_DECISIONS.find((each) => each === asked.get("answered"));
  return decision ? <Notice tone="success" title={t(`reports:answered.${decision}`)} live /> : null;
}
