/** The page a list is asked for, and how many it has: what is no page of it is the nearest one. */
export function pageOf(asked: string | null, { rows, size }: { rows: number; size: number }) {
  const pages = Math.max(1, Math.ceil(rows / size));
  return { page: Math.min(Math.max(1, Math.trunc(Number(asked)) || 1), pages), pages };
}
