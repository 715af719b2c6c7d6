import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { listLog, listLogStaff } from "#app/domain/events/log.server.ts";
import { LOG_PAGE_SIZE, readCursor, readLogFilter } from "#app/domain/events/log.ts";
import { paths } from "#app/http/paths.ts";
import { sayInstant } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { DownloadTable } from "#app/ui/download-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { sayEvent, sayEventCodes } from "#app/ui/event-words.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { asParams } from "./as-params.ts";
import { LogFilterForm } from "./log-filter-form.tsx";
import { LogTable } from "./log-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { locale } = args.context;
  const t = translator(locale);
  const { searchParams } = new URL(args.request.url);
  const filter = readLogFilter(searchParams);
  const before = readCursor(searchParams.get("before"));
  const [entries, staff, district] = await Promise.all([
    // One more than is shown says whether there are older ones.
    listLog(ctx, filter, { before, limit: LOG_PAGE_SIZE + 1 }),
    listLogStaff(ctx),
    getDistrict(ctx.db, ctx.actor.districtId),
  ]);
  const shown = entries.slice(0, LOG_PAGE_SIZE);
  return {
    title: t("records:log.title"),
    filter,
    staff,
    isFirst: !before,
    older: entries.length > LOG_PAGE_SIZE ? shown.at(-1)!.id : null,
    entries: shown.map(({ id, name, at, actor, subject, detail }) => ({
      id,
      what: sayEvent(t, name),
      more: sayEventCodes(t, detail),
      when: sayInstant(at, locale, district?.timeZone ?? "UTC"),
      actor,
      subject: subject.id === actor?.id ? null : subject,
    })),
  };
}

export default function Log() {
  const { entries, filter } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading title={t("records:log.title")} lede={t("records:log.lede")} />
      <LogFilterForm />
      {entries.length > 0 ? (
        <>
          <LogTable entries={entries} filter={filter} />
          <Pages />
          <DownloadTable action={paths.coordinator.tableFile("log")} query={asParams(filter)} />
        </>
      ) : (
        <EmptyState title={t("records:log.empty")}>
          <p>
            <Link to={paths.coordinator.log()}>{t("records:log.show_all")}</Link>
          </p>
        </EmptyState>
      )}
    </>
  );
}

function Pages() {
  const { older, isFirst, filter } = useLoaderData<typeof loader>();
  const t = useT();
  if (!older && isFirst) return null;
  const next = asParams(filter);
  if (older) next.set("before", older);
  return (
    <nav aria-label={t("records:log.pages")} className="mt-5 flex items-center gap-5">
      {!isFirst && <Link to={paths.coordinator.log(asParams(filter))}>{t("records:log.newest")}</Link>}
      {older && (
        <Link rel="next" to={paths.coordinator.log(next)}>
          {t("records:log.older")}
        </Link>
      )}
    </nav>
  );
}
