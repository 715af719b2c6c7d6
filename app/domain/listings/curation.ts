import { z } from "zod";
import type { OpportunityContent } from "../opportunities/opportunity.ts";

export const MOST_LABELS = 8;
export const LONGEST_LABEL = 40;
export const LONGEST_NOTE = 2000;

/** "Hands-on, Summer" as the labels it names, beside those that were checked. */
export const labels = z
  .preprocess((sent) => (Array.isArray(sent) ? sent.join(",") : sent), z.string().max(400).default(""))
  .transform((typed, issues) => {
    const said = [...new Set(typed.split(/[,\n]/).map((label) => label.trim().replace(/\s+/g, " ")))].filter(Boolean);
    if (said.length > MOST_LABELS) issues.addIssue({ code: "custom", message: "coordinator:errors.labels_many" });
    if (said.some((label) => label.length > LONGEST_LABEL))
      issues.addIssue({ code: "custom", message: "coordinator:errors.labels_long" });
    return said;
  });

/** `listings.version` a form was shown with; the column holds no larger number, and Postgres would fault on one. */
export const versionRead = z.number().int().positive().max(2_147_483_647);

/** A note that may be left out: null when nothing was written. */
export const noteIfAny = z
  .string()
  .trim()
  .max(LONGEST_NOTE)
  .optional()
  .transform((note) => note || null);

/** What a form says about a listing's place on the list; a box that is not checked is not sent. */
export const curationFields = {
  pathwayIds: z.array(z.guid()).max(50).default([]),
  labels,
  subClusters: z
    .array(z.string().regex(/^\d{6}$/))
    .max(20)
    .default([]),
  schoolIds: z.array(z.guid()).max(200).default([]),
};

/** Pathways that prepare for what the posting is about: where a first review starts from. */
export const fittingPathways = (
  pathways: readonly { id: string; subClusters: readonly string[] }[],
  subClusters: readonly string[],
) => pathways.filter((pathway) => pathway.subClusters.some((code) => subClusters.includes(code))).map(({ id }) => id);

/**
 * The sub-clusters a district stores as its own: null when they are those the partner chose, so that the partner's
 * next edit counts. Those a program suggested become the district's once a coordinator kept them.
 */
export function ownSubClusters(
  chosen: string[] | null | undefined,
  text: Pick<OpportunityContent, "subClusters" | "subClustersSuggested">,
): string[] | null | undefined {
  if (!chosen) return chosen;
  const sameAsText = chosen.toSorted().join() === text.subClusters.toSorted().join();
  return sameAsText && !text.subClustersSuggested ? null : chosen;
}
