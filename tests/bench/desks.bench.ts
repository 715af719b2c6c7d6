/**
 * Every page of the coordinator's desk with 5,000 listings and 500 partnerships in the district, through HTTP, one
 * request after the other. p95 at most 150 ms.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { Visitor } from "#tests/faults/signed-in.ts";

const LISTINGS = 5_000;
const PARTNERSHIPS = 500;
const ROUNDS = 40;
const GOAL_MS = 150;

export default async function bench() {
  const site = await startBuiltSite({ core: 0, env: { WORKER: "off" } });
  try {
    const { db } = site.connection;
    await plant(db);
    const [waiting, edited] = await db.execute<{ id: string }>(sql`
      (select id from listings where district_id = ${districts.riverbend.id} and state = 'submitted' limit 1) union all
      (select id from listings where district_id = ${districts.riverbend.id} and state = 'published'
        and submitted_revision_id <> published_revision_id limit 1)`);
    const pages = {
      home: "/coordinator",
      queue: "/coordinator/review",
      cards: "/coordinator/review?view=cards",
      published: "/coordinator/review?show=published&sort=title&page=9",
      filtered: "/coordinator/review?show=published&kind=Mentorship&sector=business&assigned=nobody",
      review: `/coordinator/review/${waiting?.id}`,
      edit: `/coordinator/review/${edited?.id}`,
      templates: "/coordinator/review/templates",
      partnerships: "/coordinator/partnerships",
      imports: "/coordinator/imports",
    };
    const dana = await new Visitor(site.port).signIn("dana");
    const rows = [];
    for (const [name, path] of Object.entries(pages)) {
      const times = await timesOf(async () => {
        const { status } = await dana.get(path);
        if (status !== 200) throw new Error(`${path} answered ${status}`);
      });
      const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0);
      rows.push({ name, p50: at(0.5), p95: at(0.95) });
    }
    const worst = Math.max(...rows.map(({ p95 }) => p95));
    return rows.map(({ name, ...times }) => ({
      ...{ id: "desks", name, listings: LISTINGS, partnerships: PARTNERSHIPS, ...times },
      ...{ goal: GOAL_MS, passed: times.p95 <= GOAL_MS, worst },
    }));
  } finally {
    await site.stop();
  }
}

/** Milliseconds, ascending; the first few only warm up. */
async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = -5; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    if (round >= 0) times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b);
}

/** Rows like the seed's own: a text of some kilobytes each, one in eight waiting, one in twenty an edit. */
async function plant(db: Database) {
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
    insert into opportunities (organization_id, kind, title, summary, description, sub_clusters)
    select o.id, (array['Mentorship', 'PaidInternship', 'JobShadowing', 'ServiceLearning'])[1 + n % 4],
      'Bench opportunity ' || n, repeat('Learn beside people who do it. ', 4), repeat('Every day has another task. ', 60), array['010303']
    from generate_series(1, ${LISTINGS}::int) n
    join (select id, row_number() over () as at from organizations where name like 'Bench partner %') o on o.at = 1 + n % ${PARTNERSHIPS}::int`);
  await db.execute(sql`
    insert into opportunity_revisions (opportunity_id, version, content)
    select o.id, v, ((select content from opportunity_revisions r join opportunities p on p.id = r.opportunity_id
        where p.organization_id = ${organizations.bluestem.id} limit 1)
      || jsonb_build_object('title', o.title || case when v = 2 then ' again' else '' end, 'kind', o.kind, 'summary', o.summary,
        'description', o.description, 'closesOn', current_date + 90, 'endsOn', current_date + 120))
    from opportunities o, generate_series(1, 2) v where o.title like 'Bench opportunity %'`);
  await db.execute(sql`
    insert into listings (opportunity_id, district_id, slug, state, submitted_revision_id, published_revision_id, submitted_at, published_at, confirmed_at, closes_on)
    select o.id, ${district}, 'bench-' || row_number() over (), s.state, s.sent, s.shown, now() - interval '3 days', now() - interval '2 days', now(), current_date + 90
    from (select id, row_number() over () as n from opportunities where title like 'Bench opportunity %') o
    join opportunity_revisions a on a.opportunity_id = o.id and a.version = 1
    join opportunity_revisions b on b.opportunity_id = o.id and b.version = 2,
    lateral (select case when n % 8 = 0 then 'submitted' when n % 8 = 1 then 'declined' else 'published' end as state,
      case when n % 20 = 2 then b.id else a.id end as sent, case when n % 8 < 2 then null else a.id end as shown) s`);
  await db.execute(sql`analyze`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const result = await bench();
  await mkdir("tests/bench/results", { recursive: true });
  await writeFile("tests/bench/results/desks.json", `${JSON.stringify(result, null, 2)}\n`);
  console.table(result);
}
