import { Link } from "@remix-run/react";
import {
  TRANSLATION_FILTERS,
  TRANSLATION_ORDERS,
  type TranslationFilter,
  type TranslationOrder,
} from "#app/domain/translation/translations.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";

interface Chosen {
  show: TranslationFilter;
  order: TranslationOrder;
  counts: Record<TranslationFilter, number>;
}

/** Which listings, and in which order. What a machine wrote is a choice only where there is some. */
export function Choices({ show, order, counts }: Chosen) {
  const t = useT();
  const to = (chosen: Partial<Pick<Chosen, "show" | "order">>) =>
    paths.coordinator.translations.list(new URLSearchParams({ show, order, ...chosen }));
  return (
    <>
      <nav aria-label={t("translations:choose")} className="mb-3">
        <ul className="flex flex-wrap gap-2">
          {TRANSLATION_FILTERS.filter((each) => each !== "machine" || counts.machine > 0 || show === "machine").map(
            (each) => (
              <li key={each}>
                <Link
                  to={to({ show: each })}
                  aria-current={each === show ? "page" : undefined}
                  className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 text-ink no-underline hover:border-primary aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
                >
                  {t(`translations:show.${each}`)}
                  <span className="tabular-nums opacity-80">{counts[each]}</span>
                </Link>
              </li>
            ),
          )}
        </ul>
      </nav>
      <nav aria-label={t("translations:arrange")} className="mb-5">
        <ul className="flex flex-wrap gap-x-5">
          {TRANSLATION_ORDERS.map((each) => (
            <li key={each}>
              <Link
                to={to({ order: each })}
                aria-current={each === order ? "true" : undefined}
                className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
              >
                {t(`translations:order.${each}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
