/**
 * A reader waits a second for the first engine, then gets the second one's answer. After five failures in a row the
 * first is not asked for ten seconds; then one search tries it again.
 */
import { inShort } from "#app/server/faults.ts";
import type { SearchIndex, SearchPage } from "./search-index.ts";

const PATIENCE_MS = 1_000;
const MOST_FAILURES = 5;
const REST_MS = 10_000;

/** The part of a pino logger that is used. */
export interface FaultLog {
  warn(detail: object, message: string): void;
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
): SearchIndex {
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

  return {
    ...first,
    async search(criteria): Promise<SearchPage> {
      if (mayAsk()) {
        try {
          const page = await inTime(first.search(criteria), patienceMs);
          failures = 0;
          return page;
        } catch (error) {
          failed(error);
        }
      }
      return { ...(await second.search(criteria)), degraded: true };
    },
  };
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
