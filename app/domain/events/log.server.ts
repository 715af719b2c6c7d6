/**
 * The log as a district's admin reads it: everything its people and partners did with what is the district's, newest
 * first. Events hold ids only; who and what they mean is looked up when they are read, so a person who is gone is
 * nobody here too.
 */
import { and, desc, eq, gte, inArray, lte, or, sql, type SQL } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import { imports } from "#db/schema/imports.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { districtStaff, users } from "#db/schema/people.ts";
import type { Admin, Context } from "../context.ts";
import { getDistrict } from "../districts/districts.server.ts";
import { endOfDay, startOfDay } from "../districts/zone.ts";
import { EVENT_NAMES, EVENTS, type EventName } from "./event-names.ts";
import type { LogFilter } from "./log.ts";
import { recordEvent } from "./record-event.server.ts";

export interface LogSubject {
  id: string;
  thing: "person" | "listing" | "import" | "organization" | "other";
  /** Null: it is gone, or has none. */
  title: string | null;
  /** Whether the district's desk has a page for it. */
  isShown: boolean;
}

export interface LogEntry {
  id: string;
  name: EventName;
  at: Date;
  /** Null: the clock, the command line, or nobody we know. A name that is null is of an account that is gone. */
  actor: { id: string; name: string | null } | null;
  subject: LogSubject;
  detail: Record<string, unknown> | null;
}

/** `limit` entries older than the one `before` names. */
export async function listLog(
  ctx: Context<Admin>,
  filter: LogFilter,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<LogEntry[]> {
  const rows = await ctx.db
    .select({ event: events, actorName: users.name })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(and(await asked(ctx, filter), before ? olderThan(ctx, before) : undefined))
    .orderBy(desc(events.at), desc(events.id))
    .limit(limit);
  const subjects = await subjectsOf(
    ctx,
    rows.map(({ event }) => event.subjectId),
  );
  return rows.map(({ event, actorName }) => ({
    id: event.id,
    name: event.name as EventName,
    at: event.at,
    actor: event.actorId === null ? null : { id: event.actorId, name: actorName },
    subject: subjects.get(event.subjectId) ?? { id: event.subjectId, thing: "other", title: null, isShown: false },
    detail: event.detail,
  }));
}

/** The whole of it, some at a time; that it was taken is an event too. */
export async function downloadLog(ctx: Context<Admin>, filter: LogFilter): Promise<AsyncGenerator<LogEntry[]>> {
  const upTo = ctx.now;
  const { kind } = filter;
  await recordEvent(ctx, "log.downloaded", { id: ctx.actor.districtId, detail: kind ? { kind } : {} });
  return inParts({ ...ctx, now: upTo }, filter);
}

const AT_ONCE = 1_000;

async function* inParts(ctx: Context<Admin>, filter: LogFilter): AsyncGenerator<LogEntry[]> {
  let before: string | undefined;
  for (;;) {
    const entries = await listLog(ctx, filter, { before, limit: AT_ONCE });
    if (entries.length > 0) yield entries;
    if (entries.length < AT_ONCE) return;
    before = entries.at(-1)!.id;
  }
}

/** Who may be asked for by name: the district's staff, former ones too. */
export function listLogStaff(ctx: Context<Admin>) {
  return ctx.db
    .select({ id: users.id, name: users.name })
    .from(districtStaff)
    .innerJoin(users, eq(users.id, districtStaff.userId))
    .where(eq(districtStaff.districtId, ctx.actor.districtId))
    .orderBy(users.name);
}

async function asked(ctx: Context<Admin>, { kind, personId, from, to }: LogFilter): Promise<SQL | undefined> {
  const { districtId } = ctx.actor;
  const { timeZone = "UTC" } = (from || to ? await getDistrict(ctx.db, districtId) : null) ?? {};
  return and(
    eq(events.districtId, districtId),
    kind &&
      inArray(
        events.name,
        EVENT_NAMES.filter((name) => EVENTS[name] === kind),
      ),
    personId ? or(eq(events.actorId, personId), eq(events.subjectId, personId)) : undefined,
    from ? gte(events.at, startOfDay(from, timeZone)) : undefined,
    to ? lte(events.at, endOfDay(to, timeZone)) : undefined,
  );
}

/** Postgres compares with the entry's own instant, which is finer than a `Date`. */
const olderThan = ({ actor }: Context<Admin>, before: string) =>
  sql`(${events.at}, ${events.id}) < (select at, id from events where id = ${before} and district_id = ${actor.districtId})`;

/** What ids of the district's events stand for; of another district's things only that they are there. */
async function subjectsOf({ db, actor }: Context<Admin>, ids: string[]): Promise<Map<string, LogSubject>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { districtId } = actor;
  const [people, listed, imported, partners, organized] = await Promise.all([
    db.select({ id: users.id, title: users.name }).from(users).where(inArray(users.id, wanted)),
    db
      .select({ id: listings.id, title: opportunities.title, state: listings.state })
      .from(listings)
      .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
      .where(and(inArray(listings.id, wanted), eq(listings.districtId, districtId))),
    db
      .select({ id: imports.id, title: imports.fileName })
      .from(imports)
      .where(and(inArray(imports.id, wanted), eq(imports.districtId, districtId))),
    db
      .select({ id: partnerships.id, title: organizations.name })
      .from(partnerships)
      .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
      .where(and(inArray(partnerships.id, wanted), eq(partnerships.districtId, districtId))),
    db
      .select({ id: organizations.id, title: organizations.name })
      .from(organizations)
      .innerJoin(partnerships, eq(partnerships.organizationId, organizations.id))
      .where(and(inArray(organizations.id, wanted), eq(partnerships.districtId, districtId))),
  ]);
  const found: LogSubject[] = [
    ...people.map((row) => ({ ...row, thing: "person" as const, isShown: false })),
    // Before its partner sends it, a draft is none of the district's business: neither its title nor a page.
    ...listed.map(({ id, title, state }) => {
      const isShown = state !== "draft";
      return { id, title: isShown ? title : null, thing: "listing" as const, isShown };
    }),
    ...imported.map((row) => ({ ...row, thing: "import" as const, isShown: true })),
    ...[...partners, ...organized].map((row) => ({ ...row, thing: "organization" as const, isShown: false })),
  ];
  return new Map(found.map((subject) => [subject.id, subject]));
}
