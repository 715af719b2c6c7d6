/**
 * One district's documents in columns: a bitmap for each value of each filter, and a number a document for what sorts.
 * Filters are cut and all counts are taken over 50,000 documents in about a millisecond; words are Postgres' part.
 */
import { Bits } from "./bits.ts";
import { gradesAbove, type SearchCriteria } from "./criteria.ts";
import { milesBetween, type Point } from "#app/domain/districts/distance.ts";
import { Bitmaps, Numbers, type FacetValues } from "./facet-values.ts";
import {
  FACET_GROUPS,
  HELD_GROUPS,
  THIS_WEEK,
  type FacetCounts,
  type FacetGroup,
  type SearchHit,
  type SearchPage,
} from "./search-index.ts";

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
  /** `group:value`, and `cell:` with its place on the map. */
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
  private readonly cells = new Numbers();
  private readonly values = new Map<string, FacetValues>([
    ...HELD_GROUPS.map((group) => [group, group === "organization" ? new Numbers() : new Bitmaps()] as const),
    ["cell", this.cells],
  ]);

  apply(rows: readonly ColumnRow[]) {
    for (const row of rows) {
      const before = this.entries[row.slot];
      if (before && before.changed >= row.changed) continue;
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
      if (before) for (const values of this.values.values()) values.remove(row.slot);
      if (row.alive) this.file(row);
      this.stamp = Math.max(this.stamp, row.changed);
    }
  }

  /** `match`: null when no words were asked for. */
  search(criteria: SearchCriteria, match: WordMatch | null): Omit<SearchPage, "degraded"> {
    const { base, fresh } = this.reachable(criteria, match);
    const chosen = FACET_GROUPS.map((group) =>
      group === "new" ? isAsked(criteria.new, fresh) : this.chosen(group, criteria),
    );
    const under = (except?: number) =>
      chosen.reduce<Bits>((left, bits, i) => (bits && i !== except ? left.and(bits) : left), base);
    const found = under();
    const facets = Object.fromEntries(
      FACET_GROUPS.map((group, i) => {
        const others = chosen[i] ? under(i) : found;
        const counts = group === "new" ? countNew(fresh, others) : this.values.get(group)!.count(others);
        return [group, { ...Object.fromEntries(criteria[group].map((value) => [value, 0])), ...counts }];
      }),
    ) as FacetCounts;
    return { hits: this.page(found, criteria, match), total: found.count, facets, cells: this.cells.count(found) };
  }

  private file({ slot, facets }: ColumnRow) {
    for (const facet of facets) {
      const colon = facet.indexOf(":");
      this.values.get(facet.slice(0, colon))?.add(slot, facet.slice(colon + 1));
    }
  }

  /**
   * Still open, with the words, near enough, in the cells and not open to a grade yet if that is asked for; and which
   * are new. What is done from anywhere is near to everyone.
   */
  private reachable({ now, near, newSince, cells, notYetFor }: SearchCriteria, match: WordMatch | null) {
    const [seconds, since] = [now.getTime() / 1000, newSince.getTime() / 1000];
    const within = near?.withinMiles ?? null;
    const remote = this.values.get("setting")!.having(["remote"]);
    const [reachable, fresh] = [new Bits(), new Bits()];
    (match ? this.alive.and(match.slots) : this.alive).forEach((slot) => {
      const entry = this.entries[slot]!;
      if (entry.closesAt < seconds) return;
      if (near && within !== null && !remote.has(slot) && !(milesBetween(near, entry) <= within)) return;
      reachable.add(slot);
      if (entry.publishedAt >= since) fresh.add(slot);
    });
    const inCells = cells.length > 0 ? reachable.and(this.cells.having(cells)) : reachable;
    return { base: notYetFor === null ? inCells : this.notYet(inCells, notYetFor), fresh };
  }

  private notYet(reachable: Bits, grade: number): Bits {
    const grades = this.values.get("grade")!;
    const open = grades.having([String(grade)]);
    const later = new Bits();
    reachable.and(grades.having(gradesAbove(grade))).forEach((slot) => !open.has(slot) && later.add(slot));
    return later;
  }

  private chosen(group: FacetGroup, criteria: SearchCriteria): Bits | null {
    const wanted = criteria[group];
    return wanted.length > 0 ? this.values.get(group)!.having(wanted.map(String)) : null;
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

const isAsked = (wanted: readonly string[], fresh: Bits) =>
  wanted.length === 0 ? null : wanted.includes(THIS_WEEK) ? fresh : new Bits();

function countNew(fresh: Bits, others: Bits): Record<string, number> {
  const count = fresh.countWith(others);
  return count > 0 ? { [THIS_WEEK]: count } : {};
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
