/** Clean-up: what is over goes when its time (`retention.ts`) has passed, a batch at a time so that nobody waits. */
import { and, inArray, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { districts } from "#db/schema/districts.ts";
import { acknowledgements } from "#db/schema/events.ts";
import { pictures } from "#db/schema/files.ts";
import { invitations } from "#db/schema/invitations.ts";
import { mails, webhookMessages } from "#db/schema/mail.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import { booklets } from "#db/schema/printing.ts";
import { sessions, users } from "#db/schema/people.ts";
import { savedSearches } from "#db/schema/saved.ts";
import { oneTimeLinks, rateLimits, signInAttempts } from "#db/schema/sign-in.ts";
import type { Context, System } from "../context.ts";
import { KEPT_DAYS, type Kept } from "./retention.ts";

type Over = { table: PgTable; isOver: (before: Date) => SQL | undefined };

/** Pictures that something refers to; a text as it was sent keeps its own, whatever became of the opportunity since. */
const SHOWN = sql`
  select ${opportunities.pictureId}::text from ${opportunities} where ${opportunities.pictureId} is not null
  union select ${opportunityRevisions.content} ->> 'pictureId' from ${opportunityRevisions}
    where ${opportunityRevisions.content} ->> 'pictureId' is not null
  union select ${organizations.logoId}::text from ${organizations} where ${organizations.logoId} is not null
  union select shown::text from ${districts},
    unnest(array[${districts.logoId}, ${districts.faviconId}, ${districts.touchIconId}]) shown where shown is not null`;

/** What is over since before an instant. */
const RULES: Record<Kept, Over> = {
  sessions: {
    table: sessions,
    isOver: (before) =>
      or(
        lt(sessions.endsAt, before),
        sql`${sessions.lastSeenAt} + make_interval(secs => ${sessions.idleSeconds}) < ${instant(before)}`,
      ),
  },
  one_time_links: { table: oneTimeLinks, isOver: (before) => lt(oneTimeLinks.expiresAt, before) },
  sign_in_attempts: { table: signInAttempts, isOver: (before) => lt(signInAttempts.expiresAt, before) },
  acknowledgements: { table: acknowledgements, isOver: (before) => lt(acknowledgements.at, before) },
  rate_limits: { table: rateLimits, isOver: (before) => lt(rateLimits.expire, before) },
  webhook_messages: { table: webhookMessages, isOver: (before) => lt(webhookMessages.receivedAt, before) },
  unverified_accounts: {
    table: users,
    isOver: (before) => and(isNull(users.emailVerifiedAt), lt(users.createdAt, before)),
  },
  invitations: {
    table: invitations,
    isOver: (before) =>
      sql`least(coalesce(${invitations.acceptedAt}, ${invitations.revokedAt}), ${invitations.expiresAt}) < ${instant(before)}`,
  },
  mails: {
    table: mails,
    isOver: (before) =>
      and(inArray(mails.state, ["sent", "digested", "suppressed", "dropped"]), lt(mails.createdAt, before)),
  },
  unconfirmed_searches: {
    table: savedSearches,
    isOver: (before) => and(isNull(savedSearches.confirmedAt), lt(savedSearches.createdAt, before)),
  },
  pictures: {
    table: pictures,
    isOver: (before) => and(lt(pictures.createdAt, before), sql`${pictures.id}::text not in (${SHOWN})`),
  },
  booklets: { table: booklets, isOver: (before) => and(isNull(booklets.edition), lt(booklets.askedAt, before)) },
};

/** Where no column says how a `Date` is written. */
const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

const BATCH = 1_000;
const DAY_MS = 86_400_000;

/** How many rows of what went. What cannot go now is asked again the next night and holds up nothing else. */
export async function cleanUp(ctx: Context<System>, batch = BATCH): Promise<Record<Kept, number>> {
  const gone = {} as Record<Kept, number>;
  const problems: unknown[] = [];
  for (const [kept, rule] of Object.entries(RULES) as [Kept, Over][]) {
    const before = new Date(ctx.now.getTime() - KEPT_DAYS[kept] * DAY_MS);
    gone[kept] = await deleteAll(ctx, rule, before, batch).catch((error: unknown) => {
      problems.push(error);
      return 0;
    });
  }
  if (problems.length > 0) throw problems[0];
  return gone;
}

async function deleteAll({ db }: Context, { table, isOver }: Over, before: Date, batch: number): Promise<number> {
  const name = sql.identifier(getTableConfig(table).name);
  for (let total = 0; ;) {
    const { count } = await db.execute(
      sql`delete from ${name} where ctid = any(array(select ctid from ${name} where ${isOver(before)} limit ${batch}))`,
    );
    total += count;
    if (count < batch) return total;
  }
}
