/** The generated listings as a district's own: the rows its pages are made of, and the documents searches find. */
import { sql } from "drizzle-orm";
import { createPostgresIndex } from "#app/search/postgres.server.ts";
import type { SearchDocument } from "#app/search/search-index.ts";
import type { Database } from "#db/database.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import { generateListings } from "./generated-listings.ts";

const AT_ONCE = 500;

export async function plantGenerated(db: Database, count: number, now: Date) {
  const documents = generateListings(count, districts.riverbend.id, now.getTime() / 1000);
  await db.execute(sql`
    insert into organizations (name, sector)
    select value, 'business' from jsonb_array_elements_text(${JSON.stringify([
      ...new Set(documents.map(({ organization }) => organization)),
    ])}::jsonb)`);
  for (let at = 0; at < documents.length; at += AT_ONCE) await plant(db, documents.slice(at, at + AT_ONCE));
  await createPostgresIndex(db).rebuild(inParts(documents));
  await db.execute(sql`vacuum analyze`);
}

/** One number names an opportunity, its text and its listing. */
async function plant(db: Database, documents: SearchDocument[]) {
  const rows = documents.map(({ id, title, organization, summary, body, kind, publishedAt, closesAt }) => ({
    ...{ id, title, organization, summary, body, kind, publishedAt, closesAt },
  }));
  await db.execute(sql`
    with sent as materialized (
      select sent.*, o.id as owner, to_timestamp("closesAt")::date as last_day
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as sent (id uuid, title text, organization text,
        summary text, body text, kind text, "publishedAt" float8, "closesAt" float8)
      join organizations o on o.name = organization
    ),
    texts as (
      insert into opportunities (id, organization_id, kind, title, summary, description, sub_clusters)
      select id, owner, kind, title, summary, body, array['010303'] from sent returning id
    ),
    sendings as (
      insert into opportunity_revisions (id, opportunity_id, version, content)
      select sent.id, sent.id, 1, base.content || jsonb_build_object('title', title, 'kind', kind, 'summary', summary,
        'description', body, 'closesOn', last_day, 'endsOn', last_day)
      from sent join texts on texts.id = sent.id, lateral (select content from opportunity_revisions r
        join opportunities p on p.id = r.opportunity_id
        where p.organization_id = ${organizations.bluestem.id}::uuid limit 1) base
      returning id
    )
    insert into listings (id, opportunity_id, district_id, slug, state, submitted_revision_id, published_revision_id,
      submitted_at, published_at, confirmed_at, closes_on)
    select sent.id, sent.id, ${districts.riverbend.id}::uuid, 'generated-' || sent.id, 'published', sent.id, sent.id,
      to_timestamp("publishedAt"), to_timestamp("publishedAt"), now(), last_day
    from sent join sendings on sendings.id = sent.id`);
}

async function* inParts<T>(all: T[]) {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}
