/** The addresses of programs: public data that any site's script may read, without a cookie and never with one. */
import { LOCALES } from "#app/i18n/locales.ts";
import { FOR_OTHER_SITES, withOwn, type HeaderPair } from "./security-headers.ts";

const LANGUAGE = new RegExp(`^/(${LOCALES.join("|")})(?=/)`);
const ADDRESS = /^\/api\/(v1|hsds\/v3)(\/|$)/i;

/** By the path without its language. Routes match however a path is escaped. */
export const isForPrograms = (pathname: string) =>
  ADDRESS.test(pathname.includes("%") ? decodeURIComponent(pathname) : pathname);

/** By a request's target as it was sent, whatever is wrong with it: who sent it reads problems, not pages. */
export function asksForPrograms(raw: string): boolean {
  const pathname = raw.split("?", 1)[0]!.replace(LANGUAGE, "");
  try {
    return isForPrograms(pathname);
  } catch {
    return ADDRESS.test(pathname);
  }
}

export const PROGRAM_METHODS = "GET, HEAD, OPTIONS";
const EXPOSED = "ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id";

/** The headers every answer has, as an answer for programs has them. */
export const openedHeaders = (fixed: readonly HeaderPair[]): HeaderPair[] =>
  withOwn(fixed, [FOR_OTHER_SITES, ["Access-Control-Allow-Origin", "*"], ["Access-Control-Expose-Headers", EXPOSED]]);

/** What a browser asks for before another site's script may ask with headers of its own. */
export const preflightHeaders = (fixed: readonly HeaderPair[]): HeaderPair[] => [
  ...openedHeaders(fixed),
  ["Access-Control-Allow-Methods", PROGRAM_METHODS],
  ["Access-Control-Allow-Headers", "*"],
  ["Access-Control-Max-Age", "86400"],
  ["Allow", PROGRAM_METHODS],
];
