import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts, organizations } from "#db/seed/cast.ts";

/** Published listings of Riverbend, `NAME 1` to `NAME count`, each with a text of its own; answers their ids in that order. */
export async function plantListings(db: Database, name: string, count: number): Promise<string[]> {
  await db.execute(sql`
    insert into opportunities (organization_id, kind, title, summary, description, sub_clusters)
    select ${organizations.bluestem.id}::uuid, 'Mentorship', ${name} || ' ' || n, 'Number ' || n || ' of them.',
      repeat('Learn beside people who do it. ', 20), array['010303']
    from generate_series(1, ${count}::int) n`);
  await db.execute(sql`
    insert into opportunity_revisions (opportunity_id, version, content)
    select o.id, 1, base.content || jsonb_build_object('title', o.title, 'kind', o.kind, 'summary', o.summary,
      'description', o.description, 'closesOn', current_date + 90, 'endsOn', current_date + 120)
    from opportunities o, lateral (select content from opportunity_revisions r join opportunities p on p.id = r.opportunity_id
      where p.organization_id = ${organizations.bluestem.id}::uuid limit 1) base
    where o.title like ${`${name} %`}`);
  const planted = await db.execute<{ id: string }>(sql`
    insert into listings (opportunity_id, district_id, slug, state, submitted_revision_id, published_revision_id,
      submitted_at, published_at, confirmed_at, closes_on)
    select r.opportunity_id, ${districts.riverbend.id}::uuid, lower(replace(r.title, ' ', '-')), 'published', r.id, r.id,
      now() - interval '3 days', now() - interval '2 days', now(), current_date + 90
    from opportunity_revisions r where r.title like ${`${name} %`}
    order by length(r.title), r.title returning id`);
  return planted.map(({ id }) => id);
}
