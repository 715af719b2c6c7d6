import type { ListNames } from "#app/domain/editions/published-list.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { clusterOf } from "#app/domain/interests/cluster-of.ts";

type Going = Pick<PublishedListing, "pathwayIds" | "subClusters" | "schoolIds" | "labels">;

/** Of a list's names, those one listing goes by, each in the list's order. */
export function namesOf<Pathway extends { id: string }, Cluster extends { code: string }>(
  list: Pick<ListNames, "schools" | "labels"> & { pathways: readonly Pathway[]; clusters: readonly Cluster[] },
  { pathwayIds, subClusters, schoolIds, labels }: Going,
) {
  const codes = new Set(subClusters.map(clusterOf));
  return {
    pathways: list.pathways.filter(({ id }) => pathwayIds.includes(id)),
    clusters: list.clusters.filter(({ code }) => codes.has(code)),
    schools: list.schools.filter(({ id }) => schoolIds.includes(id)).map(({ name }) => name),
    labels: labels.map((name) => list.labels.find((label) => label.name === name) ?? { name, nameEs: null }),
  };
}
