/** How a list on paper is called, what day it is of, and what its sections are called. */
import { titleIn, type ListSection } from "#app/domain/editions/published-list.ts";
import type { Worded } from "#app/domain/opportunities/wording.ts";
import { nameIn } from "#app/i18n/name-in.ts";
import { dateInWords } from "#app/ui/listing-words.ts";
import type { Printing } from "./entry.ts";

/** `asked`: what was searched for, in words; null: the whole list. */
export function titleOf({ list, locale, t }: Printing, asked: string | null = null): Worded {
  if (!asked && list.edition) return titleIn(locale, list.edition);
  return { text: asked ? t("paper:title_asked", { search: asked }) : t("paper:title"), lang: undefined };
}

export function datedOf({ list, locale, t }: Printing): string {
  const date = dateInWords(locale, list.asOf);
  return list.edition ? t("paper:edition", { number: list.edition.number, date }) : t("paper:as_of", { date });
}

export const sectionName = ({ t, locale }: Pick<Printing, "t" | "locale">, { topic }: ListSection) =>
  topic ? nameIn(locale, topic) : t("paper:others");
