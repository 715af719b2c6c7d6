import type { Context } from "#app/domain/context.ts";
import { refusedVersions } from "#app/domain/operations/refused-listings.server.ts";
import { readSearchableVersions } from "#app/domain/listings/search-documents.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { driftOf } from "#app/search/drift.ts";

const PATIENCE_MS = 1_500;

/** How many documents each engine holds, and how many are missing, old or too many; null: it did not answer. */
export async function lookAtEngines(db: Context["db"], search: RequestContext["search"]) {
  const truth = await readSearchableVersions(db);
  return Promise.all(
    (search.engines ?? [search]).map(async (engine) => {
      const held = await inTime(engine.versions());
      if (!held) return { name: engine.name, documents: null, drift: 0 };
      const { missing, stale, surplus } = driftOf(truth, held, await refusedVersions(db, engine.name));
      return { name: engine.name, documents: held.size, drift: missing.length + stale.length + surplus.length };
    }),
  );
}

async function inTime<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS, null)));
  try {
    return await Promise.race([work, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
