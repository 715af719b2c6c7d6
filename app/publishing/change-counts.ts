import type { ChangeCounts } from "#app/domain/editions/summary.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { listInWords } from "#app/ui/listing-words.ts";

type Counts = Pick<ChangeCounts, "added" | "closed" | "changed">;

/** "12 new, 4 closed and 7 changed"; what did not happen is left out. */
export function countsInWords(t: Translate, locale: Locale, { added, closed, changed }: Counts): string {
  const parts = [
    added > 0 && t("editions:changes.added", { count: added }),
    closed > 0 && t("editions:changes.closed", { count: closed }),
    changed > 0 && t("editions:changes.changed", { count: changed }),
  ].filter((part) => part !== false);
  return parts.length > 0 ? listInWords(locale, parts) : t("editions:changes.none");
}

/** The same, and since which edition. */
export const sinceInWords = (t: Translate, locale: Locale, since: Counts & Pick<ChangeCounts, "number">) =>
  t("editions:changes.since", { changes: countsInWords(t, locale, since), number: since.number });
