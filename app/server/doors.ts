/**
 * The names under which this server is reached. The site's own opens all of it; a district's host opens that district's
 * public pages and nothing else, so that nobody signs in there and no cookie ever lives there. Both show the same
 * pages, whose absolute addresses begin with the site's origin: a district's host is a door, not another address.
 */
import { paths } from "#app/http/paths.ts";
import type { Refusal, Target } from "./admission.ts";

export interface Door {
  /** The slug of the district whose pages alone are here; null: all pages are. */
  district: string | null;
  /** The site's public origin. */
  origin: string;
  /** What browsers say as the origin of forms that were shown here. */
  formsFrom: string;
  /** Where no origin is set, pages speak of the name they were asked by: then a finished page is one name's. */
  pagesOf: string;
}

/** For who asks for health by the machine's address: no page is behind it, and no form comes from it. */
export const NO_DOOR: Door = { district: null, origin: "http://localhost", formsFrom: "", pagesOf: "" };

interface Names {
  origin: string | undefined;
  development: boolean;
  /** The slug of the district that was given a host, by its lower-case name. */
  districtAt: (host: string) => string | null;
}

const LOOPBACK = /^(localhost|(?:[a-z0-9-]+\.)+localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;
const HOST = /^([a-z0-9.-]+)(?::(\d{1,5}))?$/;

/** Says which door a Host header names; null: none of ours. Without an origin the site's own are names of the loopback. */
export function doors({ origin, development, districtAt }: Names): (host: string) => Door | null {
  const { protocol, host: own, port: sitePort } = origin ? new URL(origin) : { protocol: "http:", host: "", port: "" };
  /** By the header as it was sent. Only a handful are right; wrong ones are not worth remembering. */
  const known = new Map<string, Door>();
  return (host) => {
    const seen = known.get(host);
    if (seen) return seen;
    const name = host.toLowerCase();
    if (own ? name === own || (development && LOOPBACK.test(name)) : LOOPBACK.test(name)) {
      const here = origin ?? `http://${name}`;
      const door = { district: null, origin: here, formsFrom: here, pagesOf: origin ? "" : here };
      if (known.size < 100) known.set(host, door);
      return door;
    }
    const [, bare = "", port = ""] = HOST.exec(name) ?? [];
    const district = districtAt(bare);
    // A browser names the port that the site has, and no other.
    if (district === null || (origin && port !== sitePort)) return null;
    const site = origin ?? `http://localhost${port && `:${port}`}`;
    return { district, origin: site, formsFrom: `${protocol}//${name}`, pagesOf: origin ? "" : site };
  };
}

/** Beside a district's own pages: what they are made of, and what programs ask any host for. */
const WITH_EVERY_PAGE = /^\/(pictures\/[^/]+|account\/menu|robots\.txt|health\/[^/]+)$/;

/** What is not behind this door is at the site's own; a form sent to it is refused. Null: it is here. */
export function leadsOut({ district, origin }: Door, target: Target & { raw: string }, reads: boolean): Refusal | null {
  const { pathname, search, locale, raw } = target;
  if (district === null || pathname === `/${district}` || pathname.startsWith(`/${district}/`)) return null;
  if (!reads) return { status: 403 };
  if (WITH_EVERY_PAGE.test(pathname)) return null;
  if (pathname === "/") return { status: 302, redirect: paths.district(locale, district) + search };
  return { status: 302, redirect: origin + raw };
}
