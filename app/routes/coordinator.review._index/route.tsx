import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { listPathways, listSchools } from "#app/domain/districts/districts.server.ts";
import { countFilters, countQueues, listReviewQueue } from "#app/domain/listings/review-queue.server.ts";
import { isNarrowed, readCriteria, writeCriteria } from "#app/domain/listings/review-criteria.ts";
import { QUEUE_PAGE_SIZE } from "#app/domain/listings/review-queue.ts";
import { listSavedViews } from "#app/domain/listings/saved-views.server.ts";
import { idAsked } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay, wholeDays } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadTable } from "#app/ui/download-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageLinks } from "#app/ui/people/page-links.tsx";
import { JustDecided } from "./just-decided.tsx";
import { QueueFilters } from "./queue-filters.tsx";
import { QueueForm } from "./queue-form.tsx";
import { QueueNav } from "./queue-nav.tsx";
import { SavedViews } from "./saved-views.tsx";
import { toldDecision } from "./told-decision.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const { locale } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const criteria = readCriteria(asked);
  const { queue, sort: _sort, view: _view, page: _page, ...filters } = criteria;
  const [counts, filterCounts, views, decided, pathways, schools] = await Promise.all([
    countQueues(ctx, filters),
    countFilters(ctx, criteria),
    listSavedViews(ctx),
    toldDecision(ctx, { decisionId: idAsked(asked.get("decided")), problem: asked.get("problem"), locale }),
    listPathways(ctx.db, ctx.actor.districtId),
    listSchools(ctx.db, ctx.actor.districtId),
  ]);
  const pages = Math.max(1, Math.ceil(counts[queue] / QUEUE_PAGE_SIZE));
  const page = Math.min(criteria.page, pages);
  const rows = await listReviewQueue(ctx, { ...criteria, page });
  const named = (each: { name: string; nameEs: string }) => (locale === "es" ? each.nameEs : each.name);
  return {
    title: translator(locale)("coordinator:queue.title"),
    queue,
    criteria: { ...criteria, page },
    back: writeCriteria({ ...criteria, page }).toString(),
    counts,
    page,
    pages,
    choices: {
      kinds: [...filterCounts.kinds],
      sectors: [...filterCounts.sectors],
      assigned: filterCounts.assigned,
      rules: filterCounts.rules,
      pathways: pathways.map((pathway) => ({ value: pathway.id, label: named(pathway) })),
      schools: schools.map(({ id, name }) => ({ value: id, label: name })),
    },
    views: views.map((view) => ({ ...view, idempotencyKey: crypto.randomUUID() })),
    decided,
    keys: { together: crypto.randomUUID(), undo: crypto.randomUUID(), view: crypto.randomUUID() },
    rows: rows.map(({ submittedAt, confirmedAt, closesOn, ...row }) => ({
      ...row,
      waitedDays: submittedAt && wholeDays(submittedAt, ctx.now),
      confirmedDays: confirmedAt && wholeDays(confirmedAt, ctx.now),
      closes: closesOn && sayDay(closesOn, locale),
    })),
  };
}

export default function ReviewQueue() {
  const { queue, criteria, counts, choices, views, decided, keys, back, rows, page, pages } =
    useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading
        title={t("coordinator:queue.title")}
        lede={t("coordinator:queue.lede")}
        actions={
          <>
            <ButtonLink to={paths.coordinator.entries()} variant="secondary" icon="plus">
              {t("queue:entry.title")}
            </ButtonLink>
            <ButtonLink to={paths.coordinator.templates()} variant="quiet" icon="pencil">
              {t("queue:templates.nav")}
            </ButtonLink>
          </>
        }
      />
      {decided && <JustDecided decided={decided} back={back} idempotencyKey={keys.undo} />}
      <SavedViews views={views} query={writeCriteria({ ...criteria, page: 1 }).toString()} idempotencyKey={keys.view} />
      <QueueNav criteria={criteria} counts={counts} />
      <QueueFilters criteria={criteria} choices={choices} />
      {rows.length > 0 ? (
        <>
          <QueueForm rows={rows} criteria={criteria} back={back} idempotencyKey={keys.together} />
          <PageLinks
            page={page}
            pages={pages}
            to={(n) => paths.coordinator.review(writeCriteria({ ...criteria, page: n }))}
          />
          <DownloadTable
            action={paths.coordinator.tableFile("review")}
            query={writeCriteria({ ...criteria, page: 1 })}
          />
        </>
      ) : (
        <EmptyState
          title={t(
            `coordinator:queue.empty_${isNarrowed(criteria) ? "narrowed" : queue === "awaiting" ? "awaiting" : "other"}`,
          )}
        >
          {isNarrowed(criteria) ? (
            <Link to={paths.coordinator.review(writeCriteria({ queue }))}>{t("queue:filters.clear")}</Link>
          ) : (
            queue !== "awaiting" && <Link to={paths.coordinator.review()}>{t("coordinator:queue.back")}</Link>
          )}
        </EmptyState>
      )}
    </>
  );
}
