import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";

export interface Readiness {
  ready: boolean;
  /** What keeps it from being ready; empty when it is. */
  waitingFor: ("database" | "migrations" | "drain")[];
}

interface Probe {
  db: Database;
  migrationsComplete: () => Promise<boolean>;
  isDraining: () => boolean;
}

const PATIENCE_MS = 1_000;

/** Ready: the database answers within a second, has every migration, and the process is not on its way out. */
export function readiness({ db, migrationsComplete, isDraining }: Probe): () => Promise<Readiness> {
  // A database that had every migration does not lose them: asked until it is so, and not again.
  let migrated = false;
  return async () => {
    if (isDraining()) return { ready: false, waitingFor: ["drain"] };
    if (!(await within(PATIENCE_MS, db.execute(sql`select 1`)))) return { ready: false, waitingFor: ["database"] };
    migrated ||= (await within(PATIENCE_MS, migrationsComplete())) === true;
    return migrated ? { ready: true, waitingFor: [] } : { ready: false, waitingFor: ["migrations"] };
  };
}

/** What the promise gives, or null when it fails or takes longer. */
async function within<T>(milliseconds: number, work: PromiseLike<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => (timer = setTimeout(resolve, milliseconds, null)));
  try {
    return await Promise.race([work, patience]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
