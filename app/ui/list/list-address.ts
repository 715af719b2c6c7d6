/** What the list's address says, and the addresses that differ from it by one choice. The page starts anew. */
export interface Choice {
  name: string;
  value: string;
}

const copy = (params: URLSearchParams) => {
  const next = new URLSearchParams(params);
  next.delete("page");
  return next;
};

export function without(params: URLSearchParams, { name, value }: Choice) {
  const next = copy(params);
  const others = next.getAll(name).filter((other) => other !== value);
  next.delete(name);
  for (const other of others) next.append(name, other);
  return next;
}

export function withoutAll(params: URLSearchParams, names: readonly string[]) {
  const next = copy(params);
  for (const name of names) next.delete(name);
  return next;
}

export function withOne(params: URLSearchParams, name: string, value: string | null) {
  const next = copy(params);
  if (value === null) next.delete(name);
  else next.set(name, value);
  return next;
}

/** Page one has no number. */
export const withPage = (params: URLSearchParams, page: number) =>
  withOne(params, "page", page > 1 ? String(page) : null);

/** Numbers of the pages to link: the ends, and two on each side of this one; null is a gap. */
export function pagesToLink(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, pages].filter((n) => n >= 1 && n <= pages);
  const linked: (number | null)[] = [];
  let last = 0;
  for (const n of [...new Set(wanted)].sort((a, b) => a - b)) {
    if (n > last + 1) linked.push(n === last + 2 ? last + 1 : null);
    linked.push(n);
    last = n;
  }
  return linked;
}
