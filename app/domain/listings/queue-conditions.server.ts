/** Which listings a coordinator asked for, and in which order, as SQL. */
import { and, arrayOverlaps, asc, desc, eq, gte, isNotNull, isNull, lt, lte, ne, or, sql, type SQL } from "drizzle-orm";
import { importedRows } from "#db/schema/imports.ts";
import { listings, readerReports } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { memberships, organizations } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import type { Context, Coordinator } from "../context.ts";
import { startOfDay } from "../districts/zone.ts";
import { isReachable } from "../mail/recipients.server.ts";
import { areUnclaimed } from "../opportunities/claiming.server.ts";
import type { Criteria } from "./review-criteria.ts";
import { codesOf } from "../opportunities/finding-kinds.ts";
import { isUnanswered, lastWord } from "./freshness.server.ts";
import { CLOSING_SOON_DAYS, type Queue } from "./review-queue.ts";

/** When it is, where the district is. */
export interface Moment {
  today: string;
  timeZone: string;
}

const isPublished = eq(listings.state, "published");
export const isEdit = and(isPublished, ne(listings.submittedRevisionId, listings.publishedRevisionId))!;
export const isAwaiting = or(eq(listings.state, "submitted"), isEdit)!;
export const hasSuggestions = and(
  isNull(listings.subClusters),
  or(eq(listings.state, "published"), eq(listings.state, "approved"), eq(listings.state, "submitted")),
  opportunityRevisions.subClustersSuggested,
)!;

/** Nobody acts for its organization who could be mailed. Beside the listing's opportunity. */
export const hasNobodyToAsk = sql`not exists (select from ${memberships} join ${users} on ${users.id} = ${memberships.userId}
  where ${memberships.organizationId} = ${opportunities.organizationId} and ${isReachable})`;

/** The text a coordinator judges, else the one readers see. */
export const isJudgedText = eq(
  opportunityRevisions.id,
  sql`coalesce(${listings.submittedRevisionId}, ${listings.publishedRevisionId})`,
);
/** What was sent has a title. */
export const titleOfText = sql<string>`${opportunityRevisions.title}`;
const hasFinding = (codes: readonly string[]) => arrayOverlaps(opportunityRevisions.findings, [...codes]);

export function inQueue(queue: Queue, { today }: Moment): SQL {
  switch (queue) {
    case "awaiting":
      return isAwaiting;
    case "suggestions":
      return hasSuggestions;
    case "closing":
      return and(
        isPublished,
        gte(listings.closesOn, today),
        lte(listings.closesOn, sql`${today}::date + ${CLOSING_SOON_DAYS}::int`),
      )!;
    case "unconfirmed":
      return and(isPublished, isUnanswered)!;
    default:
      return eq(listings.state, queue);
  }
}

export type Filters = Partial<Omit<Criteria, "queue" | "sort" | "view" | "page">>;

/** Narrows to what all filters ask for; undefined: everything. */
export function fits({ actor }: Context<Coordinator>, filters: Filters, { timeZone }: Moment): SQL | undefined {
  const { kind, sector, partner, schoolId, pathwayId, assigned, before, has, rules } = filters;
  return and(
    kind ? eq(opportunityRevisions.kind, kind) : undefined,
    sector ? eq(organizations.sector, sector) : undefined,
    partner ? sql`strpos(lower(${organizations.name}), lower(${partner})) > 0` : undefined,
    schoolId ? sql`${listings.schoolIds} @> array[${schoolId}]::uuid[]` : undefined,
    pathwayId ? sql`${listings.pathwayIds} @> array[${pathwayId}]::uuid[]` : undefined,
    assigned ? isAssigned(assigned, actor.userId) : undefined,
    before ? lt(listings.submittedAt, startOfDay(before, timeZone)) : undefined,
    has ? TRAIT[has] : undefined,
    rules ? hasFinding(codesOf(rules)) : undefined,
  );
}

export const isAssigned = (to: NonNullable<Criteria["assigned"]>, me: string) =>
  to === "me"
    ? eq(listings.assignedTo, me)
    : to === "nobody"
      ? isNull(listings.assignedTo)
      : isNotNull(listings.assignedTo);

const TRAIT: Record<NonNullable<Criteria["has"]>, SQL> = {
  edit: isEdit,
  entered: areUnclaimed!,
  hazards: sql`jsonb_array_length(${opportunityRevisions.content} -> 'hazards') > 0`,
  reported: sql`exists (select from ${readerReports} where ${readerReports.listingId} = ${listings.id} and ${readerReports.decision} is null)`,
  imported: sql`exists (select from ${importedRows} where ${importedRows.listingId} = ${listings.id})`,
};

/** What awaits a decision comes oldest first, what closes by its last day, the rest newest change first. */
export function orderOf({ queue, sort = "due" }: { queue: Queue; sort?: Criteria["sort"] | undefined }): SQL[] {
  switch (sort) {
    case "newest":
      return [sql`${listings.submittedAt} desc nulls last`];
    case "oldest":
      return [sql`${listings.submittedAt} asc nulls last`];
    case "title":
      return [asc(sql`lower(${opportunityRevisions.title})`)];
    case "partner":
      return [asc(sql`lower(${organizations.name})`), asc(listings.submittedAt)];
    default:
      return [dueFirst(queue)];
  }
}

function dueFirst(queue: Queue): SQL {
  switch (queue) {
    case "awaiting":
      return asc(listings.submittedAt);
    case "closing":
      return asc(listings.closesOn);
    case "unconfirmed":
      return asc(lastWord);
    default:
      return desc(listings.updatedAt);
  }
}
