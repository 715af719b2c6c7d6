import { refusedVersions } from "#app/domain/operations/refused-listings.server.ts";
import { readSearchableVersions } from "#app/domain/listings/search-documents.server.ts";
import { driftOf } from "#app/search/drift.ts";
import { inShort } from "#app/server/faults.ts";
import { enqueueRebuild } from "../enqueue.server.ts";
import type { SearchParts } from "../parts.ts";

/** An engine that is new, or has lost or missed something, is rebuilt; one that is away is asked again later. */
export async function checkSearch({ db, search, log }: SearchParts): Promise<void> {
  for (const engine of search.engines) {
    const truth = await readSearchableVersions(db);
    const held = await engine.versions().catch((error: unknown) => {
      log.warn({ engine: engine.name, error: inShort(error) }, "search could not be checked");
      throw error;
    });
    const { missing, stale, surplus } = driftOf(truth, held, await refusedVersions(db, engine.name));
    if (missing.length + stale.length + surplus.length === 0) continue;
    const drift = { missing: missing.length, stale: stale.length, surplus: surplus.length };
    log.info({ engine: engine.name, ...drift }, "search differs from the lists");
    await enqueueRebuild(db, engine.name);
  }
}
