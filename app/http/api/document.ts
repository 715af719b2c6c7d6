import { openApiDocument, type QueryParameter } from "#app/publishing/api/openapi.ts";
import { SORTS } from "#app/search/criteria.ts";
import { FILTER_PATTERNS, FILTER_VALUES, LONGEST_PLACE, LONGEST_WORDS, MOST_MILES } from "#app/search/query.ts";
import { FACET_GROUPS, type FacetGroup } from "#app/search/search-index.ts";
import { RATE_LIMITS } from "../rate-limits.ts";
import { A_PAGE, MOST_A_PAGE } from "./list-question.ts";

const FILTERS: Record<FacetGroup, string> = {
  kind: "What sort of experience",
  cluster: "A career cluster, by its code",
  pathway: "A pathway of the district, by its slug",
  grade: "Open to this grade; 0 is kindergarten",
  pay: "What it pays",
  when: "When it takes place",
  setting: "On site, from anywhere, or both",
  transport: "How to get there",
  bell: "Fits after school is out at this time",
  day: "On this day of the week",
  time: "In this part of the day",
  stage: "Where the district puts its kind",
  counts: "What it counts toward",
  cost: "What it costs the student",
  clearance: "Whether a student is checked before",
  language: "A language spoken there",
  access: "What helps who needs it",
  sector: "What kind of organization offers it",
  organization: "Who offers it, by its id",
  new: "Published in the last seven days",
};

const text = (maxLength: number) => ({ type: "string", maxLength });

export const SEARCH_PARAMETERS: QueryParameter[] = [
  { name: "q", about: "Words; slips of the finger are forgiven", schema: text(LONGEST_WORDS) },
  { name: "where", about: "A ZIP code, a town or a school of the district to be near to", schema: text(LONGEST_PLACE) },
  { name: "school", about: "The same as `where`, for a school's name", schema: text(LONGEST_PLACE) },
  {
    name: "within",
    about: "Miles around `where`; left out: the district's usual radius",
    schema: { anyOf: [{ type: "integer", minimum: 1, maximum: MOST_MILES }, { const: "any" }] },
  },
  ...FACET_GROUPS.map((name) => ({
    name,
    about: FILTERS[name],
    isMany: true,
    schema: {
      type: "string",
      ...(FILTER_VALUES[name] ? { enum: FILTER_VALUES[name] } : { pattern: FILTER_PATTERNS[name]?.source }),
    },
  })),
  { name: "area", about: "Cells of the site's map, as its addresses have them", schema: { type: "string" } },
  { name: "sort", about: "The order; `nearest` needs `where`", schema: { type: "string", enum: SORTS } },
];

export const PAGE_PARAMETERS: QueryParameter[] = [
  {
    name: "page_size",
    about: "How many an answer holds at most",
    schema: { type: "integer", minimum: 1, maximum: MOST_A_PAGE, default: A_PAGE },
  },
  {
    name: "cursor",
    about: "Where the page before ended: what `next` says, and nothing else",
    schema: { type: "string" },
  },
];

export const apiDocument = (origin: string) =>
  openApiDocument({ origin, search: SEARCH_PARAMETERS, page: PAGE_PARAMETERS, rate: RATE_LIMITS.api.address });
