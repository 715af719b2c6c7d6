import { DAYS } from "#app/domain/opportunities/choices.ts";
import type { OpportunityContent } from "#app/domain/opportunities/opportunity.ts";
import { readRule } from "#app/domain/opportunities/recurrence.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { dateInWords, listInWords, sentence, timesInWords, wordOf } from "./listing-words.ts";

type Shift = OpportunityContent["shifts"][number];
type OtherSite = OpportunityContent["otherSites"][number];

/** "Every other week on Tuesday and Thursday, 3:30 PM to 5:30 PM, February 16 to May 28, 2027". */
export function shiftInWords(t: Translate, locale: Locale, { startsOn, rule, ...times }: Shift): string {
  const hours = timesInWords(t, locale, times) ?? "";
  const recurrence = rule === null ? null : readRule(rule);
  if (!recurrence) return sentence(t("posting:shift.once", { date: dateInWords(locale, startsOn), hours }));
  const { everyWeeks, days, until } = recurrence;
  const named = DAYS.filter((day) => days.includes(day)).map((day) => wordOf(t, "days", day));
  const words = { days: listInWords(locale, named), hours, dates: runInWords(t, locale, startsOn, until) };
  return everyWeeks === 2 ? t("posting:shift.other_week", words) : t("posting:shift.weekly", words);
}

function runInWords(t: Translate, locale: Locale, from: string, to: string | null) {
  if (!to) return t("posting:shift.from", { from: dateInWords(locale, from) });
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return t("posting:shift.range", {
    from: dateInWords(locale, from, { year: !sameYear }),
    to: dateInWords(locale, to),
  });
}

/** A site in one line, its name first. */
export const siteInWords = ({ name, street, city, state, zip }: OtherSite) =>
  [name, street, city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ");
