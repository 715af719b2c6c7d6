/**
 * A reader has an answer within a second: most of it is the first engine's, the rest is for the second one. After five
 * failures in a row the first is not asked for ten seconds; then one search tries it again.
 */
import { inShort } from "#app/server/faults.ts";
import type { SearchIndex, SearchPage } from "./search-index.ts";

const PATIENCE_MS = 800;
const MOST_FAILURES = 5;
const REST_MS = 10_000;

/** The part of a pino logger that is used. */
export interface FaultLog {
  warn(detail: object, message: string): void;
}

export interface WithFallback extends SearchIndex {
  /** For one page: once the first engine has failed it, its other searches do not wait for it again. */
  forOnePage(): SearchIndex["search"];
}

interface Options {
  log: FaultLog;
  /** Milliseconds that only grow. */
  clock?: () => number;
  patienceMs?: number;
}

export function withFallback(
  first: SearchIndex,
  second: SearchIndex,
  { log, clock = () => performance.now(), patienceMs = PATIENCE_MS }: Options,
): WithFallback {
  let failures = 0;
  let restsUntil = 0;

  const mayAsk = () => {
    if (failures < MOST_FAILURES) return true;
    if (clock() < restsUntil) return false;
    // One search tries while the others keep to the second engine.
    restsUntil = clock() + REST_MS;
    return true;
  };

  function failed(error: unknown) {
    failures += 1;
    if (failures >= MOST_FAILURES) restsUntil = clock() + REST_MS;
    log.warn({ engine: first.name, failures, error: inShort(error) }, "search answered by the fallback");
  }

  const asking =
    (page?: { isFailed: boolean }): SearchIndex["search"] =>
    async (criteria): Promise<SearchPage> => {
      if (!page?.isFailed && mayAsk()) {
        try {
          const answer = await inTime(first.search(criteria), patienceMs);
          failures = 0;
          return answer;
        } catch (error) {
          failed(error);
          if (page) page.isFailed = true;
        }
      }
      return { ...(await second.search(criteria)), degraded: true };
    };

  return { ...first, search: asking(), forOnePage: () => asking({ isFailed: false }) };
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
