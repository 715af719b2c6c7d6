import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { Widening } from "./widening.ts";

/** Nothing fits: the nearest questions that have answers, with how many each finds. */
export function NoResults({
  district,
  asked,
  words,
  where,
  widenings,
}: {
  district: string;
  /** Whether anything was asked for: an empty list and an empty answer are different news. */
  asked: boolean;
  words: string;
  where: string;
  widenings: readonly Widening[];
}) {
  const t = useT();
  const locale = useLocale();
  if (!asked)
    return (
      <EmptyState title={t("list:empty.first_title")}>
        <p>{t("list:empty.first_body")}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={t("list:empty.title")}>
      <p>{widenings.length > 0 ? t("list:empty.body") : t("list:empty.none")}</p>
      <ul className="widen">
        {widenings.map((widening) => (
          <li key={widening.query}>
            <a href={paths.list(locale, district, widening.query)} data-swap="">
              <span>{inWords(t, widening, { words, where })}</span>
              <span className="tag tag-primary">{t("list:results", { count: widening.total })}</span>
            </a>
          </li>
        ))}
        <li>
          <a href={paths.list(locale, district)}>{t("list:empty.whole")}</a>
        </li>
      </ul>
    </EmptyState>
  );
}

function inWords(t: Translate, { gives }: Widening, { words, where }: { words: string; where: string }) {
  switch (gives.part) {
    case "filters":
      return t("list:widen.filters");
    case "area":
      return t("list:widen.area");
    case "words":
      return t("list:widen.words", { words });
    case "place":
      return t("list:widen.place", { place: where });
    case "within":
      return t("list:widen.within", { count: gives.miles });
    case "group":
      return t("list:widen.group", { group: t(`list:filter.${gives.group}`) });
  }
}
