/** A reason of a match as a person reads it, on a card and in a mail. */
import type { Theme } from "#app/domain/interests/riasec.ts";
import type { Reason } from "#app/domain/matching/reasons.ts";
import { listInWords, milesInWords, sentence, wordOf } from "#app/ui/listing-words.ts";
import type { Locale } from "./locales.ts";
import type { Translate } from "./translator.ts";

export interface ReasonNames {
  place: string | null;
  clusters: Record<string, string>;
  pathways: Record<string, string>;
}

/** Null for what a listing tells anyway: when it closes, when it was checked, that it is new or online. */
export function reasonInWords(reason: Reason, t: Translate, locale: Locale, names: ReasonNames): string | null {
  switch (reason.kind) {
    case "theme":
    case "outside":
      return t(`interests:reason.${reason.kind}`, { themes: likesInWords(reason.themes, t, locale) });
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
    case "brings":
      return t(`interests:reason.brings.${reason.need}`);
    case "speaks":
      return t("interests:reason.speaks", { language: wordOf(t, "spoken", reason.language) });
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

const likesInWords = (themes: readonly Theme[], t: Translate, locale: Locale) =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(
    themes.map((theme) => t(`interests:theme.${theme}.like`)),
  );

/** Within a sentence, so in small letters. */
const sayTime = (t: Translate, time: string) => wordOf(t, "when", time).toLocaleLowerCase();

export const sayGrade = (t: Translate, grade: number) =>
  grade === 0 ? t("interests:matches.kindergarten") : String(grade);
