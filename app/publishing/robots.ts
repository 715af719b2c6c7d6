import { DEFAULT_LOCALE, LOCALES } from "#app/i18n/locales.ts";

/** Desks, accounts and what a secret link opens: for people, by their own way. */
const DESKS = [
  ...["partner", "coordinator", "operator", "account", "join", "sign-in", "dev"],
  ...["calendars", "claims", "invitations", "reset-password", "searches", "still-true", "unsubscribe", "verify"],
];
/** What is there for programs, frames and short links. */
const MACHINES = ["/api/", "/embed/", "/go/"];
/** What one listing or one list looks like asked for in another way: endless, and nothing new. */
const VARIANTS = [
  ...["opportunities?", "partners?", "matches", "interests", "compare", "saved", "searches", "suggestions"],
  ...["opportunities/*/report", "opportunities/*/saving"],
];

/** RFC 9309. */
export function robotsFile(sitemap: string): string {
  const prefixes = LOCALES.map((locale) => (locale === DEFAULT_LOCALE ? "" : `/${locale}`));
  const desks = DESKS.flatMap((desk) => prefixes.flatMap((prefix) => [`${prefix}/${desk}/`, `${prefix}/${desk}$`]));
  const variants = VARIANTS.map((variant) => `/*/${variant}`);
  const lines = [...desks, ...MACHINES, ...variants].map((path) => `Disallow: ${path}`);
  return ["User-agent: *", ...lines, "", `Sitemap: ${sitemap}`, ""].join("\n");
}
