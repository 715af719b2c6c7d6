/**
 * R7: one listing of a thousand holds what a search engine cannot take, and would fail the whole batch. The other 999
 * are found; the one is shown to an operator, with what the engine says of it.
 */
import { eq, sql } from "drizzle-orm";
import { enqueueRebuild } from "#app/jobs/enqueue.server.ts";
import { createMeilisearchIndex } from "#app/search/meilisearch.server.ts";
import { listings } from "#db/schema/listings.ts";
import { districts } from "#db/seed/cast.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { MEILI_BIN, startMeilisearch } from "#tests/support/meilisearch.ts";
import { givenDocument } from "#tests/support/search-documents.ts";
import { Checks, pause } from "./checks.ts";
import { plantListings } from "./plant-listings.ts";
import { Visitor } from "./signed-in.ts";

const LISTINGS = 1_000;
const PATIENCE_MS = 120_000;
/** More words than Postgres' search takes of one text; no form lets so many through. */
const WORDS = 90_000;

const checks = new Checks();
const site = await startBuiltSite({ cwd: process.env.SITE_DIR, env: { LOG_LEVEL: "silent" } });
try {
  const { db } = site.connection;
  const ids = await plantListings(db, "Kelp forest", LISTINGS);
  const poison = ids[LISTINGS / 2 + 37]!;
  await db.execute(sql`
    update opportunity_revisions set content = content || jsonb_build_object('summary',
      (select string_agg('word' || n, ' ') from generate_series(1, ${WORDS}::int) n))
    where id = (select published_revision_id from listings where id = ${poison})`);
  await enqueueRebuild(db);
  const held = await untilIndexed(LISTINGS - 1);
  checks.that(held.length === LISTINGS - 1, `postgres: ${held.length} of ${LISTINGS} are in the index`);
  checks.that(!held.includes(poison), "postgres: the poisoned one is not");
  const page = await new Visitor(site.port).get("/riverbend/opportunities?q=kelp+forest");
  checks.that(page.text.includes(String(LISTINGS - 1)), "postgres: a search finds them");
  const [row] = await db.select().from(listings).where(eq(listings.id, poison));
  const joan = await new Visitor(site.port).signIn("joan");
  const { status, text } = await joan.get("/operator");
  checks.that(status === 200 && text.includes(row!.slug), "an operator sees which it is");
  checks.that(text.includes("too long for tsvector"), "and what the engine says of it");

  async function untilIndexed(wanted: number): Promise<string[]> {
    const start = performance.now();
    for (;;) {
      const rows = await db.execute<{ id: string }>(sql`
        select d.listing_id as id from search_documents d join listings l on l.id = d.listing_id
        where d.alive and l.slug like 'kelp-forest-%'`);
      if (rows.length >= wanted || performance.now() - start > PATIENCE_MS) return rows.map(({ id }) => id);
      await pause(200);
    }
  }
} finally {
  await site.stop();
}

if (MEILI_BIN) {
  const meilisearch = await startMeilisearch(MEILI_BIN);
  try {
    const index = createMeilisearchIndex(meilisearch.engine);
    const documents = Array.from({ length: LISTINGS }, (_, n) =>
      givenDocument({ districtId: districts.riverbend.id, title: `Kelp forest ${n}` }),
    );
    documents[537]!.id = "no id an engine takes";
    const refused = await index.put(documents);
    const held = await index.versions();
    checks.that(held.size === LISTINGS - 1, `meilisearch: ${held.size} of ${LISTINGS} are in the index`);
    checks.that(
      refused.length === 1 && refused[0]?.id === documents[537]!.id,
      "meilisearch: it names the poisoned one",
    );
  } finally {
    await meilisearch.stop();
  }
} else checks.skip("Meilisearch: MEILI_BIN is not set");
checks.report("R7");
