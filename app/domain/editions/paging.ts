/** What stands on one page of something too long for one, section by section. Pure. */

/** What a cheap phone draws at once, and a slow line brings within a second or two. */
export const ON_A_PAGE = 200;

export interface Paged {
  page: number;
  pages: number;
  /** Of each section, the page it begins on. */
  begins: number[];
  /** What of which section stands here: its entries from `from`, before `to`. */
  parts: { section: number; from: number; to: number }[];
}

/** `counts`: how many entries each section has. A page past the end is the last. */
export function paged(counts: readonly number[], asked: number): Paged {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(total / ON_A_PAGE));
  const page = Math.min(asked, pages);
  const [first, end] = [(page - 1) * ON_A_PAGE, page * ON_A_PAGE];
  const begins: number[] = [];
  const parts: Paged["parts"] = [];
  let start = 0;
  for (const [section, count] of counts.entries()) {
    begins.push(Math.floor(start / ON_A_PAGE) + 1);
    const [from, to] = [Math.max(first - start, 0), Math.min(end - start, count)];
    if (from < to) parts.push({ section, from, to });
    start += count;
  }
  return { page, pages, begins, parts };
}
