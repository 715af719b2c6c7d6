import type { Env } from "#app/env.server.ts";
import type { Database } from "#db/database.ts";
import { createPostgresIndex } from "./postgres.server.ts";
import type { SearchIndex } from "./search-index.ts";
import { createMeilisearchIndex } from "./meilisearch.server.ts";
import { withFallback, type FaultLog } from "./fallback.ts";

/** What answers readers, and every engine behind it that must be kept up to date. */
export interface Search extends SearchIndex {
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
  if (!env.meili) return { ...postgres, engines: [postgres] };
  const meilisearch = createMeilisearchIndex(env.meili);
  return { ...withFallback(meilisearch, postgres, { log }), engines: [postgres, meilisearch] };
}
