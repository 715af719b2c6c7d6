/**
 * Listings of the district that look like the one under review: from another organization when the text is nearly the
 * same; from its own, where every text says the same of the organization, when the title is too.
 */
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { Context, Coordinator } from "../context.ts";
import type { OpportunityContent } from "../opportunities/opportunity.ts";
import { ALIKE, likeness, runsOf, sketchOf } from "../opportunities/text-sketch.ts";
import type { ListingState } from "./lifecycle.ts";
import { isJudgedText, titleOfText } from "./queue-conditions.server.ts";

export interface AlikeListing {
  id: string;
  title: string;
  organization: string;
  state: ListingState;
  /** How much of the text is the same, from 0 to 1; null: only the titles are alike. */
  likeness: number | null;
  isOwn: boolean;
}

/** A listing of the district to lay beside another; null: not there, another district's, or a draft. */
export async function getBeside(ctx: Context<Coordinator>, listingId: string) {
  const [row] = await ctx.db
    .select({ id: listings.id, organization: organizations.name, content: opportunityRevisions.content })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(opportunityRevisions, isJudgedText)
    .where(and(eq(listings.id, listingId), eq(listings.districtId, ctx.actor.districtId), ne(listings.state, "draft")));
  return row ?? null;
}

interface Subject {
  listingId: string;
  opportunityId: string;
  organizationId: string;
  content: OpportunityContent;
}

/** pg_trgm similarity from which two titles of one organization look like the same thing. */
const TITLES_ALIKE = 0.45;
/** The same text but for a word or two: whatever its title says. */
const THE_SAME = 0.97;
/** Read and compared; more that share as much are as good as each other. */
const MOST_COMPARED = 25;
const MOST_OWN = 1_000;
const MOST_SHOWN = 5;

/** The likest first. */
export async function listAlike(ctx: Context<Coordinator>, subject: Subject): Promise<AlikeListing[]> {
  const { organizationId, content } = subject;
  const runs = runsOf(content);
  const rows = await readCandidates(ctx, subject, sketchOf(runs));
  return rows
    .map(({ content, ...row }) => ({ ...row, likeness: likeness(runs, runsOf(content)) }))
    .filter(({ likeness, titles, ...row }) =>
      row.organizationId === organizationId ? titles >= TITLES_ALIKE || likeness >= THE_SAME : likeness >= ALIKE,
    )
    .sort((a, b) => b.likeness - a.likeness || b.titles - a.titles)
    .slice(0, MOST_SHOWN)
    .map(({ id, title, organization, state, likeness, ...row }) => ({
      ...{ id, title, organization, state },
      likeness: likeness >= ALIKE ? likeness : null,
      isOwn: row.organizationId === organizationId,
    }));
}

/** Those that share most of the sketch, and the organization's own with such a title. */
async function readCandidates(ctx: Context<Coordinator>, subject: Subject, sketch: number[]) {
  const { title, content } = opportunityRevisions;
  return ctx.db
    .select({
      id: listings.id,
      state: listings.state,
      title: titleOfText,
      titles: sql<number>`similarity(${title}, ${subject.content.title})`,
      organizationId: organizations.id,
      organization: organizations.name,
      content,
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(opportunityRevisions, isJudgedText)
    .where(inArray(listings.id, await likelyIds(ctx, subject, sketch)));
}

/**
 * A sketch's numbers are compared place by place, which is a tenth of what comparing the arrays costs, and an
 * organization's titles after they were picked. What continues or ends the same opportunity is nobody's duplicate.
 */
async function likelyIds({ db, actor }: Context<Coordinator>, subject: Subject, sketch: number[]): Promise<string[]> {
  const { opportunityId, organizationId, content } = subject;
  const others = sql`l.district_id = ${actor.districtId} and l.state <> 'draft' and l.opportunity_id <> ${opportunityId}`;
  const judged = sql`coalesce(l.submitted_revision_id, l.published_revision_id)`;
  const same = sketch.map((number, at) => sql`r.sketch[${sql.raw(String(at + 1))}] = ${number}`);
  const isSharing = same.length > 0 ? sql.join(same, sql` or `) : sql`false`;
  const shared = sql.join([sql`0::int`, ...same.map((each) => sql`(${each})::int`)], sql` + `);
  const rows = await db.execute<{ id: string }>(sql`
    with own as materialized (
      select l.id, r.title from opportunities o join listings l on l.opportunity_id = o.id
      join opportunity_revisions r on r.id = ${judged}
      where o.organization_id = ${organizationId} and ${others} limit ${MOST_OWN})
    (select l.id from listings l join opportunity_revisions r on r.id = ${judged} where ${others} and (${isSharing})
      order by ${shared} desc, l.id limit ${MOST_COMPARED})
    union
    (select id from own where similarity(title, ${content.title}) >= ${TITLES_ALIKE}
      order by similarity(title, ${content.title}) desc, id limit ${MOST_COMPARED})`);
  return rows.map(({ id }) => id);
}
