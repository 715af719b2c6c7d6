import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getReview } from "#app/domain/listings/review-detail.server.ts";
import { countQueues, listReviewQueue } from "#app/domain/listings/review-queue.server.ts";
import { isQueue, QUEUE_PAGE_SIZE, QUEUES } from "#app/domain/listings/review-queue.ts";
import type { Context, Coordinator } from "#app/domain/context.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay, wholeDays } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { QueueTable } from "./queue-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const asked = new URL(args.request.url).searchParams;
  const show = asked.get("show") ?? "";
  const queue = isQueue(show) ? show : "awaiting";
  const counts = await countQueues(ctx);
  const pages = Math.max(1, Math.ceil(counts[queue] / QUEUE_PAGE_SIZE));
  const page = Math.min(Math.max(1, Math.trunc(Number(asked.get("page"))) || 1), pages);
  const rows = await listReviewQueue(ctx, { queue, page });
  const { locale } = args.context;
  return {
    title: translator(locale)("coordinator:queue.title"),
    queue,
    counts,
    page,
    pages,
    decided: await lastDecided(ctx, asked.get("decided")),
    rows: rows.map(({ submittedAt, confirmedAt, closesOn, updatedAt: _updatedAt, ...row }) => ({
      ...row,
      waitedDays: submittedAt && wholeDays(submittedAt, ctx.now),
      confirmedDays: confirmedAt && wholeDays(confirmedAt, ctx.now),
      closes: closesOn && sayDay(closesOn, locale),
    })),
  };
}

/** What the coordinator has just decided, to be told on the way to the next one. */
async function lastDecided(ctx: Context<Coordinator>, id: string | null) {
  const listingId = z.guid().safeParse(id);
  const review = listingId.success && (await getReview(ctx, listingId.data));
  const decision = review && review.decisions[0];
  return decision && decision.isMine
    ? { title: review.content.title, state: review.listing.state, decision: decision.decision }
    : null;
}

export default function ReviewQueue() {
  const { queue, rows, decided } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading title={t("coordinator:queue.title")} lede={t("coordinator:queue.lede")} />
      {decided && (
        <Notice tone="success" title={t(`coordinator:decided.${decided.decision}`, { title: decided.title })}>
          {decided.state === "approved" && <p>{t("coordinator:decided.waits")}</p>}
        </Notice>
      )}
      <QueueNav />
      {rows.length > 0 ? (
        <>
          <QueueTable rows={rows} queue={queue} />
          <Pages />
        </>
      ) : (
        <EmptyState title={t(`coordinator:queue.empty_${queue === "awaiting" ? "awaiting" : "other"}`)}>
          {queue !== "awaiting" && <Link to={paths.coordinator.review()}>{t("coordinator:queue.back")}</Link>}
        </EmptyState>
      )}
    </>
  );
}

function QueueNav() {
  const { queue, counts } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <nav aria-label={t("coordinator:queue.choose")} className="mb-5">
      <ul className="flex gap-2 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:pb-2 md:flex-wrap">
        {QUEUES.filter((each) => counts[each] > 0 || each === queue || each === "awaiting").map((each) => (
          <li key={each}>
            <Link
              to={paths.coordinator.review(each === "awaiting" ? "" : `show=${each}`)}
              aria-current={each === queue ? "page" : undefined}
              className="inline-flex min-h-11 items-center gap-2 whitespace-nowrap rounded-full border border-line-strong bg-surface px-4 text-ink no-underline hover:border-primary aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
            >
              {t(`coordinator:queue.${each}`)}
              <span className="tabular-nums opacity-80">{counts[each]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Pages() {
  const { queue, page, pages } = useLoaderData<typeof loader>();
  const t = useT();
  if (pages === 1) return null;
  const to = (n: number) => paths.coordinator.review(new URLSearchParams({ show: queue, page: String(n) }));
  return (
    <nav aria-label={t("coordinator:pages.label")} className="mt-5 flex items-center gap-5">
      {page > 1 && (
        <Link rel="prev" to={to(page - 1)}>
          {t("coordinator:pages.previous")}
        </Link>
      )}
      <span className="text-muted">{t("coordinator:pages.of", { page, pages })}</span>
      {page < pages && (
        <Link rel="next" to={to(page + 1)}>
          {t("coordinator:pages.next")}
        </Link>
      )}
    </nav>
  );
}
