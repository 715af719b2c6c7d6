import type { Opportunity } from "../opportunities/opportunity.ts";
import { fittingPathways } from "./curation.ts";
import type { Listing } from "./lifecycle.ts";

export interface Placing {
  pathwayIds: string[];
  labels: string[];
  schoolIds: string[];
  subClusters: string[];
}

/** Where a district has placed a listing; before its first decision, the pathways that fit what it is about. */
export function startingPlace(
  { listing, content, awaiting }: { listing: Listing; content: Pick<Opportunity, "subClusters">; awaiting: boolean },
  pathways: readonly { id: string; subClusters: readonly string[] }[],
): Placing & { pathwaysSuggested: boolean } {
  const subClusters = listing.subClusters ?? content.subClusters;
  const pathwaysSuggested = awaiting && !listing.publishedRevisionId && listing.pathwayIds.length === 0;
  return {
    pathwaysSuggested,
    pathwayIds: pathwaysSuggested ? fittingPathways(pathways, subClusters) : listing.pathwayIds,
    labels: listing.labels,
    schoolIds: listing.schoolIds,
    subClusters,
  };
}
