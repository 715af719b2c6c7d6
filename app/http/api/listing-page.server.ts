import type { PublishedList } from "#app/domain/editions/published-list.ts";
import { listPathways, type District } from "#app/domain/districts/districts.server.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import { listingResource } from "#app/publishing/api/listing-resource.ts";
import type { ListQuery } from "#app/search/query.ts";
import type { RequestContext } from "../load-context.ts";
import { jsonAnswer } from "./answer.server.ts";
import { refusal } from "./answering.server.ts";
import type { PageOf } from "./cursor.server.ts";

/** Pathways are the district's and clusters the framework's: what is neither is no value, however well formed. */
export async function refuseUnknown(
  { db, origin }: Pick<RequestContext, "db" | "origin">,
  district: District,
  query: ListQuery,
): Promise<void> {
  const pathways = query.pathway.length > 0 ? await listPathways(db, district.id, { retiredToo: true }) : [];
  if (!query.pathway.every((slug) => pathways.some((pathway) => pathway.slug === slug)))
    throw refusal(origin, { parameter: "pathway", why: "unknown_value" });
  const clusters = query.cluster.length > 0 ? await listCareerClusters(db) : [];
  if (!query.cluster.every((code) => clusters.some((cluster) => cluster.code === code)))
    throw refusal(origin, { parameter: "cluster", why: "unknown_value" });
}

/** One page of listings in the order of the page; what has left the list since it was searched is left out. */
export function listingPage(
  list: PublishedList,
  { page, total, origin, more }: { page: PageOf; total: number; origin: string; more: (cursor: string) => string },
): Response {
  const byId = new Map(list.entries.map((entry) => [entry.id, entry]));
  const data = page.ids.flatMap((id) => {
    const entry = byId.get(id);
    return entry ? [listingResource(list, entry, origin)] : [];
  });
  const next = page.next && origin + more(page.next);
  return jsonAnswer({ data, total, next }, { next });
}
