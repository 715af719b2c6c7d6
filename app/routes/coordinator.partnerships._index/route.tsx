import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { STANDINGS, type Standing } from "#app/domain/organizations/partnership-lifecycle.ts";
import { listPartnerships } from "#app/domain/organizations/vetting-desk.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay, wholeDays } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { StandingTag } from "#app/ui/vetting/standing-tag.tsx";

type Show = Standing | "all";
const FILTERS: Show[] = ["all", ...STANDINGS.filter((standing) => standing !== "none")];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const { locale } = args.context;
  const { all, counts } = await listPartnerships(ctx);
  const asked = new URL(args.request.url).searchParams.get("show");
  const show = FILTERS.find((each) => each === asked) ?? (counts.requested > 0 ? "requested" : "all");
  return {
    title: translator(locale)("joining:partnerships.title"),
    show,
    counts: { ...counts, all: all.length },
    rows: all
      .filter(({ standing }) => show === "all" || standing === show)
      .map(({ requestedAt, inForceUntil, ...row }) => ({
        ...row,
        waitedDays: requestedAt && wholeDays(requestedAt, ctx.now),
        until:
          row.standing === "approved" || row.standing === "lapsed"
            ? inForceUntil && sayDay(inForceUntil, locale)
            : null,
      })),
  };
}

export default function Partnerships() {
  const { title, show, counts, rows } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("joining:partnerships.lede")} />
      <nav aria-label={t("joining:partnerships.filter")} className="mb-5">
        <ul className="flex gap-2 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:pb-2 md:flex-wrap">
          {FILTERS.filter((each) => counts[each] > 0 || each === show || each === "all").map((each) => (
            <li key={each}>
              <Link
                to={paths.coordinator.partnerships(`show=${each}`)}
                aria-current={each === show ? "page" : undefined}
                className="inline-flex min-h-11 items-center gap-2 whitespace-nowrap rounded-full border border-line-strong bg-surface px-4 text-ink no-underline hover:border-primary aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
              >
                {each === "all" ? t("joining:partnerships.all") : t(`joining:partnerships.standing.${each}`)}
                <span className="tabular-nums opacity-80">{counts[each]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <EmptyState title={t("joining:partnerships.empty")} />
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {rows.map((row) => (
            <li
              key={row.id}
              className="relative grid gap-x-6 gap-y-2 px-4 py-3 hover:bg-primary-soft md:grid-cols-[1fr_auto] md:items-center"
            >
              <div className="min-w-0">
                <Link
                  to={paths.coordinator.partnership(row.id)}
                  className="font-semibold break-words after:absolute after:inset-0"
                >
                  {row.name}
                </Link>
                <p className="text-sm text-muted">
                  {[t(`opportunity:sector.${row.sector}`), row.city].filter(Boolean).join(" · ")}
                </p>
              </div>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
                {row.waitedDays !== null && t("joining:partnerships.waited", { count: row.waitedDays })}
                {row.until && t("joining:partnerships.until", { day: row.until })}
                <StandingTag standing={row.standing} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
