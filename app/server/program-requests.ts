import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import { countRequest, type Counted } from "#app/http/rate-limits.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { problem } from "#app/http/api/problem.ts";
import { PROBLEMS, type ProblemCode } from "#app/publishing/api/schemas.ts";
import { admissionOf } from "./admission.ts";
import type { Bindings } from "./app.ts";
import { inShort } from "./faults.ts";
import { isForPrograms, PROGRAM_METHODS } from "./for-programs.ts";
import { readersAddress } from "./readers-address.ts";

interface Parts {
  shared: Pick<RequestContext, "db" | "keys">;
  proxies: number;
  log: Logger;
}

/** Who is slow to count does not keep a reader waiting, and a database that cannot write still lets read. */
const PATIENCE_MS = 500;

/**
 * Around every answer of the API: whoever asks too often is told to wait, and whatever goes wrong is a problem that a
 * program can read. Answers from the page cache never come here: they cost no more than a file, and are not counted.
 */
export const programRequests =
  (parts: Parts): MiddlewareHandler<{ Bindings: Bindings }> =>
  async (c, next) => {
    const { incoming } = c.env;
    const { pathname, door } = admissionOf(incoming);
    if (!isForPrograms(pathname)) return next();
    const { origin } = door;
    if (c.req.method === "POST") {
      // Its body is not read, and must not be taken for the next request.
      const headers = { Allow: PROGRAM_METHODS, Connection: "close" };
      return problem(origin, "method_not_allowed", { headers });
    }
    const counted = await count(parts, readersAddress(incoming, parts.proxies));
    if (counted?.wait) c.res = problem(origin, "too_many_requests", { headers: { "Retry-After": `${counted.wait}` } });
    else await next();
    if (c.res.status >= 400 && !/problem\+json/.test(c.res.headers.get("content-type") ?? "")) {
      const again = c.res.headers.get("retry-after");
      c.res = problem(origin, codeOf(c.res.status), again === null ? {} : { headers: { "Retry-After": again } });
    }
    if (counted) for (const [name, value] of rateLimitHeaders(counted)) c.res.headers.set(name, value);
  };

async function count({ shared, log }: Parts, address: string): Promise<Counted | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE_MS)));
  const counting = countRequest({ ...shared, address }, "api").catch((error: unknown) => {
    log.warn({ error: inShort(error) }, "a request was not counted");
    return null;
  });
  return Promise.race([counting, late]).finally(() => clearTimeout(timer));
}

/** As draft-ietf-httpapi-ratelimit-headers has them. */
const rateLimitHeaders = ({ tries, seconds, left, resetsIn }: Counted): [string, string][] => [
  ["RateLimit-Policy", `"api";q=${tries};w=${seconds}`],
  ["RateLimit", `"api";r=${left};t=${resetsIn}`],
];

const codeOf = (status: number): ProblemCode =>
  (Object.keys(PROBLEMS) as ProblemCode[]).findLast((code) => PROBLEMS[code].status === status) ??
  (status >= 500 ? "internal" : "bad_request");
