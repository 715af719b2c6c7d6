/** What of a district's list has Spanish, and what waits for somebody to write or check it. */
import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import { listings, listingViews } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import { listingTranslations } from "#db/schema/translations.ts";
import type { Context, Coordinator } from "../context.ts";
import { getDistrict } from "../districts/districts.server.ts";
import { localDate } from "../districts/zone.ts";
import { onList } from "../listings/published.server.ts";
import { isSpanishOf, olderSource } from "./district-spanish.server.ts";
import {
  TRANSLATED,
  TRANSLATION_PAGE_SIZE,
  type TranslatedField,
  type TranslationFilter,
  type TranslationOrder,
  type TranslationState,
} from "./translations.ts";

const { lacksSpanish } = opportunityRevisions;
const isLacking = (field: TranslatedField) => sql`${lacksSpanish} @> ${sql.raw(`'{${field}}'`)}::text[]`;
const anyOf = (condition: (field: TranslatedField) => ReturnType<typeof sql>) =>
  sql`(${sql.join(TRANSLATED.map(condition), sql` or `)})`;

/** Of a few only are the texts compared: those whose text readers see is not the one that was translated. */
const isOlder = sql`(${listingTranslations.revisionId} <> ${listings.publishedRevisionId} and exists (
  select 1 from opportunity_revisions made_of where made_of.id = ${listingTranslations.revisionId} and ${anyOf(
    (field) => sql`(${isLacking(field)} and ${listingTranslations[field]} is not null
      and ${opportunityRevisions.content} ->> ${sql.raw(`'${field}'`)} is distinct from made_of.content ->> ${sql.raw(`'${field}'`)})`,
  )}))`;

const state = sql<TranslationState>`case
  when cardinality(${lacksSpanish}) = 0 then 'done'
  when ${listingTranslations.listingId} is null then 'missing'
  when ${listingTranslations.checkedAt} is null then 'machine'
  when ${isOlder} then 'older'
  when ${anyOf((field) => sql`(${isLacking(field)} and ${listingTranslations[field]} is null)`)} then 'missing'
  else 'done' end`;

const districtOf = async ({ db, actor }: Context<Coordinator>) => (await getDistrict(db, actor.districtId))!;

/** How many of the list are in each state. */
export async function countTranslations(ctx: Context<Coordinator>): Promise<Record<TranslationFilter, number>> {
  const rows = await ctx.db
    .select({ state, count: count() })
    .from(listings)
    .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
    .leftJoin(listingTranslations, isSpanishOf)
    .where(onList(await districtOf(ctx), ctx.now))
    .groupBy(sql`1`);
  const counts = { missing: 0, machine: 0, older: 0, done: 0, all: 0 };
  for (const { state, count } of rows) {
    counts[state] = count;
    counts.all += count;
  }
  return counts;
}

const VIEWED_DAYS = 30;

/** One page (from 1). */
export async function listTranslations(
  ctx: Context<Coordinator>,
  { show, order, page }: { show: TranslationFilter; order: TranslationOrder; page: number },
) {
  const district = await districtOf(ctx);
  const today = localDate(ctx.now, district.timeZone);
  const seen = sql`(select coalesce(sum(${listingViews.seen}), 0) from ${listingViews}
    where ${listingViews.listingId} = ${listings.id} and ${listingViews.day} > ${today}::date - ${VIEWED_DAYS}::int)`;
  const soonest = sql`${listings.closesOn} asc nulls last`;
  const rows = await ctx.db
    .select({
      id: listings.id,
      title: sql<string>`${opportunityRevisions.title}`,
      organization: organizations.name,
      closesOn: listings.closesOn,
      seen: seen.mapWith(Number),
      state,
      lacking: sql<TranslatedField[]>`${lacksSpanish}`,
      language: sql<"en" | "es">`coalesce(${opportunityRevisions.content} ->> 'language', 'en')`,
      translation: listingTranslations,
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
    .leftJoin(listingTranslations, isSpanishOf)
    .where(and(onList(district, ctx.now), show === "all" ? undefined : sql`${state} = ${show}`))
    .orderBy(...(order === "viewed" ? [desc(seen), soonest] : [soonest]), asc(listings.id))
    .limit(TRANSLATION_PAGE_SIZE)
    .offset((page - 1) * TRANSLATION_PAGE_SIZE);
  return rows.map(({ translation, lacking, ...row }) => ({
    ...row,
    missing: lacking.filter((field) => !translation?.[field]),
    /** Null: no word of it is the district's. */
    made: translation && lacking.length > 0 ? translation.made : null,
  }));
}

/** A listing's text and its translation; null: not there, another district's, or a draft. */
export async function getTranslation(ctx: Context<Coordinator>, listingId: string) {
  const [row] = await ctx.db
    .select({
      id: listings.id,
      slug: listings.slug,
      state: listings.state,
      revisionId: opportunityRevisions.id,
      content: opportunityRevisions.content,
      organization: organizations.name,
      translation: listingTranslations,
      olderSource,
      /** Null: nobody yet, or an account that is deleted. */
      checkedBy: users.name,
    })
    .from(listings)
    .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .innerJoin(
      opportunityRevisions,
      eq(opportunityRevisions.id, sql`coalesce(${listings.publishedRevisionId}, ${listings.submittedRevisionId})`),
    )
    .leftJoin(listingTranslations, isSpanishOf)
    .leftJoin(users, eq(users.id, listingTranslations.checkedBy))
    .where(and(eq(listings.id, listingId), eq(listings.districtId, ctx.actor.districtId)));
  return row ?? null;
}
