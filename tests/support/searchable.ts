import { codeWords } from "#app/jobs/code-words.server.ts";
import { readSearchDocuments } from "#app/domain/listings/search-documents.server.ts";
import { createPostgresIndex } from "#app/search/postgres.server.ts";
import type { Database } from "#db/database.ts";
import { givenListing } from "./givens.ts";

/** A listing readers find: in Postgres and in its search tables, as the worker would have put it. */
export async function givenSearchable(db: Database, changes: Parameters<typeof givenListing>[1] = {}) {
  const given = await givenListing(db, changes);
  const { documents } = await readSearchDocuments(db, [given.listing.id], codeWords);
  await createPostgresIndex(db).put(documents);
  return given;
}
