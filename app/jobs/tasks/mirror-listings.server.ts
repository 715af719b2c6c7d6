import { tellReadersOfIndexing } from "#app/domain/listings/publishing-effects.server.ts";
import { readSearchDocuments } from "#app/domain/listings/search-documents.server.ts";
import { inShort } from "#app/server/faults.ts";
import { codeWords } from "../code-words.server.ts";
import { enqueue } from "../enqueue.server.ts";
import type { JobPayloads } from "../job-payloads.ts";
import { noteRefused } from "../note-refused.server.ts";
import type { SearchParts } from "../parts.ts";

const AT_ONCE = 500;
/** An engine that was away is asked again soon, however long it was away. */
const AGAIN_AFTER_MS = 5_000;

/** Brings the engines beside Postgres up to date; one that is away gets the rest of the changes when it is back. */
export async function mirrorListings({ db, search, log }: SearchParts, changes: JobPayloads["mirror-listings"]) {
  const waiting = [...new Set(changes.map(({ listingId }) => listingId))];
  const [, ...mirrors] = search.engines;
  try {
    while (waiting.length) {
      const ids = waiting.slice(0, AT_ONCE);
      const { documents, gone } = await readSearchDocuments(db, ids, codeWords);
      for (const engine of mirrors) {
        await noteRefused({ db, log }, engine.name, ids, await engine.put(documents));
        if (gone.length) await engine.remove(gone);
      }
      await db.transaction((tx) => tellReadersOfIndexing(tx, ids));
      waiting.splice(0, ids.length);
    }
  } catch (error) {
    log.warn({ waiting: waiting.length, error: inShort(error) }, "search engine is away");
    const rest = waiting.map((listingId) => ({ listingId }));
    await enqueue(db, "mirror-listings", rest, { key: "mirror-listings", delayMs: AGAIN_AFTER_MS });
  }
}
