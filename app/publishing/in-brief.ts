import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { dateInWords, datesInWords, payInWords, whoInWords, wordOf } from "#app/ui/listing-words.ts";

type Brief = Pick<PublishedListing, "content" | "closesOn" | "onlyGrades">;

/** What stands below a listing's name where there is one line for it; true on any day it is read. */
export const inBrief = (t: Translate, locale: Locale, { content, closesOn, onlyGrades }: Brief): string =>
  [
    ...[content.kind && wordOf(t, "kind", content.kind), whoInWords(t, { ...content, onlyGrades })],
    ...[datesInWords(t, locale, content), payInWords(t, content), content.city],
    closesOn && t("editions:entry.closes", { date: dateInWords(locale, closesOn) }),
  ]
    .filter(Boolean)
    .join(" · ");
