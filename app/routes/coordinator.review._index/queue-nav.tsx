import { Link } from "@remix-run/react";
import { writeCriteria, type Criteria } from "#app/domain/listings/review-criteria.ts";
import { QUEUES, type Queue } from "#app/domain/listings/review-queue.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";

/** The queues that hold something, as the filters narrow them. */
export function QueueNav({ criteria, counts }: { criteria: Criteria; counts: Record<Queue, number> }) {
  const t = useT();
  const { queue } = criteria;
  return (
    <nav aria-label={t("coordinator:queue.choose")} className="mb-4">
      <ul className="flex gap-2 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:pb-2 md:flex-wrap">
        {QUEUES.filter((each) => counts[each] > 0 || each === queue || each === "awaiting").map((each) => (
          <li key={each}>
            <Link
              to={paths.coordinator.review(writeCriteria({ ...criteria, queue: each, page: 1 }))}
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
