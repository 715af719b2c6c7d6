import { noteRefusals } from "#app/domain/operations/refused-listings.server.ts";
import type { RefusedDocument } from "#app/search/search-index.ts";
import { systemContext, type SearchParts } from "./parts.ts";

/** Tells the log and the operator which of the listings sent an engine would not take. */
export async function noteRefused(
  { db, log }: Pick<SearchParts, "db" | "log">,
  engine: string,
  sent: readonly string[],
  refused: readonly RefusedDocument[],
) {
  for (const document of refused) log.error({ engine, ...document }, "listing cannot be indexed");
  await noteRefusals(systemContext({ db }), engine, sent, refused);
}
