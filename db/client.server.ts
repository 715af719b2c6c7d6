import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "./database.ts";

export interface Connection {
  db: Database;
  /** Waits up to five seconds for what is under way. */
  end(): Promise<void>;
}

interface Limits {
  /** Connections at most. */
  max?: number;
  /** A statement that takes longer fails with 57014; 0: no limit. */
  statementTimeoutMs?: number;
}

/** The only door to Postgres. Connects when first used. */
export function connect(url: string, { max = 10, statementTimeoutMs = 4_000 }: Limits = {}): Connection {
  const client = postgres(url, {
    max,
    connect_timeout: 5,
    idle_timeout: 60,
    // A restarted server is asked again soon: first success within a second of its return.
    backoff: () => 0.2,
    onnotice: () => {},
    connection: {
      application_name: "waypost",
      statement_timeout: statementTimeoutMs,
      lock_timeout: statementTimeoutMs && Math.min(statementTimeoutMs, 3_000),
      idle_in_transaction_session_timeout: 10_000,
      // Compiling a plan costs more than the short queries of a page gain.
      jit: "off",
    },
  });
  return {
    db: drizzle(client),
    end: () => client.end({ timeout: 5 }),
  };
}
