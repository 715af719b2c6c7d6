/**
 * B5: from the commit that publishes a listing, on 20 publishes a second beside 5,000 listings, until the built site
 * tells of it: on the list, searched for by its title, in the API and in the feed. Every third publish is looked for, in
 * one place, by a reader who asks ten times a second: what is measured is the site following, not readers in a hurry.
 * p99 at most one second, of a site that has run for ten.
 */
import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { tellReaders } from "#app/domain/listings/publishing-effects.server.ts";
import { enqueueMarking } from "#app/jobs/enqueue.server.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import { districts } from "#db/seed/cast.ts";
import { startBuiltSite, type BuiltSite } from "#tests/support/built-site.ts";
import { givenListing } from "#tests/support/givens.ts";
import { generateListings } from "./search/generated-listings.ts";

const A_SECOND = 20;
const WARM_UP_SECONDS = 10;
const SECONDS = 90;
const LOOKED_FOR = 3;
const BESIDE = 5_000;
const GOAL_MS = 1_000;
const AGAIN_MS = 100;
const GIVE_UP_MS = 15_000;
const PLACES = {
  list: "/riverbend/opportunities",
  api: "/api/v1/districts/riverbend/listings",
  feed: "/riverbend/opportunities.rss",
};
type Place = keyof typeof PLACES;
const places = Object.keys(PLACES) as Place[];

export default async function bench() {
  // Each reader has an address of its own: the API counts requests by it.
  const env = { LOG_LEVEL: "error", PROXIES: "1" };
  const site = await startBuiltSite({ env, cwd: process.env.SITE_DIR });
  try {
    const search = createSearch({ db: site.connection.db, env: {}, log: pino({ level: "error" }) });
    const beside = generateListings(BESIDE, districts.riverbend.id, Date.now() / 1000);
    for (let at = 0; at < beside.length; at += 500) await search.put(beside.slice(at, at + 500));
    const seen = await measure(site);
    return places.map((place) => {
      const sorted = seen.flatMap((one) => (one.place === place ? one.ms : [])).sort((a, b) => a - b);
      const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!);
      return {
        ...{ id: `B5 ${place}`, name: "publish", publishes: seen.length * LOOKED_FOR, seen: sorted.length },
        ...{ aSecond: A_SECOND, p50: at(0.5), p99: at(0.99), max: at(1), goal: GOAL_MS, passed: at(0.99) <= GOAL_MS },
      };
    });
  } finally {
    await site.stop();
  }
}

/** Milliseconds from the commit of a publish until it was seen. */
interface Seen {
  place: Place;
  ms: number;
}

/** Of what was published after the first seconds; the pace is kept whatever the answers take. */
async function measure(site: BuiltSite): Promise<Seen[]> {
  const warmUp: Promise<unknown>[] = [];
  const looking: Promise<Seen>[] = [];
  const started = performance.now();
  for (let n = 0; n < A_SECOND * (WARM_UP_SECONDS + SECONDS); n++) {
    const wait = started + (n * 1000) / A_SECOND - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const published = publish(site, `Zq${letters(n)}x workshop`);
    const isLookedFor = n % LOOKED_FOR === 0;
    const place = places[(n / LOOKED_FOR) % places.length]!;
    if (n >= A_SECOND * WARM_UP_SECONDS && isLookedFor)
      looking.push(published.then((listing) => lookFor(site, listing, place)));
    else warmUp.push(isLookedFor ? published.then((listing) => lookFor(site, listing, place)) : published);
  }
  await Promise.all(warmUp);
  return Promise.all(looking);
}

interface Published {
  id: string;
  slug: string;
  title: string;
  committed: number;
}

async function publish({ connection }: BuiltSite, title: string): Promise<Published> {
  const slug = randomUUID();
  const id = await connection.db.transaction(async (tx) => {
    const now = new Date();
    const lasting = { closesOn: "2090-01-01", confirmedAt: now, publishedAt: now, slug };
    const { listing } = await givenListing(tx, { opportunity: { title }, listing: lasting });
    // As sending a text does, lest the clock finds a minute's texts at once.
    await enqueueMarking(tx);
    await tellReaders(tx, listing);
    return listing.id;
  });
  return { id, slug, title, committed: performance.now() };
}

async function lookFor({ port }: BuiltSite, { id, slug, title, committed }: Published, place: Place): Promise<Seen> {
  const address = `http://localhost:${port}${PLACES[place]}?${new URLSearchParams({ q: title })}`;
  const reader = {
    "X-Forwarded-For": `10.${Array.from({ length: 3 }, () => Math.floor(Math.random() * 256)).join(".")}`,
  };
  while (performance.now() - committed < GIVE_UP_MS) {
    const response = await fetch(address, { headers: reader });
    if (!response.ok) throw new Error(`${response.status} on ${address}`);
    const text = await response.text();
    if (text.includes(slug) || text.includes(id)) return { place, ms: performance.now() - committed };
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
  throw new Error(`${title} was not found within ${GIVE_UP_MS} ms`);
}

const letters = (n: number) =>
  [...n.toString(26)].map((digit) => String.fromCharCode(97 + parseInt(digit, 26))).join("");
