/** What a new draft begins with, whoever writes it. */
import type { organizations } from "#db/schema/organizations.ts";
import type { Context } from "../context.ts";
import { suggestSubClusters } from "../interests/suggest-sub-clusters.ts";
import type { DraftContent } from "./content.ts";
import { locate } from "./locating.server.ts";

export type Written = Omit<DraftContent, "otherSites">;
export type FirstWords = Partial<Omit<Written, "title">> & { title: string };

/** What was typed, the organization's address where none was, and career areas guessed from the words. */
export async function composeDraft(ctx: Context, organization: typeof organizations.$inferSelect, content: FirstWords) {
  const guessed = suggestSubClusters({ ...content, body: content.description, organization: organization.name });
  return {
    ...content,
    ...(await placeOf(ctx, content, organization)),
    organizationId: organization.id,
    subClusters: guessed.map(({ code }) => code).toSorted(),
    subClustersSuggested: guessed.length > 0,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
}

/** The address that was typed, else the organization's; with its point. */
async function placeOf(
  ctx: Context,
  { street = null, city = null, state = null, zip = null }: Partial<Written>,
  organization: typeof organizations.$inferSelect,
) {
  if (street || city || zip) return { street, city, state, zip, ...(await locate(ctx, zip)) };
  const { latitude, longitude } = organization;
  const point = latitude === null || longitude === null ? await locate(ctx, organization.zip) : { latitude, longitude };
  return {
    street: organization.street,
    city: organization.city,
    state: organization.state,
    zip: organization.zip,
    ...point,
  };
}
