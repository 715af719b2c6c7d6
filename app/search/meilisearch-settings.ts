import type { Settings } from "meilisearch";
import { CELL_FIELD, FACET_FIELDS, TITLE_WORDS_FIELD, WORD_FORMS_FIELD } from "./meilisearch-query.ts";
import { formsOf, synonymsOf, typedWithSynonyms } from "./synonym-index.ts";

/** The most a reader can page to; a page beyond it is empty. */
const MOST_HITS = 100_000;

/** How the engine keeps listings. Sending a setting re-indexes everything, so it is compared first. */
export const SETTINGS = {
  searchableAttributes: ["title", "organization", "keywords", "summary", "body", WORD_FORMS_FIELD],
  displayedAttributes: ["id", "version", "_geo"],
  filterableAttributes: [
    ...new Set(["id", "districtId", "closesAt", "publishedAt", "_geo", CELL_FIELD, ...Object.values(FACET_FIELDS)]),
  ].sort(),
  sortableAttributes: ["_geo", "closesAt", "publishedAt"],
  // A chosen order rules; without one the rule is passed over. A title that says nothing else is meant rather than a longer one.
  rankingRules: [
    "sort",
    "words",
    "typo",
    "proximity",
    "attribute",
    "exactness",
    `${TITLE_WORDS_FIELD}:asc`,
    "publishedAt:desc",
  ],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 6 },
    disableOnWords: [],
    disableOnAttributes: [],
  },
  synonyms: synonyms(),
  pagination: { maxTotalHits: MOST_HITS },
  faceting: { maxValuesPerFacet: 2_000 },
} satisfies Settings;

/** The engine knows no stems, so each synonym is sent in its numbers and genders; it takes the first hundred words. */
function synonyms(): Record<string, string[]> {
  const entries = [...typedWithSynonyms()].map((typed) => {
    const others = synonymsOf(typed.split(" "));
    const forms = [...others.map(({ text }) => text), ...others.flatMap(formsOf)];
    return [typed, [...new Set(forms)]] as [string, string[]];
  });
  return Object.fromEntries(entries);
}

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
  // A synonym taken out of the file must leave the engine too.
  if (wanted === SETTINGS.synonyms && Object.keys(held).length !== Object.keys(wanted).length) return false;
  return Object.entries(wanted).every(([name, value]) => holds((held as Record<string, unknown>)[name], value));
}

const isSortedSame = (held: unknown[], wanted: unknown[]) =>
  // Only these are sets; the order of searchable attributes and ranking rules means something.
  wanted.includes("_geo") && JSON.stringify([...held].sort()) === JSON.stringify([...wanted].sort());
