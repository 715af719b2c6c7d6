import type { Logger } from "pino";
import type { Keys } from "#app/auth/keys.server.ts";
import type { Context, System } from "#app/domain/context.ts";
import type { Translator } from "#app/domain/translation/translator.ts";
import type { Env } from "#app/env.server.ts";
import type { Search } from "#app/search/create-search.server.ts";
import type { Database } from "#db/database.ts";

/** What a job has at hand. */
export interface JobParts {
  db: Database;
  /** What answers readers, and the engines behind it. */
  search: Pick<Search, "engines" | "search">;
  /** Signs the links of mails. */
  keys: Keys;
  /** The site's public address, without a path. */
  origin: string;
  mail: Env["mail"];
  /** Left out: nothing is translated by machine. */
  translator?: Translator;
  log: Pick<Logger, "info" | "warn" | "error" | "debug">;
}

/** What keeping search up to date takes. */
export type SearchParts = Pick<JobParts, "db" | "log"> & { search: Pick<Search, "engines"> };

/** The clock acts: nobody asked for it. */
export const systemContext = ({ db }: Pick<JobParts, "db">): Context<System> => ({
  db,
  now: new Date(),
  actor: { kind: "system", userId: null },
});
