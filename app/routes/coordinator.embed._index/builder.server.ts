import { KIND_CODES } from "#app/domain/opportunities/kinds.ts";
import { isOffered } from "#app/domain/districts/districts.server.ts";
import { HEIGHTS } from "#app/http/embed-snippet.ts";
import { DEFAULT_LOCALE, isLocale, type Locale } from "#app/i18n/locales.ts";
import { filterInWords, type FilterNames } from "#app/i18n/search-in-words.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { CARDS, readEmbed, writeEmbed, type EmbedQuery } from "#app/search/embed-query.ts";
import { GRADES } from "#app/search/query.ts";

/** What the builder asks of a search; the list itself knows more. */
export type Filter = "pathway" | "kind" | "grade";

export type Typed = Record<"q" | "cards" | "height" | "look" | "site" | "locale", string> & Record<Filter, string[]>;
export type Errors = Partial<Record<"cards" | "height", string>>;

interface Built {
  asked: EmbedQuery;
  height: number;
  locale: Locale;
  typed: Typed;
  errors: Errors;
  /** The query of the preview. */
  preview: URLSearchParams;
}

/** What was chosen. A number that cannot be is said at its field, stays there, and is ours in what is shown. */
export function readBuilder(params: URLSearchParams, { origins, t }: { origins: string[]; t: Translate }): Built {
  const read = readEmbed(params);
  const site = origins.find((origin) => origin === read.site) ?? null;
  const asked = { ...read, site };
  const cards = measure(params.get("cards"), CARDS, t);
  const height = measure(params.get("height"), HEIGHTS, t);
  const language = params.get("locale") ?? "";
  const locale = isLocale(language) ? language : DEFAULT_LOCALE;
  const preview = writeEmbed({ ...asked, site: null });
  if (locale !== DEFAULT_LOCALE) preview.set("locale", locale);
  const { pathway, kind, grade } = asked.list;
  return {
    ...{ asked, locale, preview, height: height.value },
    typed: {
      ...{ q: asked.list.words, pathway, kind, grade, look: asked.look, site: site ?? "", locale },
      ...{ cards: cards.typed, height: height.typed },
    },
    errors: { ...(cards.error && { cards: cards.error }), ...(height.error && { height: height.error }) },
  };
}

type Measure = { least: number; usual: number; most: number };

function measure(text: string | null, { least, usual, most }: Measure, t: Translate) {
  const typed = text?.trim() ?? "";
  if (typed === "") return { value: usual, typed: String(usual) };
  const value = /^\d{1,5}$/.test(typed) ? Number(typed) : NaN;
  if (value >= least && value <= most) return { value, typed };
  return { value: usual, typed, error: t("front:builder.wrong_number", { least, most }) };
}

/** The answers of each filter, in the coordinator's language. */
export function choicesOf(t: Translate, locale: Locale, names: FilterNames) {
  const options = (name: Filter, values: readonly string[]) =>
    values.map((value) => ({ value, label: filterInWords(t, locale, { name, value }, names) }));
  return {
    pathway: options(
      "pathway",
      names.pathways.filter(isOffered).map(({ slug }) => slug),
    ),
    kind: options("kind", KIND_CODES),
    grade: options("grade", GRADES),
  };
}
