/** What the address of a region's page asks: words, a kind and a career cluster, on one of its pages. */
import { isFilterValue, LONGEST_WORDS, tidy } from "./query.ts";

export interface RegionQuery {
  words: string;
  kind: string | null;
  /** A career cluster's code. */
  cluster: string | null;
  page: number;
}

const LAST_PAGE = 400;

/** Reads any address; what makes no sense in it is passed over. */
export function readRegionQuery(params: URLSearchParams): RegionQuery {
  const kind = params.get("kind") ?? "";
  const cluster = params.get("cluster") ?? "";
  const page = /^\d{1,3}$/.test(params.get("page") ?? "") ? Number(params.get("page")) : 1;
  return {
    words: tidy(params.get("q"), LONGEST_WORDS),
    kind: isFilterValue("kind", kind) ? kind : null,
    cluster: isFilterValue("cluster", cluster) ? cluster : null,
    page: Math.min(Math.max(page, 1), LAST_PAGE),
  };
}

export function writeRegionQuery({ words, kind, cluster, page }: RegionQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (words) params.set("q", words);
  if (kind) params.set("kind", kind);
  if (cluster) params.set("cluster", cluster);
  if (page > 1) params.set("page", String(page));
  return params;
}
