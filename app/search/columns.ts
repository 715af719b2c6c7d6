/**
 * One district's documents in columns: a bitmap for each value of each filter, and a number a document for what sorts.
 * Filters are cut and all counts are taken over 50,000 documents in about a millisecond; words are Postgres' part.
 */
import { Bits } from "./bits.ts";
import type { SearchCriteria } from "./criteria.ts";
import { milesBetween, type Point } from "./distance.ts";
import { FACET_GROUPS, type FacetCounts, type FacetGroup, type SearchHit } from "./search-index.ts";

/** A document as `search_documents` tells of it. */
export interface ColumnRow {
  slot: number;
  changed: number;
  listingId: string;
  alive: boolean;
  latitude: number | null;
  longitude: number | null;
  publishedAt: number;
  closesAt: number | null;
  /** `group:value`. */
  facets: string[];
}

/** What the words of a search found. */
export interface WordMatch {
  slots: Bits;
  /** Slot -> how well the words fit, 0 to 1; the others fit least. */
  scores: Map<number, number>;
}

interface Entry extends Point {
  id: string;
  changed: number;
  publishedAt: number;
  closesAt: number;
}

// A sort key is one number, so that typed arrays sort it natively: 31 bits of rank, 22 bits of slot.
const SLOT_BITS = 22;
const LAST_SLOT = 2 ** SLOT_BITS - 1;
const LAST_RANK = 2 ** 31 - 1;
const SCORE_STEPS = 2 ** 12 - 1;
const FINE_STEPS = 2 ** 19 - 1;
const EPOCH = Date.UTC(2020, 0, 1) / 1000;
const DAY = 86_400;
const capped = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));

export class Columns {
  /** `changed` of the newest row applied. */
  stamp = 0;
  private readonly entries: (Entry | undefined)[] = [];
  private readonly alive = new Bits();
  private readonly values = new Map<FacetGroup, Map<string, Bits>>(FACET_GROUPS.map((group) => [group, new Map()]));

  apply(rows: readonly ColumnRow[]) {
    for (const row of rows) {
      if ((this.entries[row.slot]?.changed ?? 0) >= row.changed) continue;
      this.entries[row.slot] = {
        id: row.listingId,
        changed: row.changed,
        latitude: row.latitude ?? NaN,
        longitude: row.longitude ?? NaN,
        publishedAt: row.publishedAt,
        closesAt: row.closesAt ?? Infinity,
      };
      if (row.alive) this.alive.add(row.slot);
      else this.alive.delete(row.slot);
      this.file(row);
      this.stamp = Math.max(this.stamp, row.changed);
    }
  }

  /** `match`: null when no words were asked for. */
  search(criteria: SearchCriteria, match: WordMatch | null): { hits: SearchHit[]; total: number; facets: FacetCounts } {
    const base = this.reachable(criteria, match);
    const chosen = FACET_GROUPS.map((group) => this.chosen(group, criteria[group]));
    const under = (except?: number) =>
      chosen.reduce<Bits>((left, bits, i) => (bits && i !== except ? left.and(bits) : left), base);
    const found = under();
    const facets = Object.fromEntries(
      FACET_GROUPS.map((group, i) => [group, this.counts(group, criteria[group], chosen[i] ? under(i) : found)]),
    ) as FacetCounts;
    return { hits: this.page(found, criteria, match), total: found.count, facets };
  }

  private file({ slot, alive, facets }: ColumnRow) {
    for (const values of this.values.values()) for (const bits of values.values()) bits.delete(slot);
    if (!alive) return;
    for (const facet of facets) {
      const colon = facet.indexOf(":");
      const values = this.values.get(facet.slice(0, colon) as FacetGroup);
      if (!values) continue;
      const value = facet.slice(colon + 1);
      let bits = values.get(value);
      if (!bits) values.set(value, (bits = new Bits()));
      bits.add(slot);
    }
  }

  /** Still open, with the words, near enough; what is done from anywhere is near to everyone. */
  private reachable({ now, near }: SearchCriteria, match: WordMatch | null): Bits {
    const seconds = now.getTime() / 1000;
    const within = near?.withinMiles ?? null;
    const remote = this.values.get("setting")!.get("remote");
    const reachable = new Bits();
    (match ? this.alive.and(match.slots) : this.alive).forEach((slot) => {
      const entry = this.entries[slot]!;
      if (entry.closesAt < seconds) return;
      if (near && within !== null && !remote?.has(slot) && !(milesBetween(near, entry) <= within)) return;
      reachable.add(slot);
    });
    return reachable;
  }

  private chosen(group: FacetGroup, wanted: readonly (string | number)[]): Bits | null {
    if (!wanted.length) return null;
    const bits = new Bits();
    for (const value of wanted) {
      const with_ = this.values.get(group)!.get(String(value));
      if (with_) bits.addAll(with_);
    }
    return bits;
  }

  private counts(group: FacetGroup, wanted: readonly (string | number)[], others: Bits): Record<string, number> {
    const counts: Record<string, number> = Object.fromEntries(wanted.map((value) => [value, 0]));
    for (const [value, bits] of this.values.get(group)!) {
      const count = bits.countWith(others);
      if (count > 0) counts[value] = count;
    }
    return counts;
  }

  private page(found: Bits, criteria: SearchCriteria, match: WordMatch | null): SearchHit[] {
    const keys = new Float64Array(found.count);
    let i = 0;
    found.forEach((slot) => {
      keys[i++] = this.rank(slot, criteria, match) * 2 ** SLOT_BITS + (LAST_SLOT - slot);
    });
    const from = (criteria.page - 1) * criteria.pageSize;
    const to = from + criteria.pageSize;
    return [...smallest(keys, to).subarray(from, to)].map((key) => {
      const entry = this.entries[LAST_SLOT - (key % 2 ** SLOT_BITS)]!;
      const miles = criteria.near ? milesBetween(criteria.near, entry) : NaN;
      return { id: entry.id, distanceMiles: Number.isNaN(miles) ? null : miles };
    });
  }

  /** Smaller comes first. Without words the best match is the nearest one, without a place the newest. */
  private rank(slot: number, { sort, near }: SearchCriteria, match: WordMatch | null): number {
    const entry = this.entries[slot]!;
    const newest = LAST_RANK - capped(entry.publishedAt - EPOCH, LAST_RANK);
    if (sort === "newest") return newest;
    if (sort === "closing") return capped(entry.closesAt - EPOCH, LAST_RANK);
    const miles = near ? milesBetween(near, entry) : NaN;
    if (sort === "nearest" || !match) return near ? hundredths(miles, LAST_RANK) : newest;
    const score = SCORE_STEPS - capped((match.scores.get(slot) ?? 0) * SCORE_STEPS, SCORE_STEPS);
    const fine = near
      ? hundredths(miles, FINE_STEPS)
      : FINE_STEPS - capped((entry.publishedAt - EPOCH) / DAY, FINE_STEPS);
    return score * (FINE_STEPS + 1) + fine;
  }
}

const hundredths = (miles: number, most: number) => (Number.isNaN(miles) ? most : capped(miles * 100, most));

/** The `count` smallest, or a few more, in order: a first page needs no whole list sorted. */
function smallest(keys: Float64Array, count: number): Float64Array {
  if (count * 4 >= keys.length) return keys.sort();
  const kept = new Float64Array(count * 2);
  let n = 0;
  let limit = Infinity;
  for (const key of keys) {
    if (key >= limit) continue;
    kept[n++] = key;
    if (n < kept.length) continue;
    kept.sort();
    n = count;
    limit = kept[count - 1]!;
  }
  return kept.subarray(0, n).sort();
}
