/**
 * Every page of the two desks with 5,000 listings and 500 partnerships in the district, through HTTP, one request after
 * the other: p95 at most 150 ms. Then each table as a file, whole.
 */
import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { Visitor } from "#tests/faults/signed-in.ts";
import { LISTINGS, OWN, PARTNERSHIPS, plant } from "./desks/plant.ts";

const ROUNDS = 40;
const FILE_ROUNDS = 5;
const GOAL_MS = 150;

type Desk = "dana" | "ines" | "tomas";
type Pages = Record<string, string>;

export default async function bench() {
  const site = await startBuiltSite({ core: 0, env: { WORKER: "off" } });
  try {
    const { db } = site.connection;
    await plant(db);
    const rows = [];
    for (const [who, pages] of Object.entries(await pagesOf(db)) as [Desk, Pages][]) {
      const visitor = await new Visitor(site.port).signIn(who);
      for (const [name, path] of Object.entries(pages)) {
        const { p50, p95 } = await timesOf(ROUNDS, () => expectOk(visitor.get(path), path));
        rows.push({ ...ABOUT, id: "desks", name, p50, p95, goal: GOAL_MS, passed: p95 <= GOAL_MS });
      }
    }
    for (const [who, files] of Object.entries(FILES) as [Desk, Pages][]) {
      const visitor = await new Visitor(site.port).signIn(who);
      for (const [name, path] of Object.entries(files)) {
        let lines = 0;
        const [address = "", query = ""] = path.split("?");
        const { p50 } = await timesOf(FILE_ROUNDS, async () => {
          const { text } = await expectOk(visitor.post(address, new URLSearchParams(query)), path);
          lines = text.split("\r\n").length - 2;
        });
        rows.push({ id: "desk-files", name, lines, p50 });
      }
    }
    return rows;
  } finally {
    await site.stop();
  }
}

const ABOUT = { listings: LISTINGS, partnerships: PARTNERSHIPS, own: OWN };

async function pagesOf(db: Database): Promise<Record<Desk, Pages>> {
  const one = async (query: ReturnType<typeof sql>) => (await db.execute<{ id: string }>(query))[0]?.id;
  const own = sql`district_id = ${districts.riverbend.id}`;
  const listing = (which: ReturnType<typeof sql>) =>
    one(sql`select id from listings where ${own} and slug like 'bench-%' and ${which} order by id limit 1`);
  const waiting = await listing(sql`state = 'submitted'`);
  const edited = await listing(sql`state = 'published' and submitted_revision_id <> published_revision_id`);
  const copied = await listing(
    sql`state = 'submitted' and opportunity_id in (select id from opportunities where title ~ '^Bench opportunity [0-9]*00$')`,
  );
  const reported = await one(sql`select listing_id as id from reader_reports where ${own} order by id limit 1`);
  const partnership = await one(sql`select id from partnerships where ${own} order by id limit 1`);
  const collection = await one(sql`select id from collections where slug = 'bench'`);
  const opportunity = await one(
    sql`select id from opportunities where organization_id = ${organizations.bluestem.id} order by id limit 1`,
  );
  const settings = ["profile", "schools", "pathways", "labels", "calendar", "review", "accounts"];
  return {
    dana: {
      home: "/coordinator",
      queue: "/coordinator/review",
      cards: "/coordinator/review?view=cards",
      published: "/coordinator/review?show=published&sort=title&page=9",
      filtered: "/coordinator/review?show=published&kind=Mentorship&sector=business&assigned=nobody",
      rules: "/coordinator/review?show=published&rules=warnings",
      reportedFilter: "/coordinator/review?show=published&has=reported",
      review: `/coordinator/review/${waiting}`,
      copy: `/coordinator/review/${copied}`,
      edit: `/coordinator/review/${edited}`,
      templates: "/coordinator/review/templates",
      partnerships: "/coordinator/partnerships?show=all",
      expiring: "/coordinator/partnerships?show=all&need=expiring",
      partnership: `/coordinator/partnerships/${partnership}`,
      duplicates: "/coordinator/partnerships/duplicates",
      reports: "/coordinator/reports",
      report: `/coordinator/reports/${reported}`,
      frontPage: "/coordinator/front-page",
      collection: `/coordinator/collections/${collection}`,
      collectionSearch: `/coordinator/collections/${collection}?q=opportunity`,
      imports: "/coordinator/imports",
      families: "/coordinator/families",
    },
    ines: {
      settings: "/coordinator/settings",
      ...Object.fromEntries(settings.map((page) => [`settings-${page}`, `/coordinator/settings/${page}`])),
      people: "/coordinator/people",
      log: "/coordinator/log",
      logKind: "/coordinator/log?kind=listings",
      export: "/coordinator/export",
    },
    tomas: {
      partner: "/partner",
      partnerState: "/partner?district=riverbend&state=published",
      partnerOpportunity: `/partner/opportunities/${opportunity}`,
      partnerPartnerships: "/partner/partnerships",
      partnerOrganization: `/partner/organizations/${organizations.bluestem.id}`,
    },
  };
}

const FILES: Partial<Record<Desk, Pages>> = {
  dana: {
    "published.csv": "/coordinator/review/download?show=published&sort=title",
    "awaiting.csv": "/coordinator/review/download",
    "partners.csv": "/coordinator/partnerships/download?show=all",
    "reports.csv": "/coordinator/reports/download",
  },
  ines: { "log.csv": "/coordinator/log/download" },
  tomas: { "offered.csv": "/partner/listings/download" },
};

async function expectOk<T extends { status: number }>(sent: Promise<T>, path: string): Promise<T> {
  const answer = await sent;
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer;
}

/** Milliseconds; the first few only warm up. */
async function timesOf(rounds: number, work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let round = -3; round < rounds; round++) {
    const began = performance.now();
    await work();
    if (round >= 0) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}
