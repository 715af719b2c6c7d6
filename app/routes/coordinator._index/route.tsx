import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireCoordinator, secondFactorDue } from "#app/auth/guards.server.ts";
import { listReviewQueue, countQueues, oldestSubmission } from "#app/domain/listings/review-queue.server.ts";
import type { Queue } from "#app/domain/listings/review-queue.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay, wholeDays } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

const OLDEST_SHOWN = 5;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const [counts, oldestAt, waiting, missing] = await Promise.all([
    countQueues(ctx),
    oldestSubmission(ctx),
    listReviewQueue(ctx, { queue: "awaiting", page: 1 }),
    secondFactorDue(args),
  ]);
  return {
    title: translator(args.context.locale)("coordinator:home.title"),
    secondFactorBy: missing && sayDay(missing.toISOString().slice(0, 10), args.context.locale),
    counts,
    oldestDays: oldestAt && wholeDays(oldestAt, ctx.now),
    first: waiting.slice(0, OLDEST_SHOWN).map(({ id, title, organization, submittedAt }) => ({
      id,
      title,
      organization,
      days: submittedAt && wholeDays(submittedAt, ctx.now),
    })),
  };
}

const WORK = [
  { queue: "awaiting", icon: "list" },
  { queue: "suggestions", icon: "sparkles" },
  { queue: "unconfirmed", icon: "hourglass" },
  { queue: "closing", icon: "calendar-days" },
] as const satisfies { queue: Queue; icon: IconName }[];

export default function CoordinatorHome() {
  const { counts, oldestDays, secondFactorBy } = useLoaderData<typeof loader>();
  const t = useT();
  const nothing = WORK.every(({ queue }) => counts[queue] === 0);
  return (
    <>
      <PageHeading
        title={t("coordinator:home.title")}
        lede={t("coordinator:home.lede", { count: counts.published })}
        actions={
          <ButtonLink to={paths.coordinator.newImport()} variant="secondary" icon="upload">
            {t("coordinator:home.import")}
          </ButtonLink>
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
        <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
          {WORK.map(({ queue, icon }) => (
            <li key={queue}>
              <Link
                to={paths.coordinator.review(`show=${queue}`)}
                className="flex h-full flex-col justify-between gap-1 rounded-card border border-line bg-surface p-4 text-ink no-underline hover:border-primary"
              >
                <span className="flex items-start gap-2 leading-tight font-semibold">
                  <Icon name={icon} className="shrink-0 text-primary" />
                  {t(`coordinator:queue.${queue}`)}
                </span>
                <span className="text-4xl font-bold tabular-nums">{counts[queue]}</span>
                <span className="text-muted">
                  {queue === "awaiting" && oldestDays !== null
                    ? t("coordinator:home.oldest", { count: oldestDays })
                    : t(`coordinator:home.about.${queue}`)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <FirstInLine />
    </>
  );
}

function FirstInLine() {
  const { first, counts } = useLoaderData<typeof loader>();
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
      {counts.awaiting > first.length && (
        <p className="mt-3">
          <Link to={paths.coordinator.review()}>{t("coordinator:home.all", { count: counts.awaiting })}</Link>
        </p>
      )}
    </section>
  );
}
