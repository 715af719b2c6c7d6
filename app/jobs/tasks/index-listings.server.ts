import { tellReadersOfIndexing } from "#app/domain/listings/publishing-effects.server.ts";
import { readSearchDocuments } from "#app/domain/listings/search-documents.server.ts";
import { createPostgresIndex } from "#app/search/postgres.server.ts";
import { lockWriting } from "#app/search/postgres-writing.server.ts";
import { inShort } from "#app/server/faults.ts";
import { codeWords } from "../code-words.server.ts";
import { enqueue } from "../enqueue.server.ts";
import type { JobPayloads } from "../job-payloads.ts";
import { noteRefused } from "../note-refused.server.ts";
import type { SearchParts } from "../parts.ts";

const AT_ONCE = 200;

/** Postgres' own documents first, whatever else searches: they are the fallback. */
export async function indexListings(parts: SearchParts, changes: JobPayloads["index-listings"]) {
  const listingIds = [...new Set(changes.map(({ listingId }) => listingId))];
  if (listingIds.length === 1) return indexTogether(parts, listingIds);
  for (let at = 0; at < listingIds.length; at += AT_ONCE) await indexSound(parts, listingIds.slice(at, at + AT_ONCE));
}

/** What one listing breaks on keeps none of the others out: it is tried again as a job of its own. */
async function indexSound(parts: SearchParts, listingIds: string[]): Promise<void> {
  try {
    await indexTogether(parts, listingIds);
  } catch (error) {
    parts.log.warn({ listings: listingIds.length, error: inShort(error) }, "listings could not be indexed together");
    if (listingIds.length === 1) return enqueue(parts.db, "index-listings", listingIds.map(asChange));
    const half = Math.ceil(listingIds.length / 2);
    await indexSound(parts, listingIds.slice(0, half));
    await indexSound(parts, listingIds.slice(half));
  }
}

/**
 * Reading and writing happen behind one lock, so that no older state of a listing is written over a newer one. Where
 * another engine answers readers, they are told when that one has followed.
 */
async function indexTogether({ db, search, log }: SearchParts, listingIds: string[]) {
  await db.transaction(async (tx) => {
    await lockWriting(tx);
    const { documents, gone } = await readSearchDocuments(tx, listingIds, codeWords);
    const index = createPostgresIndex(tx);
    await noteRefused({ db: tx, log }, index.name, listingIds, await index.put(documents));
    await index.remove(gone);
    if (search.engines.length > 1)
      await enqueue(tx, "mirror-listings", listingIds.map(asChange), { key: "mirror-listings" });
    // Last, so that verbs wait for the district's row as short as can be.
    else await tellReadersOfIndexing(tx, listingIds);
  });
}

const asChange = (listingId: string) => ({ listingId });
