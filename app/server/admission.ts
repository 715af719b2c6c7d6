import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { chosenLanguage } from "#app/i18n/language-cookie.ts";
import { DEFAULT_LOCALE, isLocale, type Locale } from "#app/i18n/locales.ts";
import type { Door } from "./doors.ts";
import { isForPrograms } from "./for-programs.ts";

/**
 * The first look at a request, before anything is read, parsed or rendered. What is refused here never reaches the
 * application, whose parts may then rely on it: a known method, a host of ours, a path that decodes to text and has
 * one spelling.
 */
export interface Target {
  /** Without the language's prefix, as the routes know it. */
  pathname: string;
  /** With its `?`, or empty. */
  search: string;
  locale: Locale;
}

export interface Admission extends Target {
  /** The request's target as it was sent, by the name it was sent to where that makes another page. */
  raw: string;
  door: Door;
  requestId: string;
  now: Date;
}

/** `redirect`: the address this one should have been, path and query. */
export type Refusal = { status: 400 | 403 | 405 | 414; redirect?: never } | { status: 301 | 302; redirect: string };
export type Admitted<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const ALLOWED_METHODS = "GET, HEAD, POST";
const LONGEST_TARGET = 8_192;
/** Desks speak the person's own language, and the API answers in all: their addresses carry none. */
const WITHOUT_PREFIX = new Set([
  "partner",
  "coordinator",
  "account",
  "sign-out",
  "health",
  "assets",
  "dev",
  "webhooks",
  "pictures",
]);

export function isKnownMethod(method: string | undefined): boolean {
  return method === "GET" || method === "HEAD" || method === "POST";
}

/** Reads a request's target in origin form (`/path?query`). Every other spelling of a page is refused or redirected. */
export function readTarget(raw: string): Admitted<Target> {
  if (raw.length > LONGEST_TARGET) return refuse(414);
  // Absolute form, authority form and `*` are for proxies and servers as a whole.
  if (raw[0] !== "/" || !/^[!-~]+$/.test(raw)) return refuse(400);
  const mark = raw.indexOf("?");
  const pathname = mark < 0 ? raw : raw.slice(0, mark);
  const search = mark < 0 ? "" : raw.slice(mark);
  if (!isPlainPath(pathname) || search.includes("#") || /%00/.test(search)) return refuse(400);
  const locale = pathname.slice(1).split("/", 1)[0] ?? "";
  const rest = pathname.slice(locale.length + 1);
  if (!isLocale(locale)) return trimmed(pathname, search, DEFAULT_LOCALE, pathname);
  const unprefixed = rest === "" ? "/" : rest;
  const first = unprefixed.slice(1).split("/", 1)[0] ?? "";
  if (locale === DEFAULT_LOCALE || WITHOUT_PREFIX.has(first) || isForPrograms(unprefixed))
    return redirect(`${unprefixed}${search}`);
  return trimmed(unprefixed, search, locale, pathname);
}

function trimmed(pathname: string, search: string, locale: Locale, given: string): Admitted<Target> {
  // The one address that ends in a slash is a language's home.
  if (pathname === "/" && !given.endsWith("/")) return redirect(`${given}/${search}`);
  if (pathname !== "/" && pathname.endsWith("/")) return redirect(`${given.slice(0, -1)}${search}`);
  return { ok: true, value: { pathname, search, locale } };
}

function isPlainPath(pathname: string): boolean {
  if (/[\\#"<>^`{}]/.test(pathname) || pathname.includes("//")) return false;
  try {
    const decoded = decodeURIComponent(pathname);
    // A dot segment, in any spelling, would make one page reachable under many addresses. NUL is not text to Postgres.
    return !/\/\.{1,2}(\/|$)/.test(decoded) && !/\p{Cc}/u.test(decoded) && !/%2f|%5c/i.test(pathname);
  } catch {
    return false;
  }
}

const refuse = (status: 400 | 405 | 414): { ok: false; refusal: Refusal } => ({ ok: false, refusal: { status } });
const redirect = (address: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { status: 301, redirect: address },
});

const admissions = new WeakMap<IncomingMessage, Admission>();

/**
 * Notes what was found and leaves the request as the application shall see it. A proxy's `X-Forwarded-Host` is
 * anybody's word, and Remix would compare it with an Origin that has been checked by then: neither is passed on.
 */
export function admit(incoming: IncomingMessage, target: Target, door: Door): Admission {
  if (door.district !== null) showTheSite(incoming, door);
  const first = target.pathname.slice(1).split("/", 1)[0] ?? "";
  const chosen = WITHOUT_PREFIX.has(first) ? chosenLanguage(incoming.headers.cookie) : null;
  const locale = chosen ?? target.locale;
  const raw = door.pagesOf + (incoming.url ?? "/");
  const admission = { ...target, locale, raw, door, requestId: randomUUID(), now: new Date() };
  admissions.set(incoming, admission);
  incoming.url = target.pathname + target.search;
  return admission;
}

/** A district's host shows the site's pages as the site shows them to nobody in particular: without its name, without cookies. */
function showTheSite({ headers, rawHeaders }: IncomingMessage, door: Door) {
  const host = door.origin.replace(/^https?:\/\//, "");
  headers.host = host;
  delete headers.cookie;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]?.toLowerCase();
    if (name === "host") rawHeaders[i + 1] = host;
    else if (name === "cookie") rawHeaders[i + 1] = "";
  }
}

export function admissionOf(incoming: IncomingMessage): Admission {
  const admission = admissions.get(incoming);
  if (!admission) throw new Error("a request was not admitted");
  return admission;
}

/** The headers an admission needs, each found at most once; `hosts` counts, since two are an attack. */
export function scanHeaders(rawHeaders: string[]) {
  const found = { host: "", hosts: 0, acceptEncoding: "", ifNoneMatch: "", ifModifiedSince: "", userAgent: "" };
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? "";
    // Comparing lengths first spares lower-casing every header of every request.
    if (name.length === 4 && name.toLowerCase() === "host") {
      found.host = rawHeaders[i + 1] ?? "";
      found.hosts++;
    } else if (name.length === 15 && name.toLowerCase() === "accept-encoding") {
      found.acceptEncoding = rawHeaders[i + 1] ?? "";
    } else if (name.length === 10 && name.toLowerCase() === "user-agent") {
      found.userAgent = rawHeaders[i + 1] ?? "";
    } else if (name.length === 13 && name.toLowerCase() === "if-none-match") {
      found.ifNoneMatch = rawHeaders[i + 1] ?? "";
    } else if (name.length === 17 && name.toLowerCase() === "if-modified-since") {
      found.ifModifiedSince = rawHeaders[i + 1] ?? "";
    }
  }
  return found;
}
