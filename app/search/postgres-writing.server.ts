import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { cellOfDocument, facetValues, HELD_GROUPS, type SearchDocument } from "./search-index.ts";
import { fold, wordsIn } from "./tokens.ts";

/** A tsvector holds a megabyte at most; a longer text is found by its first words. */
const LONGEST_BODY = 60_000;

/** One writer at a time, so that `changed` grows in the order of the commits. Waits are short: writes are batched. */
export const lockWriting = (tx: Database) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('search_documents'))`);

/** Adds or replaces in the caller's transaction; a document older than the one held is left out. */
export async function writeDocuments(tx: Database, documents: readonly SearchDocument[]) {
  if (!documents.length) return;
  await lockWriting(tx);
  await tx.execute(sql`
    with sent as materialized (
      select distinct on (id) * from jsonb_to_recordset(${JSON.stringify(documents.map(toRow))}::jsonb) as sent (
        id uuid, district uuid, version int, latitude float8, longitude float8, published bigint, closes bigint,
        facets text[], "titleAsWritten" text, organization text, title text, "titleEs" text, names text,
        "namesEs" text, summary text, "summaryEs" text, body text, "bodyEs" text)
      order by id, version desc
    ),
    vectors as materialized (
      select sent.*,
        setweight(to_tsvector('english', title) || to_tsvector('simple', title) || to_tsvector('spanish', "titleEs"), 'A')
        || setweight(to_tsvector('english', names) || to_tsvector('simple', names) || to_tsvector('spanish', "namesEs"), 'B')
        || setweight(to_tsvector('english', summary) || to_tsvector('simple', summary) || to_tsvector('spanish', "summaryEs"), 'C')
        as head
      from sent
    ),
    placed as (
      select vectors.*,
        strip(vectors.head || to_tsvector('english', body) || to_tsvector('simple', body) || to_tsvector('spanish', "bodyEs")) as words,
        coalesce(held.slot, (select coalesce(max(slot) + 1, 0) from search_documents where district_id = district)
          + (row_number() over (partition by district, held.slot is null order by id))::int - 1) as slot
      from vectors left join search_documents held on held.listing_id = vectors.id
    ),
    written as (
      insert into search_documents
        (listing_id, district_id, slot, version, latitude, longitude, published_at, closes_at, title, organization,
          facets, head, words)
      select id, district, slot, version, latitude, longitude, published, closes, "titleAsWritten", organization,
        facets, head, words
      from placed
      on conflict (listing_id) do update set
        version = excluded.version, alive = true, changed = nextval('search_changes'),
        latitude = excluded.latitude, longitude = excluded.longitude,
        published_at = excluded.published_at, closes_at = excluded.closes_at,
        title = excluded.title, organization = excluded.organization,
        facets = excluded.facets, head = excluded.head, words = excluded.words
      where search_documents.version <= excluded.version
      returning words
    )
    insert into search_words
    select distinct unnest(tsvector_to_array(words)) from written
    on conflict do nothing`);
}

/** Takes documents out; their rows stay as a word to those who follow the changes. */
export async function removeDocuments(tx: Database, ids: readonly string[]) {
  if (!ids.length) return;
  await lockWriting(tx);
  await tx.execute(sql`
    update search_documents
    set alive = false, changed = nextval('search_changes'), title = '', organization = '', facets = '{}',
      head = '', words = ''
    where alive and listing_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`);
}

function toRow(document: SearchDocument) {
  const { id, districtId, version, point, publishedAt, closesAt, title, organization, keywords, summary, body } =
    document;
  return {
    ...{
      id,
      district: districtId,
      version,
      published: Math.round(publishedAt),
      closes: closesAt && Math.floor(closesAt),
    },
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    titleAsWritten: storable(title),
    organization: storable(organization),
    facets: facetsOf(document),
    ...texts("title", title),
    ...texts("names", [organization, ...keywords].join(" ")),
    ...texts("summary", summary),
    ...texts("body", body.slice(0, LONGEST_BODY)),
  };
}

/** Postgres holds no zero byte, and JSON no half of a character. */
const storable = (text: string) => text.replace(/[\0\p{Cs}]/gu, "");

/** A text's plain words, and beside them the words with accents that the Spanish stems need. */
function texts<N extends string>(name: N, text: string): Record<string, string> {
  const words = wordsIn(text);
  return { [name]: words.map(fold).join(" "), [`${name}Es`]: words.join(" ") };
}

function facetsOf(document: SearchDocument): string[] {
  const values = facetValues(document);
  const facets = HELD_GROUPS.flatMap((group) => [...new Set(values[group])].map((value) => `${group}:${value}`));
  const cell = cellOfDocument(document);
  return cell ? [...facets, `cell:${cell}`] : facets;
}
