/**
 * S23: filter syntax, SQL and nonsense in every parameter of every public page that searches, on each engine that is
 * there. Nothing answers 5xx, and every listing a page names is one its readers may see; the index knows others, of this
 * district and of another, which are what an injected filter would bring up.
 */
import { existsSync, readFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { pino } from "pino";
import { listings } from "#db/schema/listings.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import { reindexListings } from "#app/jobs/tasks/reindex-listings.server.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import { FACET_GROUPS } from "#app/search/search-index.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { givenListing } from "#tests/support/givens.ts";
import { MEILI_BIN, startMeilisearch } from "#tests/support/meilisearch.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { Checks } from "./checks.ts";
import { slugsOn } from "./slugs-on.ts";
import { Visitor } from "./signed-in.ts";

const SQL_CORPUS = "../shared/data/bad-input/sql-injection-generic.txt";
const AT_ONCE = 6;
const WORD = "quicksilver";
const FILTERS = [
  `x" OR districtId EXISTS OR "`,
  `x' OR districtId != '`,
  `"] OR id EXISTS OR kind IN ["x`,
  `x] OR kind IN [PaidInternship`,
  `\\" OR closesAt > 0 OR title = \\"`,
  `\\\\" OR 1 = 1 --`,
  `) OR (districtId EXISTS`,
  `PaidInternship OR districtId = "${districts.lakeshore.id}"`,
  `remote" OR _geoRadius(0, 0, 40000000) OR "`,
  `_geoBoundingBox([90, 180], [-90, -180])`,
  `0 TO 99999999999`,
  `NOT kind EXISTS`,
  `${WORD} | !${WORD}`,
  `${WORD}:* & (a | b) <-> c`,
  `'${WORD}':A`,
  `"${WORD}" -${WORD}`,
  `${WORD}') OR alive = false --`,
  `districtId:asc`,
  `{"$ne":null}`,
  `%27%20OR%201=1`,
];
const PARAMETERS = ["q", "where", "within", "sort", "page", ...FACET_GROUPS];
const PAGES = ["/riverbend/opportunities", "/es/riverbend/opportunities", "/riverbend/opportunities.rss"];
const OTHERS = ["/riverbend/matches", "/riverbend/searches"];

const checks = new Checks();
const corpus = [...FILTERS, ...sqlCorpus(), ...NAUGHTY_STRINGS.map((text) => text.slice(0, 400))];
await attack("postgres");
if (MEILI_BIN) await attack("meilisearch");
else checks.skip("Meilisearch: MEILI_BIN is not set");
checks.report("S23");

async function attack(engine: string) {
  const meilisearch = engine === "meilisearch" && MEILI_BIN ? await startMeilisearch(MEILI_BIN) : null;
  // A reader's address each, since one address may not ask so much so fast.
  const env = { ...meilisearch?.env, WORKER: "off", PROXIES: "1", LOG_LEVEL: "error" };
  const site = await startBuiltSite({ cwd: process.env.SITE_DIR, env });
  try {
    const { db } = site.connection;
    const kept = { opportunity: { title: `Open ${WORD}` }, listing: { closesOn: "2099-01-01", slug: `${WORD}-open` } };
    await givenListing(db, kept);
    const hidden = await Promise.all(
      ["suspended", "over", "foreign"].map((slug) =>
        givenListing(db, {
          opportunity: {
            title: `Hidden ${WORD} ${slug}`,
            ...(slug === "foreign" ? { organizationId: organizations.harbor.id } : {}),
          },
          listing: {
            ...{ slug: `${WORD}-${slug}`, closesOn: "2099-01-01" },
            ...(slug === "foreign" ? { districtId: districts.lakeshore.id } : {}),
          },
        }),
      ),
    );
    const search = createSearch({
      db,
      env: meilisearch ? { meili: meilisearch.engine } : {},
      log: pino({ level: "silent" }),
    });
    await reindexListings({ db, search, log: pino({ level: "silent" }) });
    // The index has seen them on the list; the list has not kept them.
    const [suspended, over] = hidden;
    await db.update(listings).set({ state: "suspended" }).where(eq(listings.id, suspended!.listing.id));
    await db.update(listings).set({ closesOn: "2020-01-01" }).where(eq(listings.id, over!.listing.id));
    const rows = await db
      .select({ slug: listings.slug })
      .from(listings)
      .where(and(eq(listings.districtId, districts.riverbend.id), eq(listings.state, "published")));
    const seen = new Set(rows.map(({ slug }) => slug).filter((slug) => slug !== `${WORD}-over`));

    const visitor = new Visitor(site.port);
    const control = await visitor.get(`/riverbend/opportunities?q=${WORD}`);
    checks.that(slugsOn(control.text, "riverbend").has(`${WORD}-open`), `${engine}: the open one is found`);
    const faults: string[] = [];
    let [asked, named] = [0, 0];
    const attempts = addresses();
    const work = async () => {
      for (let next = attempts.pop(); next; next = attempts.pop()) {
        const address = { "X-Forwarded-For": `203.0.${asked % 250}.${(asked * 7) % 250}` };
        const { status, text, ms } = await visitor.get(next, address);
        asked++;
        if (status === 0 || status >= 500 || status === 429 || ms > 5_000)
          faults.push(`${status} in ${ms} ms: ${next}`);
        for (const slug of slugsOn(text, "riverbend")) {
          if (seen.has(slug)) named++;
          else faults.push(`${slug} at ${next}`);
        }
        if (/quicksilver-(suspended|over|foreign)|Hidden quicksilver/i.test(text))
          faults.push(`a hidden text: ${next}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    checks.that(named > asked, `${engine}: ${asked} requests, whose pages named ${named} listings`);
    for (const fault of faults.slice(0, 10)) console.log(`    ${fault.slice(0, 200)}`);
    checks.that(faults.length === 0, `${engine}: ${faults.length} answered 5xx or named what is not theirs to see`);
    if (meilisearch) {
      const { text } = await visitor.get(`/riverbend/opportunities?q=${WORD}&sort=newest`);
      checks.that(!text.includes("Search is in simple mode"), "meilisearch answered, not the fallback");
    }
  } finally {
    await site.stop();
    await meilisearch?.stop();
  }
}

/** Each text in each parameter, alone and beside a filter that holds. */
function addresses(): string[] {
  const query = (name: string, text: string) => `${name}=${encodeURIComponent(text.replace(/\p{Cs}/gu, ""))}`;
  return corpus.flatMap((text) => [
    ...PAGES.flatMap((page) => PARAMETERS.map((name) => `${page}?${query(name, text)}`)),
    ...FACET_GROUPS.map((name) => `${PAGES[0]}?q=${WORD}&kind=PaidInternship&${query(name, text)}`),
    ...["what", "where"].map((box) => `/riverbend/suggestions?box=${box}&${query("q", text)}`),
    ...OTHERS.flatMap((page) => ["where", "grade", "cluster"].map((name) => `${page}?${query(name, text)}`)),
  ]);
}

function sqlCorpus(): string[] {
  if (!existsSync(SQL_CORPUS)) return [];
  return readFileSync(SQL_CORPUS, "utf8").split("\n").filter(Boolean).slice(0, 60);
}
