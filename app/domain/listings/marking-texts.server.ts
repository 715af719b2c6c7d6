/**
 * What queues and reviews ask of all texts at once is found out beforehand, once a text: what the rule check says of
 * it, and a sketch of its words. A text is never changed, so neither is this. A migration that empties `findings` has
 * every text looked at anew.
 */
import { asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { Context, System } from "../context.ts";
import { listBreaks } from "../districts/school-breaks.server.ts";
import { localDate } from "../districts/zone.ts";
import { checkWork } from "../opportunities/check-work.ts";
import { runsOf, sketchOf } from "../opportunities/text-sketch.ts";

/** Few enough that nobody who shares the process waits for them. */
const AT_ONCE = 25;

/** How many texts nobody had looked at. */
export async function markTexts(ctx: Context<System>): Promise<number> {
  const breaksOf = new Map<string, Awaited<ReturnType<typeof listBreaks>>>();
  for (let marked = 0; ;) {
    const texts = await readUnmarked(ctx);
    if (texts.length === 0) return marked;
    const marks = [];
    for (const { id, content, sentAt, sector, districtId, timeZone } of texts) {
      if (districtId && !breaksOf.has(districtId)) breaksOf.set(districtId, await listBreaks(ctx.db, districtId));
      const schoolBreaks = breaksOf.get(districtId ?? "") ?? [];
      const found = checkWork(content, { today: localDate(sentAt, timeZone ?? "UTC"), schoolBreaks, sector });
      marks.push({ id, findings: [...new Set(found.map(({ code }) => code))], sketch: sketchOf(runsOf(content)) });
    }
    await ctx.db.execute(sql`update ${opportunityRevisions} t set findings = mark.findings, sketch = mark.sketch
      from json_to_recordset(${JSON.stringify(marks)}::json) as mark (id uuid, findings text[], sketch integer[])
      where t.id = mark.id`);
    marked += texts.length;
  }
}

/** Each with the district it was offered to first, by whose calendar its hours are counted. */
function readUnmarked({ db }: Context<System>) {
  const { id, createdAt, findings } = opportunityRevisions;
  // Chosen before anything is joined to them: of ten thousand that wait, each round would join all.
  const next = db
    .select({ id })
    .from(opportunityRevisions)
    .where(isNull(findings))
    .orderBy(asc(createdAt))
    .limit(AT_ONCE);
  return db
    .select({
      id: opportunityRevisions.id,
      content: opportunityRevisions.content,
      sentAt: opportunityRevisions.createdAt,
      sector: organizations.sector,
      districtId: districts.id,
      timeZone: districts.timeZone,
    })
    .from(opportunityRevisions)
    .innerJoin(opportunities, eq(opportunities.id, opportunityRevisions.opportunityId))
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .leftJoin(
      districts,
      eq(
        districts.id,
        sql`(select district_id from listings l where l.opportunity_id = ${opportunities.id} order by l.created_at limit 1)`,
      ),
    )
    .where(inArray(id, next));
}
