import type { SearchCriteria } from "./criteria.ts";
import { cellOf } from "./map-cells.ts";

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
  organizationId: string;
  summary: string;
  /** Description, tasks, requirements. */
  body: string;
  /** Skills, and the plain words of kind, clusters and pathways in every language of the site. */
  keywords: string[];
  kind: string;
  /** Where the district puts its kind. */
  stage: string;
  sector: string;
  clusters: string[];
  subClusters: string[];
  /** Slugs of the district's pathways. */
  pathways: string[];
  labels: string[];
  /** `paid`, `stipend`, `unpaid`, and `credit` beside them. */
  pay: string[];
  /** `free` when it costs the student nothing; null: it does, or nobody said. */
  cost: "free" | null;
  /** `none` when no student is checked before the start. */
  clearance: "none" | null;
  /** See COUNTS_TOWARD in criteria.ts. */
  counts: string[];
  /** See WHEN in criteria.ts. */
  when: string[];
  /** Days of the week and parts of the day. */
  days: string[];
  times: string[];
  /** `HH:MM`, each quarter of an hour at which a school may be out for it to fit. */
  bells: string[];
  /** Every grade that may take part. */
  grades: number[];
  setting: string;
  transport: string[];
  languages: string[];
  access: string[];
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
/** What a document is filtered by, in the order of the address; a new one goes to the end, since searches are kept as addresses. */
export const HELD_GROUPS = [
  "kind",
  "cluster",
  "pathway",
  "grade",
  "pay",
  "when",
  "setting",
  "transport",
  "bell",
  "day",
  "time",
  "stage",
  "counts",
  "cost",
  "clearance",
  "language",
  "access",
  "sector",
  "organization",
] as const;
export type HeldGroup = (typeof HELD_GROUPS)[number];
/** `new` moves with the clock, so no document holds it. */
export const FACET_GROUPS = [...HELD_GROUPS, "new"] as const;
export type FacetGroup = (typeof FACET_GROUPS)[number];
/** The one value of `new`. */
export const THIS_WEEK = "week";

/** The values a document has for each filter, one way for every engine. */
export const facetValues = (document: SearchDocument): Record<HeldGroup, readonly (string | number)[]> => ({
  kind: [document.kind],
  cluster: document.clusters,
  pathway: document.pathways,
  grade: document.grades,
  pay: document.pay,
  when: document.when,
  setting: [document.setting],
  transport: document.transport,
  bell: document.bells,
  day: document.days,
  time: document.times,
  stage: [document.stage],
  counts: document.counts,
  cost: document.cost ? [document.cost] : [],
  clearance: document.clearance ? [document.clearance] : [],
  language: document.languages,
  access: document.access,
  sector: [document.sector],
  organization: [document.organizationId],
});

/** Where a document stands on the map; what is done from anywhere stands nowhere. */
export const cellOfDocument = ({ point, setting }: SearchDocument) =>
  point && setting !== "remote" ? cellOf(point) : null;

export interface SearchPage {
  hits: SearchHit[];
  total: number;
  facets: FacetCounts;
  /** Of all hits that have a place, how many are in each cell of the map. */
  cells: Record<string, number>;
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
