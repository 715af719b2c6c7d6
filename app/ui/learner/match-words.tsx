import { Fragment, type ReactNode } from "react";
import type { InterestResult } from "#app/domain/interests/questionnaire.ts";
import type { Theme } from "#app/domain/interests/riasec.ts";
import type { NotYet } from "#app/domain/opportunities/eligibility.ts";
import type { Reason } from "#app/domain/matching/reasons.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { listInWords, milesInWords, sentence, wordOf } from "../listing-words.ts";

export function useLede({ standing, top, answered, total }: InterestResult & { total: number }): ReactNode {
  const t = useT();
  const locale = useLocale();
  if (answered === 0) return t("interests:matches.lede_none");
  if (standing === "too_few") return t("interests:matches.lede_too_few", { count: answered, total });
  if (standing === "flat") return t("interests:matches.lede_flat");
  return around(t("interests:matches.lede_clear", { themes: GAP }), <Likes themes={top} t={t} locale={locale} />);
}

export interface ReasonNames {
  place: string | null;
  clusters: Record<string, string>;
  pathways: Record<string, string>;
}

/**
 * A reason as the card says it; null for what the card tells anyway: when it closes, when it was checked, that it is new
 * or online.
 */
export function sayReason(reason: Reason, t: Translate, locale: Locale, names: ReasonNames): ReactNode {
  switch (reason.kind) {
    case "theme":
    case "outside":
      return around(
        t(`interests:reason.${reason.kind}`, { themes: GAP }),
        <Likes themes={reason.themes} t={t} locale={locale} />,
      );
    case "pathway":
      return t("interests:reason.pathway", {
        term: t("list:filter.pathway"),
        name: names.pathways[reason.slug] ?? reason.slug,
      });
    case "prepares":
    case "pathway_field":
      return t(`interests:reason.${reason.kind}`, { name: names.pathways[reason.slug] ?? reason.slug });
    case "cluster":
    case "related":
      return t(`interests:reason.${reason.kind}`, { name: names.clusters[reason.code] ?? reason.code });
    case "more":
      return t("interests:reason.more", { name: sayLikeness(t, reason.code, names.clusters) });
    case "skills":
      return t("interests:reason.skills", { skills: listInWords(locale, reason.skills) });
    case "groups":
      return t("interests:reason.groups", { groups: listInWords(locale, reason.groups) });
    case "little_seen":
      return t("interests:reason.little_seen");
    case "distance":
      return sentence(
        t(`interests:reason.${SAID_WAYS[reason.by ?? "ride"]}`, {
          distance: milesInWords(t, locale, reason.miles),
          place: names.place ?? "",
        }),
      );
    case "grade":
      return t("interests:reason.grade", { grade: sayGrade(t, reason.grade) });
    case "age":
      return t("interests:reason.age", { from: reason.from });
    case "when":
      return t("interests:reason.when", {
        when: listInWords(
          locale,
          reason.when.map((time) => sayTime(t, time)),
        ),
      });
    case "remote":
    case "closes":
    case "new":
    case "checked":
      return null;
  }
}

/** What a partner said of the way is told; of a learner's own ride or a bus to be looked for there is nothing to tell. */
const SAID_WAYS = {
  walk: "distance_walk",
  bus: "distance_bus",
  bus_unnamed: "distance",
  ride: "distance",
  ride_offered: "distance_ride",
} as const;

/** A field, or a kind of experience, as "more" and "less like this" are about. */
export const sayLikeness = (t: Translate, code: string, clusters: Record<string, string>) =>
  clusters[code] ?? wordOf(t, "kind", code);

/** Why it is not open yet, and when it will be as far as that can be known. */
export function sayNotYet({ limit, from, opens }: NotYet, t: Translate, locale: Locale): string {
  const grade = limit === "grade" ? sayGrade(t, from) : from;
  const why = t(`interests:matches.later.${limit}`, { from: grade });
  if (!opens) return why;
  const month = new Date(Date.UTC(opens.year, opens.month - 1));
  const said = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" }).format(month);
  return `${why} ${t("interests:matches.later.opens", { month: said })}`;
}

/** Within a sentence, so in small letters. */
const sayTime = (t: Translate, time: string) => wordOf(t, "when", time).toLocaleLowerCase();

export const sayGrade = (t: Translate, grade: number) =>
  grade === 0 ? t("interests:matches.kindergarten") : String(grade);

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
