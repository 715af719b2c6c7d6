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
  /**
   * For the words of a search: the planner does not know that reading a long vector for each row is dearer than an index,
   * and to tell it so around each query would cost three more round trips.
   */
  byIndex?: boolean;
  /** A statement that takes longer fails with 57014; 0: no limit. */
  statementTimeoutMs?: number;
}

/** The only door to Postgres. Connects when first used. */
export function connect(
  url: string,
  { max = 10, byIndex = false, statementTimeoutMs = 4_000 }: Limits = {},
): Connection {
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
      // A plan made for no particular words would be a bad one for most.
      plan_cache_mode: "force_custom_plan",
      ...(byIndex && { enable_seqscan: "off" }),
    },
  });
  return {
    db: drizzle(preparing(client)),
    end: () => client.end({ timeout: 5 }),
  };
}

/** More different ones are lists of every length; those are parsed each time. */
const MOST_PREPARED = 400;
type Way = (work: (sql: postgres.TransactionSql) => unknown) => Promise<unknown>;

/**
 * Drizzle asks for unprepared statements: parsed anew each time, and in two round trips. Prepared ones are parsed once a
 * connection and asked in one, which takes a fifth off a page no cache holds. Inside transactions too.
 */
function preparing<S extends { unsafe: postgres.Sql["unsafe"] }>(sql: S, known = new Set<string>()): S {
  const { unsafe, begin, savepoint } = sql as S & { begin?: Way; savepoint?: Way };
  const isKnown = (text: string) => known.has(text) || (known.size < MOST_PREPARED && known.add(text).has(text));
  sql.unsafe = (text, values = [], options) => unsafe(text, values, { ...options, prepare: isKnown(text) });
  const inside =
    (way: Way): Way =>
    (work) =>
      way((inner) => work(preparing(inner, known)));
  return Object.assign(sql, begin && { begin: inside(begin) }, savepoint && { savepoint: inside(savepoint) });
}
