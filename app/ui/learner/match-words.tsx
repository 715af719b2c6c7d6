import { Fragment, type ReactNode } from "react";
import type { InterestResult } from "#app/domain/interests/questionnaire.ts";
import type { Theme } from "#app/domain/interests/riasec.ts";
import type { NotYet } from "#app/domain/opportunities/eligibility.ts";
import type { Reason } from "#app/domain/matching/reasons.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import { reasonInWords, sayGrade, type ReasonNames } from "#app/i18n/reason-in-words.ts";
import type { Translate } from "#app/i18n/translator.ts";

export function useLede({ standing, top, answered, total }: InterestResult & { total: number }): ReactNode {
  const t = useT();
  const locale = useLocale();
  if (answered === 0) return t("interests:matches.lede_none");
  if (standing === "too_few") return t("interests:matches.lede_too_few", { count: answered, total });
  if (standing === "flat") return t("interests:matches.lede_flat");
  return around(t("interests:matches.lede_clear", { themes: GAP }), <Likes themes={top} t={t} locale={locale} />);
}

/** A reason as the card says it, what is liked in bold; null for what the card tells anyway. */
export function sayReason(reason: Reason, t: Translate, locale: Locale, names: ReasonNames): ReactNode {
  if (reason.kind !== "theme" && reason.kind !== "outside") return reasonInWords(reason, t, locale, names);
  const themes = <Likes themes={reason.themes} t={t} locale={locale} />;
  return around(t(`interests:reason.${reason.kind}`, { themes: GAP }), themes);
}

/** Why it is not open yet, and when it will be as far as that can be known. */
export function sayNotYet({ limit, from, opens }: NotYet, t: Translate, locale: Locale): string {
  const grade = limit === "grade" ? sayGrade(t, from) : from;
  const why = t(`interests:matches.later.${limit}`, { from: grade });
  if (!opens) return why;
  const month = new Date(Date.UTC(opens.year, opens.month - 1));
  const said = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" }).format(month);
  return `${why} ${t("interests:matches.later.opens", { month: said })}`;
}

/** What is liked, each in bold, joined as the language joins a list. */
function Likes({ themes, t, locale }: { themes: readonly Theme[]; t: Translate; locale: Locale }) {
  const likes = themes.map((theme) => t(`interests:theme.${theme}.like`));
  return (
    <>
      {new Intl.ListFormat(locale, { type: "conjunction" })
        .formatToParts(likes)
        .map(({ type, value }, i) =>
          type === "element" ? <strong key={i}>{value}</strong> : <Fragment key={i}>{value}</Fragment>,
        )}
    </>
  );
}

const GAP = "\u0001";

/** A message with a piece of markup where its gap is. */
function around(message: string, piece: ReactNode): ReactNode {
  const [before, after] = message.split(GAP);
  return (
    <>
      {before}
      {piece}
      {after}
    </>
  );
}
