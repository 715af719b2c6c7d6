import { sql } from "drizzle-orm";
import { markTexts } from "#app/domain/listings/marking-texts.server.ts";
import type { Database } from "#db/database.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";

export const LISTINGS = 5_000;
export const PARTNERSHIPS = 500;
/** Of those listings, one partner's. */
export const OWN = 300;
const EVENTS = 20_000;
const REPORTED = 120;

const WORDS = `river garden carries older people across town while bikes wait beside every open door near market paint
fence repair engine measure wood plan menu serve guest answer phone sort mail visit museum record sound teach child read
story clean trail count stock plant tree draw map test water build robot film street interview worker write report`;

/** Rows like the seed's own: a text of some kilobytes each, one in eight waiting, one in twenty an edit, one in fifty a copy. */
export async function plant(db: Database) {
  const district = districts.riverbend.id;
  await db.execute(sql`
    insert into organizations (id, name, sector, about)
    select gen_random_uuid(), 'Bench partner ' || n, (array['business', 'health', 'nonprofit'])[1 + n % 3], repeat('About us. ', 20)
    from generate_series(1, ${PARTNERSHIPS}::int) n`);
  await db.execute(sql`
    insert into partnerships (organization_id, district_id, status, requested_at, in_force_until)
    select id, ${district}, case when name like '%7' then 'requested' else 'approved' end, now(), current_date + 200
    from organizations where name like 'Bench partner %'`);
  await db.execute(sql`
    insert into partnership_documents (partnership_id, district_id, kind, expires_on, seen_at)
    select p.id, ${district}, kind, current_date + (n * 13) % 400 - 30, now()
    from (select id, row_number() over ()::int as n from partnerships where district_id = ${district}) p, unnest(array['agreement', 'insurance']) kind`);
  await plantTexts(db);
  await db.execute(sql`
    insert into listings (opportunity_id, district_id, slug, state, submitted_revision_id, published_revision_id, submitted_at, published_at, confirmed_at, closes_on)
    select o.id, ${district}, 'bench-' || row_number() over (), s.state, s.sent, s.shown, now() - interval '3 days', now() - interval '2 days', now(), current_date + 90
    from (select id, row_number() over () as n from opportunities where title like 'Bench opportunity %') o
    join opportunity_revisions a on a.opportunity_id = o.id and a.version = 1
    join opportunity_revisions b on b.opportunity_id = o.id and b.version = 2,
    lateral (select case when n % 8 = 0 then 'submitted' when n % 8 = 1 then 'declined' else 'published' end as state,
      case when n % 20 = 2 then b.id else a.id end as sent, case when n % 8 < 2 then null else a.id end as shown) s`);
  await plantAround(db);
  await markTexts({ db, now: new Date(), actor: { kind: "system", userId: null } });
  await db.execute(sql`analyze`);
}

async function plantTexts(db: Database) {
  const words = `{${WORDS.split(/\s+/).join()}}`;
  await db.execute(sql`
    insert into opportunities (organization_id, kind, title, summary, description, sub_clusters)
    select case when n <= ${OWN}::int then ${organizations.bluestem.id}::uuid else o.id end,
      (array['Mentorship', 'PaidInternship', 'JobShadowing', 'ServiceLearning'])[1 + n % 4], 'Bench opportunity ' || n,
      'Learn beside people who do it, number ' || n || '.',
      (select string_agg(word[1 + abs(hashint4(i * 7919 + n - case when n % 50 = 0 then 1 else 0 end)) % array_length(word, 1)], ' ')
        from generate_series(1, 260) i), array['010303']
    from generate_series(1, ${LISTINGS}::int) n
    cross join (select ${words}::text[] as word) w
    join (select id, row_number() over () as at from organizations where name like 'Bench partner %') o on o.at = 1 + n % ${PARTNERSHIPS}::int`);
  await db.execute(sql`
    insert into opportunity_revisions (opportunity_id, version, content)
    select o.id, v, ((select content from opportunity_revisions r join opportunities p on p.id = r.opportunity_id
        where p.organization_id = ${organizations.bluestem.id} limit 1)
      || jsonb_build_object('title', o.title || case when v = 2 then ' again' else '' end, 'kind', o.kind, 'summary', o.summary,
        'description', o.description, 'closesOn', current_date + 90, 'endsOn', current_date + 120))
    from opportunities o, generate_series(1, 2) v where o.title like 'Bench opportunity %'`);
}

async function plantAround(db: Database) {
  const district = districts.riverbend.id;
  const published = sql`(select id, row_number() over (order by id) as n from listings
    where district_id = ${district} and state = 'published' and slug like 'bench-%') l`;
  await db.execute(sql`
    insert into reader_reports (listing_id, district_id, reason, text, reported_at, decision, decided_at)
    select l.id, ${district}, 'wrong', 'The phone number is not theirs.', now() - n * interval '1 hour',
      case when n % 3 = 0 then 'dismissed' end, case when n % 3 = 0 then now() end
    from ${published}, generate_series(1, 3) where n <= ${REPORTED}::int`);
  await db.execute(sql`
    insert into listing_views (listing_id, day, seen)
    select l.id, current_date - day, 3 from ${published}, generate_series(1, 30) day where n <= 1000`);
  await db.execute(sql`
    with made as (insert into collections (district_id, slug, name, position) values (${district}, 'bench', 'Bench', 99) returning id)
    insert into collection_listings (collection_id, listing_id, position) select made.id, l.id, n from made, ${published} where n <= 60`);
  await db.execute(sql`
    insert into events (name, subject_id, district_id, actor_id, detail, at)
    select 'listing.curated', l.id, ${district}, ${people.dana.id}::uuid, '{}', now() - n * interval '1 minute'
    from ${published}, generate_series(1, ${Math.ceil(EVENTS / 3_000)}::int)`);
}
