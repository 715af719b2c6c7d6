import type { Env } from "#app/env.server.ts";
import type { Database } from "#db/database.ts";
import { createPostgresIndex } from "./postgres.server.ts";
import type { SearchIndex, Suggests } from "./search-index.ts";
import { createMeilisearchIndex } from "./meilisearch.server.ts";
import { withFallback, type FaultLog, type WithFallback } from "./fallback.ts";
import { createSuggestions } from "./suggestions.server.ts";

/** What answers readers, and every engine behind it that must be kept up to date. */
export interface Search extends SearchIndex, Suggests, Partial<Pick<WithFallback, "forOnePage">> {
  readonly engines: readonly SearchIndex[];
}

interface Parts {
  db: Database;
  env: Pick<Env, "meili"> | Record<string, never>;
  log: FaultLog;
}

/** Postgres alone, or Meilisearch with Postgres standing in whenever it is slow or away. */
export function createSearch({ db, env, log }: Parts): Search {
  const postgres = createPostgresIndex(db);
  const suggestions = createSuggestions(db);
  if (!env.meili) return { ...postgres, ...suggestions, engines: [postgres] };
  const meilisearch = createMeilisearchIndex(env.meili);
  return { ...withFallback(meilisearch, postgres, { log }), ...suggestions, engines: [postgres, meilisearch] };
}
