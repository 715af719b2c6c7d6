/**
 * Everything we hold about one person, by table. `ABOUT` names each column that may name somebody, by id or by address;
 * a test walks the schema and fails for one that is missing. Rows that are a person's own are shown whole, but for what
 * opens a door; of rows about something else that name who acted, only that they did and when.
 */
import { eq, getTableColumns, getTableName, or, sql, type AnyColumn } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { acknowledgements, events } from "#db/schema/events.ts";
import { imports } from "#db/schema/imports.ts";
import { invitations } from "#db/schema/invitations.ts";
import { reviews, suspensions } from "#db/schema/listings.ts";
import { mailPreferences, mails, suppressions } from "#db/schema/mail.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { membershipRequests, memberships, partnerships } from "#db/schema/organizations.ts";
import * as people from "#db/schema/people.ts";
import * as signIn from "#db/schema/sign-in.ts";
import type { Context, Person } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";

export interface Section {
  table: PgTable;
  /** Columns with the person's id. */
  by?: PgColumn[];
  /** A column with their address. */
  byAddress?: PgColumn;
  /** Of the row; left out: all of it. */
  show?: PgColumn[];
  /** Secrets and keys. */
  hide?: PgColumn[];
}

const { users, sessions, districtStaff, students, parents, guardianships, operators } = people;
const { oneTimeLinks, signInAttempts, authenticators, recoveryCodes, passkeys, federatedIdentities } = signIn;

export const ABOUT: readonly Section[] = [
  { table: users, by: [users.id], byAddress: users.email, hide: [users.passwordHash] },
  { table: sessions, by: [sessions.userId], hide: [sessions.id] },
  { table: districtStaff, by: [districtStaff.userId] },
  {
    table: districtStaff,
    by: [districtStaff.disabledBy],
    show: [districtStaff.districtId, districtStaff.disabledAt],
  },
  { table: students, by: [students.userId] },
  { table: parents, by: [parents.userId] },
  { table: operators, by: [operators.userId] },
  { table: guardianships, by: [guardianships.parentId, guardianships.studentId] },
  {
    table: guardianships,
    by: [guardianships.schoolSaidBy, guardianships.endedBy],
    show: [guardianships.id, guardianships.schoolSaidAt, guardianships.endedAt],
  },
  { table: memberships, by: [memberships.userId] },
  { table: membershipRequests, by: [membershipRequests.userId] },
  {
    table: membershipRequests,
    by: [membershipRequests.decidedBy],
    show: [membershipRequests.id, membershipRequests.decision, membershipRequests.decidedAt],
  },
  { table: invitations, by: [invitations.acceptedBy], byAddress: invitations.email },
  {
    table: invitations,
    by: [invitations.invitedBy, invitations.revokedBy],
    show: [invitations.id, invitations.role, invitations.createdAt, invitations.revokedAt],
  },
  { table: oneTimeLinks, by: [oneTimeLinks.userId], byAddress: oneTimeLinks.email, hide: [oneTimeLinks.browserHash] },
  { table: signInAttempts, by: [signInAttempts.userId], hide: [signInAttempts.id, signInAttempts.detail] },
  {
    table: authenticators,
    by: [authenticators.userId],
    hide: [authenticators.sealedSecret, authenticators.lastStep],
  },
  { table: recoveryCodes, by: [recoveryCodes.userId], hide: [recoveryCodes.codeHash] },
  { table: passkeys, by: [passkeys.userId], hide: [passkeys.publicKey] },
  { table: federatedIdentities, by: [federatedIdentities.userId] },
  { table: mails, by: [mails.userId], byAddress: mails.address, hide: [mails.sealedContent] },
  { table: mailPreferences, by: [mailPreferences.userId] },
  { table: suppressions, byAddress: suppressions.address },
  {
    table: opportunities,
    by: [opportunities.createdBy],
    show: [opportunities.id, opportunities.title, opportunities.createdAt],
  },
  {
    table: opportunityRevisions,
    by: [opportunityRevisions.authorId],
    show: [opportunityRevisions.id, opportunityRevisions.opportunityId, opportunityRevisions.createdAt],
  },
  {
    table: partnerships,
    by: [partnerships.requestedBy, partnerships.vettedBy],
    show: [partnerships.id, partnerships.requestedAt, partnerships.vettedAt, partnerships.status],
  },
  {
    table: suspensions,
    by: [suspensions.suspendedBy],
    show: [suspensions.id, suspensions.listingId, suspensions.suspendedAt, suspensions.note],
  },
  {
    table: reviews,
    by: [reviews.reviewerId],
    show: [reviews.id, reviews.listingId, reviews.decision, reviews.reasonCode, reviews.note, reviews.decidedAt],
  },
  { table: imports, by: [imports.requestedBy], show: [imports.id, imports.fileName, imports.createdAt] },
  { table: events, by: [events.actorId, events.subjectId] },
  {
    table: acknowledgements,
    by: [acknowledgements.actorId],
    show: [acknowledgements.verb, acknowledgements.at],
  },
];

export interface AboutTable {
  table: string;
  rows: Record<string, unknown>[];
}

/** Tables without a row about the person are left out. */
export async function everythingAbout(ctx: Context<Person>): Promise<AboutTable[]> {
  const { userId } = ctx.actor;
  const [user] = await ctx.db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (!user) return [];
  const found: AboutTable[] = [];
  for (const section of ABOUT) {
    const rows = await rowsOf(ctx, section, userId, user.email);
    if (rows.length > 0) found.push({ table: getTableName(section.table), rows });
  }
  return found;
}

/** The same as a file that leaves the site, which is logged. */
export function exportEverything(ctx: Context<Person>): Promise<AboutTable[]> {
  return ctx.db.transaction(async (tx) => {
    await recordEvent({ ...ctx, db: tx }, "person.exported", { id: ctx.actor.userId });
    return everythingAbout({ ...ctx, db: tx });
  });
}

function rowsOf({ db }: Context, { table, by = [], byAddress, show, hide = [] }: Section, id: string, email: string) {
  const all = Object.entries(getTableColumns(table)) as [string, AnyColumn][];
  const shown = all.filter(([, column]) =>
    show ? show.includes(column as PgColumn) : !hide.includes(column as PgColumn),
  );
  const mine = [
    ...by.map((column) => eq(column, id)),
    ...(byAddress ? [eq(sql`lower(${byAddress})`, email.toLowerCase())] : []),
  ];
  return db
    .select(Object.fromEntries(shown) as Record<string, PgColumn>)
    .from(table)
    .where(or(...mine)) as Promise<Record<string, unknown>[]>;
}
