import { isLocale, type Locale } from "./locales.ts";

const NAME = "language";
const YEAR_SECONDS = 31_536_000;

/** The language a person chose, for pages whose address does not carry one. It names a language, never a person. */
export function languageCookie(locale: Locale, { secure }: { secure: boolean }) {
  return `${NAME}=${locale}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

export function chosenLanguage(cookieHeader: string | null | undefined): Locale | null {
  const value = cookieHeader?.match(/(?:^|;\s*)language=([A-Za-z-]{2,8})(?:;|$)/)?.[1];
  return value && isLocale(value) ? value : null;
}
