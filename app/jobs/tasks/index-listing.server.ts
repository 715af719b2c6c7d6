import { tellReadersOfIndexing } from "#app/domain/listings/publishing-effects.server.ts";
import { readSearchDocuments } from "#app/domain/listings/search-documents.server.ts";
import { createPostgresIndex } from "#app/search/postgres.server.ts";
import { lockWriting } from "#app/search/postgres-writing.server.ts";
import { codeWords } from "../code-words.server.ts";
import { enqueue } from "../enqueue.server.ts";
import type { JobPayloads } from "../job-payloads.ts";
import { noteRefused } from "../note-refused.server.ts";
import type { SearchParts } from "../parts.ts";

/**
 * Postgres' own documents first, whatever else searches: they are the fallback. Reading and writing happen behind one
 * lock, so that of two jobs for a listing the later one cannot be overtaken. Where another engine answers readers, they
 * are told when that one has followed.
 */
export async function indexListing({ db, search, log }: SearchParts, { listingId }: JobPayloads["index-listing"]) {
  await db.transaction(async (tx) => {
    await lockWriting(tx);
    const { documents, gone } = await readSearchDocuments(tx, [listingId], codeWords);
    const index = createPostgresIndex(tx);
    await noteRefused({ db: tx, log }, index.name, [listingId], await index.put(documents));
    await index.remove(gone);
    if (search.engines.length > 1) await enqueue(tx, "mirror-listings", [{ listingId }], { key: "mirror-listings" });
    // Last, so that verbs wait for the district's row as short as can be.
    else await tellReadersOfIndexing(tx, [listingId]);
  });
}
