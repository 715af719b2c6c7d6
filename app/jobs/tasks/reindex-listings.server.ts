import { bumpListVersion } from "#app/domain/districts/list-version.server.ts";
import { listDistricts } from "#app/domain/districts/districts.server.ts";
import {
  readAllSearchDocuments,
  readSearchableVersions,
  readSearchDocuments,
} from "#app/domain/listings/search-documents.server.ts";
import { refusedVersions } from "#app/domain/operations/refused-listings.server.ts";
import { driftOf } from "#app/search/drift.ts";
import { inShort } from "#app/server/faults.ts";
import { codeWords } from "../code-words.server.ts";
import { noteRefused } from "../note-refused.server.ts";
import { enqueueRebuild } from "../enqueue.server.ts";
import type { JobPayloads } from "../job-payloads.ts";
import type { SearchParts } from "../parts.ts";

const AT_ONCE = 500;

/** Each engine by a job of its own, one after the other: those that are there are not rebuilt again for one that is away. */
export async function rebuildEngines({ search, ...parts }: SearchParts, { engine }: JobPayloads["reindex-listings"]) {
  const named = search.engines.filter(({ name }) => name === engine);
  if (engine !== undefined) return reindexListings({ ...parts, search: { engines: named } });
  for (const { name } of search.engines) await enqueueRebuild(parts.db, name);
}

/** Rebuilds every engine, then brings up to date what changed meanwhile. One that is away fails the job after the others. */
export async function reindexListings({ db, search, log }: SearchParts): Promise<void> {
  const failures: unknown[] = [];
  for (const engine of search.engines) {
    try {
      const refused = await engine.rebuild(readAllSearchDocuments(db, codeWords, AT_ONCE));
      const before = await refusedVersions(db, engine.name);
      await noteRefused({ db, log }, engine.name, [...before.keys()], refused);
      const truth = await readSearchableVersions(db);
      const { missing, stale, surplus } = driftOf(
        truth,
        await engine.versions(),
        await refusedVersions(db, engine.name),
      );
      const changed = [...missing, ...stale, ...surplus];
      for (let at = 0; at < changed.length; at += AT_ONCE) {
        const ids = changed.slice(at, at + AT_ONCE);
        const { documents, gone } = await readSearchDocuments(db, ids, codeWords);
        await noteRefused({ db, log }, engine.name, ids, await engine.put(documents));
        await engine.remove(gone);
      }
      log.info({ engine: engine.name, refused: refused.length, changedMeanwhile: changed.length }, "search rebuilt");
    } catch (error) {
      log.error({ engine: engine.name, error: inShort(error) }, "search not rebuilt");
      failures.push(error);
    }
    // Also after half a rebuild: what searches find is another than before.
    for (const { id } of await listDistricts(db)) await db.transaction((tx) => bumpListVersion(tx, id));
  }
  if (failures.length) throw failures[0];
}
