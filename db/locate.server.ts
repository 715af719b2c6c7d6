import path from "node:path";
import { startEmbedded } from "./embedded.server.ts";

export interface LocatedDatabase {
  url: string;
  /** Stops what was started to answer; a server that was there before stays. */
  stop(): Promise<void>;
}

/** The database a command works on: `DATABASE_URL`, else the embedded Postgres of `dataDir`, started if need be. */
export async function locateDatabase(databaseUrl: string | undefined, dataDir: string): Promise<LocatedDatabase> {
  return databaseUrl ? { url: databaseUrl, stop: async () => {} } : startEmbedded(path.join(dataDir, "postgres"));
}
