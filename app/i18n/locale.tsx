import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { OwnWords } from "#app/domain/districts/own-words.ts";
import { DEFAULT_LOCALE, type Locale } from "./locales.ts";
import { translator, type Translate } from "./translator.ts";

const LocaleContext = createContext<{ locale: Locale; words?: OwnWords | undefined }>({ locale: DEFAULT_LOCALE });

/** `words`: of the district whose page it is. */
export function LocaleProvider({
  locale,
  words,
  children,
}: {
  locale: Locale;
  words?: OwnWords | undefined;
  children: ReactNode;
}) {
  const value = useMemo(() => ({ locale, words }), [locale, words]);
  return <LocaleContext.Provider value={value}>{children}</LocaleContext.Provider>;
}

/** A part of a page that speaks for a district, in the page's language. */
export function DistrictWords({ words, children }: { words: OwnWords; children: ReactNode }) {
  return (
    <LocaleProvider locale={useLocale()} words={words}>
      {children}
    </LocaleProvider>
  );
}

export const useLocale = () => useContext(LocaleContext).locale;

export function useT(): Translate {
  const { locale, words } = useContext(LocaleContext);
  return translator(locale, words);
}
