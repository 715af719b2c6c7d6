import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { currentPerson, requireCoordinator } from "#app/auth/guards.server.ts";
import { todayIn } from "#app/domain/listings/review-subject.server.ts";
import {
  PARTNERS_PAGE_SIZE,
  readPartnerFilter,
  readPartnerSort,
  readShownPartners,
  SHOWN_PARTNERS,
  type PartnerFilter,
} from "#app/domain/organizations/partnership-filters.ts";
import { countPartnerships, listPartnerships } from "#app/domain/organizations/partnership-list.server.ts";
import { pageOf } from "#app/http/page-number.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay, wholeDays } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadTable } from "#app/ui/download-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageLinks } from "#app/ui/people/page-links.tsx";
import { PartnerFilterForm } from "./partner-filter-form.tsx";
import { PartnerTable } from "./partner-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const { locale } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const [wanted, sort] = [readPartnerFilter(asked), readPartnerSort(asked)];
  const today = await todayIn(ctx, ctx.actor.districtId);
  const counts = await countPartnerships(ctx, wanted, today);
  // Those who wait come first, unless something else is looked for.
  const isPlain = asked.size === 0;
  const usual = isPlain && counts.requested > 0 ? "requested" : "all";
  const filter: PartnerFilter = { ...wanted, show: readShownPartners(asked) ?? usual };
  const { page, pages } = pageOf(asked.get("page"), { rows: counts[filter.show], size: PARTNERS_PAGE_SIZE });
  const [rows, person] = await Promise.all([listPartnerships(ctx, { filter, sort, page, today }), currentPerson(args)]);
  return {
    title: translator(locale)("joining:partnerships.title"),
    isAdmin: person?.staffOf?.role === "admin",
    ...{ filter, sort, counts, page, pages },
    rows: rows.map(({ requestedAt, inForceUntil, ...row }) => ({
      ...row,
      waitedDays: row.standing === "requested" && requestedAt ? wholeDays(requestedAt, ctx.now) : null,
      until: inForceUntil && ["approved", "lapsed"].includes(row.standing) ? sayDay(inForceUntil, locale) : null,
    })),
  };
}

export default function Partnerships() {
  const { title, isAdmin, filter, sort, counts, rows, page, pages } = useLoaderData<typeof loader>();
  const t = useT();
  const query = (changes: Record<string, string> = {}) => {
    const { show, q, sector, need } = filter;
    const all = { show, sort, ...(q && { q }), ...(sector && { sector }), ...(need && { need }), ...changes };
    return new URLSearchParams(all);
  };
  const address = (changes: Record<string, string>) => paths.coordinator.partnerships(query(changes));
  return (
    <>
      <PageHeading
        title={title}
        lede={t("joining:partnerships.lede")}
        actions={
          <>
            <ButtonLink to={paths.vetting.duplicates()} variant="secondary">
              {t("vetting:duplicates.title")}
            </ButtonLink>
            {isAdmin && (
              <ButtonLink to={paths.vetting.steps()} variant="secondary">
                {t("vetting:steps.title")}
              </ButtonLink>
            )}
          </>
        }
      />
      <nav aria-label={t("joining:partnerships.filter")} className="mb-5">
        <ul className="flex gap-2 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:pb-2 md:flex-wrap">
          {SHOWN_PARTNERS.filter((each) => counts[each] > 0 || each === filter.show || each === "all").map((each) => (
            <li key={each}>
              <Link
                to={address({ show: each })}
                aria-current={each === filter.show ? "page" : undefined}
                className="inline-flex min-h-11 items-center gap-2 whitespace-nowrap rounded-full border border-line-strong bg-surface px-4 text-ink no-underline hover:border-primary aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
              >
                {each === "all" ? t("joining:partnerships.all") : t(`joining:partnerships.standing.${each}`)}
                <span className="tabular-nums opacity-80">{counts[each]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <PartnerFilterForm filter={filter} sort={sort} />
      {rows.length === 0 ? (
        <EmptyState title={t("joining:partnerships.empty")}>
          <Link to={paths.coordinator.partnerships("show=all")}>{t("vetting:list.show_all")}</Link>
        </EmptyState>
      ) : (
        <PartnerTable caption={title} rows={rows} />
      )}
      <PageLinks {...{ page, pages }} to={(n) => address({ page: String(n) })} />
      {rows.length > 0 && <DownloadTable action={paths.coordinator.tableFile("partnerships")} query={query()} />}
    </>
  );
}
