import { sql, type AnyColumn, type SQL } from "drizzle-orm";
import { authenticators, passkeys } from "#db/schema/sign-in.ts";

/** SQL for whether the person of a query's row has an app or a passkey. */
export const hasSecondFactor = (userId: AnyColumn | SQL) =>
  sql<boolean>`(exists (select 1 from ${authenticators} a where a.user_id = ${userId} and a.confirmed_at is not null)
    or exists (select 1 from ${passkeys} p where p.user_id = ${userId}))`;
