import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";

/** The database or a transaction of it: a verb that is handed one never asks which. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;
