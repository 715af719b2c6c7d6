import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { SOON_DAYS, THIN_BELOW } from "#app/domain/editions/check-list.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";

interface Named {
  count: number;
  /** The first of them. */
  listings: readonly { id: string; title: string }[];
}

export interface CheckListProps {
  listings: number;
  freshnessDays: number;
  unconfirmed: Named;
  closingSoon: Named;
  withoutSpanish: Named;
  thin: readonly { name: string; count: number }[];
}

/** What should be looked at before the list is published; each line leads to what it is about. */
export function DraftCheckList({
  listings,
  freshnessDays,
  unconfirmed,
  closingSoon,
  withoutSpanish,
  thin,
}: CheckListProps) {
  const t = useT();
  return (
    <section aria-labelledby="check" className="mb-8">
      <h2 id="check" className="mb-1">
        {t("editing:check.title")}
      </h2>
      <p className="mb-3">{t("editing:check.listings", { count: listings })}</p>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        <Hint
          title={t("editing:check.unconfirmed", { count: unconfirmed.count, days: freshnessDays })}
          {...unconfirmed}
        />
        <Hint title={t("editing:check.closing", { count: closingSoon.count, days: SOON_DAYS })} {...closingSoon} />
        <Hint title={t("editing:check.spanish", { count: withoutSpanish.count })} {...withoutSpanish} />
        <Line title={t("editing:check.thin", { count: thin.length, below: THIN_BELOW })} isFine={thin.length === 0}>
          {thin.length > 0 && <p>{thin.map(({ name, count }) => `${name} (${count})`).join(", ")}</p>}
        </Line>
      </ul>
    </section>
  );
}

function Hint({ title, count, listings }: Named & { title: string }) {
  const t = useT();
  return (
    <Line title={title} isFine={count === 0}>
      {count > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer">{t("editing:check.which")}</summary>
          <ul className="mt-1">
            {listings.map(({ id, title }) => (
              <li key={id} className="py-1">
                <Link to={paths.coordinator.reviewListing(id)} className="break-words">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
          {count > listings.length && (
            <p className="text-muted">{t("editing:check.more", { count: count - listings.length })}</p>
          )}
        </details>
      )}
    </Line>
  );
}

function Line({ title, isFine, children }: { title: string; isFine: boolean; children?: ReactNode }) {
  return (
    <li className="flex gap-3 px-4 py-3">
      <span className={isFine ? "text-success" : "text-warning"}>
        <Icon name={isFine ? "circle-check" : "triangle-alert"} />
      </span>
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {children}
      </div>
    </li>
  );
}
