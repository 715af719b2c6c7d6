/** A question about a list as a program asks it: the site's filters and sort, a page size and a cursor. */
import { readQuery, writeQuery, type ListQuery } from "#app/search/query.ts";
import { queryProblem, type QueryProblem } from "#app/search/query-problems.ts";

/** How many an answer may hold, and how many it does unless asked. */
export const MOST_A_PAGE = 100;
export const A_PAGE = 50;

export interface PageAsked {
  size: number;
  cursor: string | null;
}

export interface ListQuestion extends PageAsked {
  query: ListQuery;
}

export type Asked<T> = { ok: true; value: T } | { ok: false; problem: QueryProblem };

/** `rest`: what is asked besides. */
function readPage(params: URLSearchParams): Asked<PageAsked> & { rest: URLSearchParams } {
  const rest = new URLSearchParams(params);
  const [sizes, cursors] = [params.getAll("page_size"), params.getAll("cursor")];
  rest.delete("page_size");
  rest.delete("cursor");
  const refused = (parameter: string, why: QueryProblem["why"]) =>
    ({ ok: false, problem: { parameter, why }, rest }) as const;
  if (sizes.length > 1) return refused("page_size", "given_twice");
  if (cursors.length > 1) return refused("cursor", "given_twice");
  const [size = String(A_PAGE)] = sizes;
  if (!/^\d{1,3}$/.test(size) || Number(size) < 1 || Number(size) > MOST_A_PAGE)
    return refused("page_size", "unknown_value");
  return { ok: true, value: { size: Number(size), cursor: cursors[0] ?? null }, rest };
}

/** Of an address that takes a page and nothing else. */
export function readPageAlone(params: URLSearchParams): Asked<PageAsked> {
  const page = readPage(params);
  return page.ok ? (refuseRest(page.rest) ?? page) : page;
}

/** Of an address that takes nothing. */
export const readNothing = (params: URLSearchParams): Asked<null> => refuseRest(params) ?? { ok: true, value: null };

function refuseRest(rest: URLSearchParams): Asked<never> | null {
  const [parameter] = rest.keys();
  return parameter === undefined ? null : { ok: false, problem: { parameter, why: "unknown_parameter" } };
}

export function readListQuestion(params: URLSearchParams): Asked<ListQuestion> {
  const page = readPage(params);
  if (!page.ok) return page;
  const problem = queryProblem(page.rest);
  return problem ? { ok: false, problem } : { ok: true, value: { ...page.value, query: readQuery(page.rest) } };
}

/** In its one spelling: the same question is the same address. */
export function writePage({ size, cursor }: PageAsked, params = new URLSearchParams()): URLSearchParams {
  if (size !== A_PAGE) params.set("page_size", String(size));
  if (cursor !== null) params.set("cursor", cursor);
  return params;
}

export const writeListQuestion = ({ query, ...page }: ListQuestion) => writePage(page, writeQuery(query));
