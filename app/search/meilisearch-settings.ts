import type { Settings } from "meilisearch";
import { FACET_FIELDS } from "./meilisearch-query.ts";

/** The most a reader can page to; a page beyond it is empty. */
const MOST_HITS = 100_000;

/** How the engine keeps listings. Sending a setting re-indexes everything, so it is compared first. */
export const SETTINGS = {
  searchableAttributes: ["title", "organization", "keywords", "summary", "body"],
  displayedAttributes: ["id", "version", "_geo"],
  filterableAttributes: [...new Set(["id", "districtId", "closesAt", "_geo", ...Object.values(FACET_FIELDS)])].sort(),
  sortableAttributes: ["_geo", "closesAt", "publishedAt"],
  // A chosen order rules; without one the rule is passed over.
  rankingRules: ["sort", "words", "typo", "proximity", "attribute", "exactness", "publishedAt:desc"],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
    disableOnWords: [],
    disableOnAttributes: [],
  },
  pagination: { maxTotalHits: MOST_HITS },
  faceting: { maxValuesPerFacet: 500 },
} satisfies Settings;

/** The settings that differ from what the engine has; null: none. */
export function settingsToSend(held: Settings): Settings | null {
  const differing = Object.entries(SETTINGS).filter(([name, wanted]) => !holds(held[name as keyof Settings], wanted));
  return differing.length ? Object.fromEntries(differing) : null;
}

/** The engine answers with more fields than it was sent, and may order sets of attributes as it likes. */
function holds(held: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(held) || held.length !== wanted.length) return false;
    return JSON.stringify(held) === JSON.stringify(wanted) || isSortedSame(held, wanted);
  }
  if (typeof wanted !== "object" || wanted === null) return held === wanted;
  if (typeof held !== "object" || held === null) return false;
  return Object.entries(wanted).every(([name, value]) => holds((held as Record<string, unknown>)[name], value));
}

const isSortedSame = (held: unknown[], wanted: unknown[]) =>
  // Only these are sets; the order of searchable attributes and ranking rules means something.
  wanted.includes("_geo") && JSON.stringify([...held].sort()) === JSON.stringify([...wanted].sort());
