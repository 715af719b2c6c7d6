import type { Following } from "#app/domain/editions/following.server.ts";
import { titleIn } from "#app/domain/editions/published-list.ts";
import { percentOf } from "#app/domain/editions/summary.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "../icon.tsx";

/** What the live list says of itself, in one line: the edition it follows, what came since, how much is confirmed. */
export function ListState({ district, following: { rate, edition } }: { district: string; following: Following }) {
  const t = useT();
  const locale = useLocale();
  const percent = percentOf(rate);
  if (!edition && percent === null) return null;
  const title = edition && titleIn(locale, edition).text;
  return (
    <p className="list-state">
      <Icon name="badge-check" />
      {percent !== null && <span>{t("editions:rate", { percent, count: rate.days })}</span>}
      {edition && (
        <span>
          <a href={paths.edition(locale, district, edition.number)}>
            {t("editions:follows", { number: edition.number, title })}
          </a>
          {". "}
          {edition.added > 0 && t("editions:new_since", { count: edition.added })}
        </span>
      )}
    </p>
  );
}
