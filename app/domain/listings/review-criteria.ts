/** What a coordinator looks at, as the query of an address: one that says nothing sound shows what waits for a decision. */
import { RULE_FILTERS, type RuleFilter } from "../opportunities/finding-kinds.ts";
import { isKind } from "../opportunities/kinds.ts";
import { isSector, type Sector } from "../organizations/sectors.ts";
import { isQueue, type Queue } from "./review-queue.ts";

export const ASSIGNED = ["me", "nobody", "someone"] as const;
/** What a text or a listing has that is worth a second look. */
export const TRAITS = ["hazards", "reported", "imported", "edit", "entered"] as const;
/** The first is the queue's own order: what is due first. */
export const SORTS = ["due", "newest", "oldest", "title", "partner"] as const;
export const VIEWS = ["table", "cards"] as const;

export interface Criteria {
  queue: Queue;
  kind: string | null;
  sector: Sector | null;
  /** Part of an organization's name. */
  partner: string | null;
  schoolId: string | null;
  pathwayId: string | null;
  assigned: (typeof ASSIGNED)[number] | null;
  /** Sent before this day, `YYYY-MM-DD`. */
  before: string | null;
  has: (typeof TRAITS)[number] | null;
  /** What the rule check found. */
  rules: RuleFilter | null;
  sort: (typeof SORTS)[number];
  view: (typeof VIEWS)[number];
  page: number;
}

const LONGEST_PARTNER = 80;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readCriteria(asked: URLSearchParams): Criteria {
  const word = (name: string) => asked.get(name)?.trim() ?? "";
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find((each) => each === word(name)) ?? null;
  const id = (name: string) => (UUID.test(word(name)) ? word(name) : null);
  const [queue, kind, sector, before] = [word("show"), word("kind"), word("sector"), word("before")];
  return {
    queue: isQueue(queue) ? queue : "awaiting",
    kind: isKind(kind) ? kind : null,
    sector: isSector(sector) ? sector : null,
    partner: word("partner").slice(0, LONGEST_PARTNER) || null,
    schoolId: id("school"),
    pathwayId: id("pathway"),
    assigned: one("assigned", ASSIGNED),
    before: isDay(before) ? before : null,
    has: one("has", TRAITS),
    rules: one("rules", RULE_FILTERS),
    sort: one("sort", SORTS) ?? "due",
    view: one("view", VIEWS) ?? "table",
    page: Math.max(1, Math.min(100_000, Math.trunc(Number(word("page"))) || 1)),
  };
}

/** The shortest query that means the same; what goes without saying is left out. */
export function writeCriteria(criteria: Partial<Criteria>): URLSearchParams {
  const query = new URLSearchParams();
  const said: [string, string | null | undefined][] = [
    ["show", criteria.queue === "awaiting" ? null : criteria.queue],
    ["kind", criteria.kind],
    ["sector", criteria.sector],
    ["partner", criteria.partner],
    ["school", criteria.schoolId],
    ["pathway", criteria.pathwayId],
    ["assigned", criteria.assigned],
    ["before", criteria.before],
    ["has", criteria.has],
    ["rules", criteria.rules],
    ["sort", criteria.sort === "due" ? null : criteria.sort],
    ["view", criteria.view === "table" ? null : criteria.view],
    ["page", criteria.page && criteria.page > 1 ? String(criteria.page) : null],
  ];
  for (const [name, value] of said) if (value) query.set(name, value);
  return query;
}

/** The same query once more, of whatever was sent along to come back to. */
export const soundQuery = (query: string) => writeCriteria(readCriteria(new URLSearchParams(query))).toString();

/** Whether anything is narrowed beyond the queue. */
export const isNarrowed = ({ queue: _queue, sort: _sort, view: _view, page: _page, ...filters }: Criteria) =>
  Object.values(filters).some((value) => value !== null);

const isDay = (text: string) => DAY.test(text) && !Number.isNaN(Date.parse(text)) && isSameDay(text);
/** The 30th of February is no day. */
const isSameDay = (text: string) => new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;
