import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { notYet, type NotYet, type YearMonth } from "#app/domain/opportunities/eligibility.ts";
import type { SearchCriteria } from "#app/search/criteria.ts";
import type { SearchIndex } from "#app/search/search-index.ts";

const MOST_SHOWN = 6;

/** What is not open yet to the one grade that was chosen, and would fit else; null when not one grade was. */
export async function findNotYet(search: SearchIndex, criteria: SearchCriteria) {
  const [grade, ...more] = criteria.grade;
  if (grade === undefined || more.length > 0) return null;
  const later = { ...criteria, grade: [], notYetFor: grade, page: 1, pageSize: MOST_SHOWN };
  const { hits, total } = await search.search(later);
  return { grade, hits, total };
}

/** What stands in the way of somebody in a grade, and until when, unless by then nobody can ask any more. */
export function inTheWay(listing: PublishedListing, grade: number, today: string): NotYet | null {
  const month: YearMonth = { year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) };
  const limit = notYet(listing.content, listing.onlyGrades, { grade, age: null, born: null }, month);
  const isOver = limit?.opens && listing.closesOn !== null && firstDayOf(limit.opens) > listing.closesOn;
  return limit && (isOver ? { ...limit, opens: null } : limit);
}

const firstDayOf = ({ year, month }: YearMonth) => `${year}-${String(month).padStart(2, "0")}-01`;
