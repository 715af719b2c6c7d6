import { randomUUID } from "node:crypto";
import { noFilters, type SearchCriteria } from "#app/search/criteria.ts";
import { createMeilisearchIndex } from "#app/search/meilisearch.server.ts";
import { createPostgresIndex } from "#app/search/postgres.server.ts";
import type { SearchDocument, SearchIndex } from "#app/search/search-index.ts";
import type { Database } from "#db/database.ts";

export const SEARCH_NOW = new Date("2027-02-09T20:30:00Z");

const { MEILI_URL: url, MEILI_SEARCH_KEY: searchKey = "", MEILI_ADMIN_KEY: adminKey = "" } = process.env;

/** Every adapter that can be tested here: Postgres, and Meilisearch when MEILI_URL is set. */
export function searchEngines(database: { readonly db: Database }, index: string): [string, () => SearchIndex][] {
  const engines: [string, () => SearchIndex][] = [["postgres", () => createPostgresIndex(database.db)]];
  if (url) engines.push(["meilisearch", () => createMeilisearchIndex({ url, searchKey, adminKey, index })]);
  return engines;
}

const NOBODY = randomUUID();
let made = 0;
/** A document each newer than the one before. */
export function givenDocument(changes: Partial<SearchDocument> & { districtId: string }): SearchDocument {
  made += 1;
  return {
    id: randomUUID(),
    version: 1,
    title: "Untitled",
    organization: "Someone",
    organizationId: NOBODY,
    summary: "",
    body: "",
    keywords: [],
    kind: "Other",
    stage: "exploration",
    sector: "business",
    clusters: [],
    subClusters: [],
    pathways: [],
    labels: [],
    pay: [],
    cost: null,
    clearance: null,
    counts: [],
    when: [],
    days: [],
    times: [],
    bells: [],
    grades: [9, 10, 11, 12],
    setting: "on_site",
    transport: [],
    languages: [],
    access: [],
    point: null,
    publishedAt: SEARCH_NOW.getTime() / 1000 - 1_000_000 + made,
    closesAt: null,
    ...changes,
  };
}

export function askingFor(changes: Partial<SearchCriteria> & { districtId: string }): SearchCriteria {
  return {
    ...noFilters(SEARCH_NOW),
    words: "",
    near: null,
    sort: "best",
    page: 1,
    pageSize: 24,
    now: SEARCH_NOW,
    ...changes,
  };
}
