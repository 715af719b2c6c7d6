/**
 * R8: a thousand random steps of listings (publish, close, reopen, expire, decline, suspend, restore) while nothing
 * brings the index up to date: no page names a listing that its district's readers may not see. A page that was finished
 * before the process heard of the step is asked for again, and how long that took is told. SEED=n repeats a run.
 */
import { randomInt, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { advanceListings } from "#app/domain/listings/advancing.server.ts";
import { closeListing } from "#app/domain/listings/closing.server.ts";
import type { ListingState } from "#app/domain/listings/lifecycle.ts";
import { renewListing } from "#app/domain/listings/renewing.server.ts";
import { reopenListing } from "#app/domain/listings/reopening.server.ts";
import { approveListing, declineListing } from "#app/domain/listings/review.server.ts";
import { readSearchDocuments } from "#app/domain/listings/search-documents.server.ts";
import { restoreListing, suspendListing } from "#app/domain/listings/suspending.server.ts";
import { codeWords } from "#app/jobs/code-words.server.ts";
import { createPostgresIndex } from "#app/search/postgres.server.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { listings } from "#db/schema/listings.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { asCoordinator, asPartner } from "#tests/support/givens.ts";
import { givenSearchable } from "#tests/support/searchable.ts";
import { seeded } from "../bench/search/generated-listings.ts";
import { ask, Checks } from "./checks.ts";
import { slugsOn } from "./slugs-on.ts";

const STEPS = 1_000;
const POOL = 40;
/** How often the index is brought up to date, so that what it names keeps being what has just left the list. */
const CATCH_UP_STEPS = 100;
/** Postgres tells the process of a change when it is committed; a reader may come in between. */
const HEARD_MS = 250;
const WORD = "zephyr";
const DAY_MS = 86_400_000;
const LIST = "/riverbend/opportunities";
const PAGES = [
  `${LIST}?q=${WORD}`,
  `${LIST}?q=${WORD}&kind=PaidInternship&sort=newest`,
  `/es${LIST}?q=${WORD}`,
  LIST,
  `${LIST}.rss?q=${WORD}`,
  `/riverbend/suggestions?box=what&q=${WORD}`,
  "/riverbend",
  "/riverbend/matches?grade=11&a=1",
  `/riverbend/partners/${organizations.bluestem.id}`,
];

const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
const random = seeded(seed);
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
const checks = new Checks();
const site = await startBuiltSite({ cwd: process.env.SITE_DIR, env: { WORKER: "off", LOG_LEVEL: "error" } });
const { db } = site.connection;
const now = new Date();
const dana = { ...asCoordinator(db, people.dana.id, districts.riverbend.id), now };
const tomas = { ...asPartner(db, people.tomas.id, [organizations.bluestem.id]), now };
const later = new Date(now.getTime() + 60 * DAY_MS).toISOString().slice(0, 10);
const yesterday = new Date(now.getTime() - 2 * DAY_MS).toISOString().slice(0, 10);

type Step = (listingId: string, idempotencyKey: string) => Promise<{ ok: boolean; refusal?: string }>;
const approve: Step = (listingId, idempotencyKey) =>
  approveListing(dana, { listingId, idempotencyKey, note: null, pathwayIds: [], labels: [] });
const renew: Step = async (listingId, idempotencyKey) => {
  const outcome = await renewListing(tomas, { listingId, idempotencyKey });
  if (outcome.ok) pool[pool.indexOf(listingId)] = outcome.value.listingId;
  return outcome;
};
const expire: Step = async (listingId) => {
  await db.update(listings).set({ closesOn: yesterday }).where(eq(listings.id, listingId));
  await advanceListings({ db, now, actor: { kind: "system", userId: null } });
  await db.update(listings).set({ closesOn: later }).where(eq(listings.id, listingId));
  return { ok: true };
};
const STEPS_FROM: Partial<Record<ListingState, Record<string, Step>>> = {
  submitted: {
    publish: approve,
    decline: (listingId, idempotencyKey) =>
      declineListing(dana, { listingId, idempotencyKey, reasonCode: "duplicate", note: null }),
  },
  published: {
    close: (listingId, idempotencyKey) => closeListing(tomas, { listingId, idempotencyKey, reason: "filled" }),
    suspend: (listingId, idempotencyKey) => suspendListing(dana, { listingId, idempotencyKey, note: "A doubt." }),
    expire,
  },
  suspended: { restore: (listingId, idempotencyKey) => restoreListing(dana, { listingId, idempotencyKey }) },
  closed: { reopen: (listingId, idempotencyKey) => reopenListing(tomas, { listingId, idempotencyKey }), renew },
  expired: { renew },
  declined: { renew },
};

const pool: string[] = [];
const taken: Record<string, number> = {};
const refusedSteps: string[] = [];
const forbidden: string[] = [];
const failures: string[] = [];
const lags: number[] = [];
let [pages, named] = [0, 0];
try {
  for (let n = 0; n < POOL; n++) {
    const { listing } = await givenSearchable(db, {
      opportunity: { title: `Zephyr workshop ${n}`, startsOn: null, endsOn: later, closesOn: later },
      listing: { slug: `zephyr-workshop-${n}`, publishedAt: now, confirmedAt: now, closesOn: later },
    });
    pool.push(listing.id);
  }
  for (let step = 0; step < STEPS; step++) {
    const [listing] = await db
      .select()
      .from(listings)
      .where(eq(listings.id, pick(pool)));
    const possible = Object.entries(STEPS_FROM[listing!.state] ?? {});
    const [name, take] = pick(possible);
    const outcome = await take(listing!.id, randomUUID());
    if (!outcome.ok) refusedSteps.push(`${name}: ${outcome.refusal}`);
    else taken[name] = (taken[name] ?? 0) + 1;
    await look(step, listing!);
    if (step % CATCH_UP_STEPS === CATCH_UP_STEPS - 1) await catchUp();
  }
  for (const path of PAGES) await lookAt(STEPS, path, await visible());
  const said = Object.entries(taken).map(([name, times]) => `${name} ${times}`);
  console.log(`  ${said.join(", ")}`);
  checks.that(refusedSteps.length === 0, `no step was refused (${refusedSteps.slice(0, 3).join(", ")})`);
  checks.that(pages > 3 * STEPS && named > STEPS, `${pages} pages were looked at, which named ${named} listings`);
  checks.that(failures.length === 0, `every page answered (${failures.slice(0, 3).join(", ")})`);
  const longest = Math.max(0, ...lags);
  checks.that(longest < HEARD_MS, `${lags.length} pages were from before a step, for at most ${longest.toFixed(0)} ms`);
  checks.that(forbidden.length === 0, `${forbidden.length} forbidden listings (${forbidden.slice(0, 5).join(", ")})`);
} finally {
  await site.stop();
}
checks.report("R8", seed);

/** Two pages by lot, and the page of the listing that has just changed. */
async function look(step: number, listing: { id: string; slug: string }) {
  const seen = await visible();
  for (const path of [pick(PAGES), pick(PAGES)]) await lookAt(step, path, seen);
  await lookAt(step, `${LIST}/${listing.slug}`, seen, listing.slug);
}

/** `own`: whose page it is; once it is over, its page says so by its title and answers 410. */
async function lookAt(step: number, path: string, seen: ReadonlySet<string>, own?: string) {
  pages++;
  const start = performance.now();
  for (let tries = 1; ; tries++) {
    const { status, text } = await ask(site.port, path);
    const lag = performance.now() - start;
    const wanted = own && !seen.has(own) ? [404, 410] : [200];
    const slugs = [...slugsOn(text, "riverbend")].filter((slug) => slug !== own);
    const unseen = slugs.filter((slug) => !seen.has(slug));
    const isSound = wanted.includes(status) && unseen.length === 0;
    if (!isSound && lag < HEARD_MS) continue;
    if (tries > 1) lags.push(lag);
    if (!wanted.includes(status)) failures.push(`step ${step}: ${status} at ${path}`);
    forbidden.push(...unseen.map((slug) => `step ${step}: ${slug} at ${path}`));
    named += slugs.length - unseen.length;
    return;
  }
}

async function visible(): Promise<Set<string>> {
  const rows = await db
    .select({ slug: listings.slug })
    .from(listings)
    .where(and(eq(listings.districtId, districts.riverbend.id), eq(listings.state, "published")));
  return new Set(rows.map(({ slug }) => slug));
}

/** The index as it would be had it just followed: of what leaves the list from now on it knows nothing. */
async function catchUp() {
  const { documents } = await readSearchDocuments(db, pool, codeWords);
  await createPostgresIndex(db).put(documents);
}
