import { listPathways, type District } from "#app/domain/districts/districts.server.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { nameIn } from "#app/i18n/name-in.ts";
import { criteriaOf, readQuery } from "#app/search/query.ts";
import { GROUP_ICONS } from "#app/ui/cluster-group.ts";

/** How much there is of each is counted by one search of the whole list. */
export async function readTopics(
  { db, search, now, locale }: Pick<RequestContext, "db" | "search" | "now" | "locale">,
  district: District,
) {
  const whole = criteriaOf(readQuery(new URLSearchParams()), { districtId: district.id, near: null, now, pageSize: 1 });
  const [{ facets }, pathways, clusters] = await Promise.all([
    search.search(whole),
    listPathways(db, district.id),
    listCareerClusters(db, district.clusterWording),
  ]);
  const named = clusters.map((each) => ({
    group: each.groupCode,
    code: each.code,
    name: nameIn(locale, each),
    count: facets.cluster[each.code] ?? 0,
  }));
  return {
    pathways: pathways
      .map((each) => ({ slug: each.slug, name: nameIn(locale, each), count: facets.pathway[each.slug] ?? 0 }))
      .sort((a, b) => a.name.localeCompare(b.name, locale)),
    groups: Object.keys(GROUP_ICONS).map((group) => ({
      group,
      clusters: named.filter((each) => each.group === group),
    })),
  };
}
