import { notFound } from "./id-param.ts";

/** The number of an edition in an address; what could be none is not found, the same as one nobody published. */
export function editionNumber(params: Record<string, string | undefined>): number {
  const number = editionAsked(params.number ?? null);
  if (number === null) throw notFound();
  return number;
}

export const editionAsked = (asked: string | null): number | null =>
  asked !== null && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;

/** Of a long edition; what makes no sense is the first. */
export const editionPageAsked = (asked: URLSearchParams): number =>
  Number(/^[1-9]\d{0,2}$/.exec(asked.get("page") ?? "")?.[0] ?? 1);
