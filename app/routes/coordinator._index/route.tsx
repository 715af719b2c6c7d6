import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireCoordinator, secondFactorDue } from "#app/auth/guards.server.ts";
import { findNeeds } from "#app/domain/districts/needs.server.ts";
import { countReported } from "#app/domain/listings/report-desk.server.ts";
import { countQueues, listReviewQueue } from "#app/domain/listings/review-queue.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay, wholeDays } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { NeedsList } from "./needs-list.tsx";

const OLDEST_SHOWN = 5;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const [needs, counts, reported, waiting, missing] = await Promise.all([
    findNeeds(ctx),
    countQueues(ctx),
    countReported(ctx),
    listReviewQueue(ctx, { queue: "awaiting", page: 1, size: OLDEST_SHOWN }),
    secondFactorDue(args),
  ]);
  const { oldestAt, onList, nobodyToAsk, ...waits } = needs;
  return {
    title: translator(args.context.locale)("coordinator:home.title"),
    secondFactorBy: missing && sayDay(missing.toISOString().slice(0, 10), args.context.locale),
    counts: { ...waits, reported: reported.open, suggestions: counts.suggestions, closing: counts.closing },
    onList,
    nobodyToAsk,
    awaiting: counts.awaiting,
    oldestDays: oldestAt && wholeDays(oldestAt, ctx.now),
    first: waiting.map(({ id, title, organization, submittedAt }) => ({
      id,
      title,
      organization,
      days: submittedAt && wholeDays(submittedAt, ctx.now),
    })),
  };
}

export default function CoordinatorHome() {
  const { counts, onList, oldestDays, nobodyToAsk, secondFactorBy } = useLoaderData<typeof loader>();
  const t = useT();
  const nothing = Object.values(counts).every((count) => count === 0);
  return (
    <>
      <PageHeading
        title={t("coordinator:home.title")}
        lede={t("coordinator:home.lede", { count: onList })}
        actions={
          <>
            <ButtonLink to={paths.coordinator.entries()} variant="secondary" icon="plus">
              {t("queue:entry.title")}
            </ButtonLink>
            <ButtonLink to={paths.coordinator.newImport()} variant="secondary" icon="upload">
              {t("coordinator:home.import")}
            </ButtonLink>
          </>
        }
      />
      {secondFactorBy && (
        <Notice tone="warning" title={t("security:index.needed")}>
          <p>
            {t("security:index.needed_by", { day: secondFactorBy })}{" "}
            <Link to={paths.account.security()}>{t("security:index.needed_link")}</Link>
          </p>
        </Notice>
      )}
      {nothing ? (
        <EmptyState title={t("coordinator:home.nothing")}>
          <p>{t("coordinator:home.nothing_more")}</p>
        </EmptyState>
      ) : (
        <NeedsList counts={counts} oldestDays={oldestDays} nobodyToAsk={nobodyToAsk} />
      )}
      <FirstInLine />
    </>
  );
}

function FirstInLine() {
  const { first, awaiting } = useLoaderData<typeof loader>();
  const t = useT();
  if (first.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="first">
      <h2 id="first">{t("coordinator:home.first")}</h2>
      <ol className="mt-3 divide-y divide-line rounded-card border border-line bg-surface">
        {first.map(({ id, title, organization, days }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 px-4 py-3">
            <span className="min-w-0">
              <Link to={paths.coordinator.reviewListing(id)} className="font-semibold break-words">
                {title}
              </Link>
              <span className="block text-muted">{organization}</span>
            </span>
            {days !== null && <span className="text-muted">{t("coordinator:waiting", { count: days })}</span>}
          </li>
        ))}
      </ol>
      {awaiting > first.length && (
        <p className="mt-3">
          <Link to={paths.coordinator.review()}>{t("coordinator:home.all", { count: awaiting })}</Link>
        </p>
      )}
    </section>
  );
}
