import type { SearchCriteria } from "./criteria.ts";

/**
 * A published listing as a search engine holds it. Fields of the listing only: nothing about a learner, no contact.
 * Times are unix seconds; grades 0 (kindergarten) to 12; points in WGS 84 degrees.
 */
export interface SearchDocument {
  /** Listing id (uuid). */
  id: string;
  /** `listings.version` it was made from: what `search:verify` compares. */
  version: number;
  districtId: string;
  title: string;
  organization: string;
  summary: string;
  /** Description, tasks, requirements. */
  body: string;
  /** Skills, and the plain words of kind, clusters and pathways in every language of the site. */
  keywords: string[];
  kind: string;
  sector: string;
  clusters: string[];
  subClusters: string[];
  /** Slugs of the district's pathways. */
  pathways: string[];
  labels: string[];
  /** `paid`, `stipend`, `unpaid`, and `credit` beside them. */
  pay: string[];
  /** See WHEN in criteria.ts. */
  when: string[];
  /** Every grade that may take part. */
  grades: number[];
  setting: string;
  transport: string[];
  point: { latitude: number; longitude: number } | null;
  publishedAt: number;
  /** End of its last day in the district's zone; null: open until closed. */
  closesAt: number | null;
}

export interface SearchHit {
  id: string;
  /** From the point asked for, when both have one. */
  distanceMiles: number | null;
}

/** Per filter group and value, how many listings it would leave under the *other* groups' filters. */
export type FacetCounts = Record<FacetGroup, Record<string, number>>;
export type FacetGroup = (typeof FACET_GROUPS)[number];
export const FACET_GROUPS = ["kind", "cluster", "pathway", "grade", "pay", "when", "setting", "transport"] as const;

export interface SearchPage {
  hits: SearchHit[];
  total: number;
  facets: FacetCounts;
  /** True when the fallback answered because the first engine could not: readers are told. */
  degraded: boolean;
}

/** A document that would fail its whole batch, and why. */
export interface RefusedDocument {
  id: string;
  reason: string;
}

/** The port. Every adapter passes `search-index.contract.test.ts`; none of them is the truth, Postgres' listings are. */
export interface SearchIndex {
  readonly name: string;
  /** Adds or replaces; an older version never replaces a newer one. Answers those it will not take; the others are in. */
  put(documents: readonly SearchDocument[]): Promise<RefusedDocument[]>;
  remove(ids: readonly string[]): Promise<void>;
  search(criteria: SearchCriteria): Promise<SearchPage>;
  /** Listing id -> version of every document held. */
  versions(): Promise<Map<string, number>>;
  /**
   * Replaces everything by `documents`, readers served throughout. What is put meanwhile may be lost: compare
   * `versions` afterwards.
   */
  rebuild(documents: AsyncIterable<SearchDocument[]>): Promise<RefusedDocument[]>;
}

/** What a reader who is still typing may mean, likeliest first. Ids of listings: their texts are read again. */
export interface Suggested {
  /** Of different titles. */
  listings: string[];
  /** For each organization that is named so, a listing of it. */
  organizations: string[];
}

/** Beside the port: one district's titles and organizations by the words they hold, whichever engine searches. */
export interface Suggests {
  suggest(asked: { districtId: string; typed: string; now: Date; most: number }): Promise<Suggested>;
}
