import type { District } from "#app/domain/districts/districts.server.ts";
import { listCareerClusters, listSubClusters } from "#app/domain/interests/reference.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Database } from "#db/database.ts";

/** The framework's sub-clusters as a form offers them, by cluster in the district's wording. */
export async function clusterChoices(db: Database, { clusterWording }: District, locale: Locale) {
  const [clusters, subClusters] = await Promise.all([listCareerClusters(db, clusterWording), listSubClusters(db)]);
  const named = (each: { name: string; nameEs: string }) => (locale === "es" ? each.nameEs : each.name);
  return clusters.map((cluster) => ({
    code: cluster.code,
    name: named(cluster),
    options: subClusters
      .filter(({ clusterCode }) => clusterCode === cluster.code)
      .map((sub) => ({ value: sub.code, label: named(sub) })),
  }));
}
