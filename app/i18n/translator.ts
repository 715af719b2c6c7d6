import { createInstance, type TFunction } from "i18next";
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
}

const translators = new Map<Locale, Translate>();

export function translator(locale: Locale): Translate {
  let t = translators.get(locale);
  if (!t) translators.set(locale, (t = i18n.getFixedT(locale, ["common"]) as unknown as Translate));
  return t;
}
