import type { Logger } from "pino";
import type { Context, System } from "#app/domain/context.ts";
import type { Search } from "#app/search/create-search.server.ts";
import type { Database } from "#db/database.ts";

/** What a job has at hand. */
export interface JobParts {
  db: Database;
  search: Pick<Search, "engines">;
  log: Pick<Logger, "info" | "warn" | "error" | "debug">;
}

/** The clock acts: nobody asked for it. */
export const systemContext = ({ db }: JobParts): Context<System> => ({
  db,
  now: new Date(),
  actor: { kind: "system", userId: null },
});
