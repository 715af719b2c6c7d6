import { daysBetween } from "../districts/zone.ts";
import type { EditionChanges } from "./compare-editions.ts";
import type { PublishedList } from "./published-list.ts";

/** How much of a list its organizations confirmed of late, by the district's own measure. */
export interface FreshnessRate {
  listings: number;
  confirmed: number;
  /** "Of late": within so many days. */
  days: number;
}

/** Rounded down: not quite all is not all. */
export const percentOf = ({ listings, confirmed }: FreshnessRate) =>
  listings === 0 ? null : Math.floor((100 * confirmed) / listings);

/** Days of the district; what was never confirmed is not fresh. */
export const isFresh = (confirmedOn: string | null, today: string, days: number) =>
  confirmedOn !== null && daysBetween(confirmedOn, today) <= days;

export function freshnessOf({ entries, asOf }: Pick<PublishedList, "entries" | "asOf">, days: number): FreshnessRate {
  const confirmed = entries.filter(({ confirmedOn }) => isFresh(confirmedOn, asOf, days)).length;
  return { listings: entries.length, confirmed, days };
}

/** So many of each kind of change are named where there is no room for all. */
const NAMED = 5;

/** What is told of an edition without reading it: counted when it is published, since it never changes. */
export interface EditionSummary extends FreshnessRate {
  /** The edition before it; null: it is the first. */
  since: ChangeCounts | null;
}

export interface ChangeCounts {
  number: number;
  added: number;
  closed: number;
  changed: number;
  /** Ids of the first new ones; those that changed follow. */
  first: { added: string[]; changed: string[] };
}

export function countChanges(number: number, { added, closed, changed }: EditionChanges): ChangeCounts {
  const first = {
    added: added.slice(0, NAMED).map(({ id }) => id),
    changed: changed.slice(0, NAMED).map(({ after }) => after.id),
  };
  return { number, added: added.length, closed: closed.length, changed: changed.length, first };
}
