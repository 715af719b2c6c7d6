import type { District } from "#app/domain/districts/districts.server.ts";
import { listDates, type ListedDates } from "#app/domain/listings/published.server.ts";
import type { Database } from "#db/database.ts";
import { askedOf } from "./asked-of.server.ts";
import type { SearchCriteria } from "./criteria.ts";
import type { ListQuery } from "./query.ts";
import type { SearchHit, SearchIndex } from "./search-index.ts";
import { queryWords } from "./tokens.ts";

/** More than any district's list holds, and as much as every engine tells. */
const ALL = 100_000;

export interface Placed {
  id: string;
  /** What it is sorted by, the smallest first, then by id; null: its place is the engine's word alone. */
  key: number | null;
}

interface Found {
  order: Placed[];
  /** False: the question names a place nobody knows. */
  isPlaceKnown: boolean;
}

/**
 * All that a question finds, in an order that stays while the list changes around it: whoever goes on after a listing
 * misses and repeats nothing. Only how well words fit is the engine's secret.
 */
export async function foundInOrder(
  { db, search, now }: { db: Database; search: Pick<SearchIndex, "search">; now: Date },
  district: District,
  query: ListQuery,
): Promise<Found> {
  const { criteria, place } = await askedOf(db, district, { ...query, page: 1 }, { now, pageSize: ALL });
  const [{ hits }, dates] = await Promise.all([search.search(criteria), listDates(db, district, now)]);
  const isPlaceKnown = query.where === "" || place !== null;
  const keyOf = keyBy(criteria);
  const found = hits.flatMap((hit) => {
    const own = dates.get(hit.id);
    return own ? [{ id: hit.id, key: keyOf?.(hit, own) ?? null }] : [];
  });
  return { order: keyOf ? found.sort(byKey) : found, isPlaceKnown };
}

const byKey = (a: Placed, b: Placed) => compare(a.key ?? 0, b.key ?? 0) || compare(a.id, b.id);
const compare = <T>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** As the engines sort: without words the best is the nearest, without a place the newest. */
function keyBy({ sort, near, words }: SearchCriteria): ((hit: SearchHit, dates: ListedDates) => number) | null {
  if (sort === "best" && queryWords(words).length > 0) return null;
  if (sort === "closing") return (_, { closesOn }) => (closesOn === null ? Infinity : Date.parse(closesOn));
  if (near && sort !== "newest") return ({ distanceMiles }) => distanceMiles ?? Infinity;
  return (_, { publishedAt }) => -(publishedAt?.getTime() ?? 0);
}

/** The place in the order behind `last`, which was the `given`-th and may have gone or moved since. */
export function placeAfter(order: readonly Placed[], last: Placed, given: number): number {
  if (last.key !== null) {
    const next = order.findIndex((each) => byKey(each, last) > 0);
    return next < 0 ? order.length : next;
  }
  const at = order.findIndex(({ id }) => id === last.id);
  return at < 0 ? Math.max(0, given - 1) : at + 1;
}
