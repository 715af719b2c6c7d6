/** What there is some of, the most first: values of one filter with their counts. */
export const mostFirst = (counts: Record<string, number>): [value: string, count: number][] =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([a, more], [b, less]) => less - more || a.localeCompare(b));
