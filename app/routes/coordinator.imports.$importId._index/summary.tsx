import { useT } from "#app/i18n/locale.tsx";
import type { ImportPage } from "./route.tsx";

const COUNTS = ["created", "updated", "unchanged", "skipped"] as const;

/** The figures of an import, and what else a person should know. */
export function Summary({ page }: { page: ImportPage }) {
  const t = useT();
  return (
    <section aria-label={t("imports:summary.title")} className="mt-6">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {COUNTS.map((count) => (
          <div key={count} className="flex flex-col-reverse rounded-card border border-line bg-surface px-4 py-3">
            <dt className="text-muted">{t(`imports:counts.${count}`)}</dt>
            <dd className="text-3xl font-bold tabular-nums">{page.counts[count]}</dd>
          </div>
        ))}
      </dl>
      <ul className="mt-4 list-disc space-y-1 ps-5">
        <li>{t("imports:summary.read", { count: page.counts.rows })}</li>
        {page.sentences.map(({ key, values }) => (
          <li key={key} className={key === "shifted" ? "font-semibold" : undefined}>
            {t(`imports:summary.${key}`, values)}
          </li>
        ))}
      </ul>
    </section>
  );
}
