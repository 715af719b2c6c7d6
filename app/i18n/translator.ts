import { createInstance, type TFunction } from "i18next";
import type { OwnWords } from "#app/domain/districts/own-words.ts";
import { DEFAULT_LOCALE, type Locale } from "./locales.ts";
import type { en } from "./catalogs/en.ts";

export type Catalog = typeof en;
export type Namespace = keyof Catalog;
/** Says a message of any catalog: `t("list:results", { count })`; bare keys are of `common`. */
export type Translate = TFunction<["common", ...Namespace[]]>;

const i18n = createInstance();
void i18n.init({
  resources: {},
  lng: DEFAULT_LOCALE,
  fallbackLng: DEFAULT_LOCALE,
  defaultNS: "common",
  initAsync: false,
  // React escapes; mails and feeds escape for themselves.
  interpolation: { escapeValue: false },
});

/** The server registers every language once, a browser only its own. */
export function registerCatalog(locale: Locale, catalog: Catalog) {
  for (const [namespace, messages] of Object.entries(catalog)) i18n.addResourceBundle(locale, namespace, messages);
  translators.delete(locale);
}

const translators = new Map<Locale, Translate>();

/** `words`: what a district says instead of ours. */
export function translator(locale: Locale, words?: OwnWords): Translate {
  let t = translators.get(locale);
  if (!t) translators.set(locale, (t = remembering(i18n.getFixedT(locale, ["common"]) as unknown as Say) as Translate));
  return words ? speakingFor(words, t as unknown as Say) : t;
}

const speakingFor = (words: OwnWords, say: Say) =>
  ((key: string, options?: Record<string, unknown>) => words[key] ?? say(key, options)) as Translate;

type Say = (key: string, options?: Record<string, unknown>) => string;

const MOST_REMEMBERED = 5_000;

/** Looking a message up costs more than drawing it: those that hold no more than a number are looked up once. */
function remembering(say: Say): Say {
  const said = new Map<string, string>();
  return (key, options) => {
    const name = options ? nameOf(key, options) : key;
    if (name === null) return say(key, options);
    let words = said.get(name);
    if (words === undefined) {
      words = say(key, options);
      if (said.size >= MOST_REMEMBERED) said.clear();
      said.set(name, words);
    }
    return words;
  };
}

/** Null for a message with texts in it, of which there is no end. */
function nameOf(key: string, options: Record<string, unknown>): string | null {
  let name = key;
  for (const option in options) {
    const value = options[option];
    if (typeof value !== "number" && option !== "defaultValue") return null;
    name += ` ${option}=${String(value)}`;
  }
  return name;
}
