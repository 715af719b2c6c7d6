import { isNewSince, type Arrival } from "#app/domain/saved/arrivals.ts";
import { dueSearches, findArrivals, newSince, tellOf } from "#app/domain/saved/alerting.server.ts";
import type { Arrivals, DueSearch } from "#app/domain/saved/alerting.server.ts";
import type { District } from "#app/domain/districts/districts.server.ts";
import { askedOf } from "#app/search/asked-of.server.ts";
import { readQuery } from "#app/search/query.ts";
import { systemContext, type JobParts } from "../parts.ts";

const PAGE_SIZE = 100;

/** A query is asked once, for everybody who saved it. One that cannot be answered now holds up no other. */
export async function lookForMatches(
  parts: Pick<JobParts, "db" | "search" | "log">,
  { now = new Date() }: { now?: Date } = {},
): Promise<void> {
  const ctx = { ...systemContext(parts), now };
  const problems: unknown[] = [];
  let alerts = 0;
  for (const [district, searches] of await dueSearches(ctx)) {
    const mark = new Date(Math.min(...searches.map((search) => newSince(search).getTime())));
    const arrivals = await findArrivals(ctx, district, mark);
    for (const same of byQuery(searches)) {
      const fitting = await whichFit(parts, district, { query: same[0]!.query, arrivals, now }).catch(
        (error: unknown) => void problems.push(error),
      );
      for (const { id, since } of fitting ? same : []) {
        const news = fitting!.filter((arrival) => isNewSince(arrival, since)).map((arrival) => arrival.id);
        if (await tellOf(ctx, id, news)) alerts++;
      }
    }
  }
  if (alerts > 0) parts.log.info({ alerts }, "saved searches told of what is new");
  if (problems.length > 0) throw problems[0];
}

const byQuery = (searches: readonly DueSearch[]) =>
  [...new Set(searches.map(({ query }) => query))].map((query) => searches.filter((search) => search.query === query));

/** Of what arrived, what the engine finds by the query; the newest first, so that it reads no further than they reach. */
async function whichFit(
  { db, search }: Pick<JobParts, "db" | "search">,
  district: District,
  { query, arrivals, now }: { query: string; arrivals: Arrivals; now: Date },
): Promise<Arrival[]> {
  if (arrivals.listings.length === 0) return [];
  const { criteria } = await askedOf(db, district, readQuery(new URLSearchParams(query)), { now, pageSize: PAGE_SIZE });
  const arrived = new Map(arrivals.listings.map((arrival) => [arrival.id, arrival]));
  const fitting: Arrival[] = [];
  for (let page = 1; ; page++) {
    const { hits, total } = await search.search({ ...criteria, sort: "newest", page });
    fitting.push(...hits.flatMap(({ id }) => arrived.get(id) ?? []));
    if (page * PAGE_SIZE >= Math.min(total, arrivals.depth)) return fitting;
  }
}
