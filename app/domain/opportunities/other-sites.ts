/** Other places where the same is offered, a row of a form each; an empty row is no place. */
import { z } from "zod";
import type { OtherSite } from "#db/schema/opportunities.ts";
import { line, usState, zipCode } from "./field-schemas.ts";
import { LONGEST } from "./limits.ts";

export const MOST_SITES = 10;
export const SITE_FIELDS = ["name", "street", "city", "state", "zip"] as const;
export type SiteField = (typeof SITE_FIELDS)[number];
export type TypedSite = Partial<Record<SiteField, string>>;

/** What a form says of a site; its point follows from the ZIP code. */
export type SiteAddress = Pick<OtherSite, SiteField> & Partial<OtherSite>;

const row = z.object({
  name: line(LONGEST.siteName),
  street: line(LONGEST.street),
  city: line(LONGEST.city),
  state: usState,
  zip: zipCode,
  remove: z.boolean().default(false),
});

export const siteRows = z
  .array(row)
  .max(MOST_SITES + 1)
  .default([])
  .transform((rows, issues) => {
    const sites = rows.flatMap(({ remove, ...site }, index): SiteAddress[] => {
      if (remove || SITE_FIELDS.every((field) => site[field] === null)) return [];
      if (site.street && site.city) return [site];
      const path = [index, site.street ? "city" : "street"];
      issues.addIssue({ code: "custom", path, message: `partner:errors.missing.${path[1]}` });
      return [];
    });
    if (sites.length > MOST_SITES) issues.addIssue({ code: "custom", message: "posting:errors.sites_many" });
    return sites;
  });

export const typedSite = (site: OtherSite): TypedSite =>
  Object.fromEntries(SITE_FIELDS.map((field) => [field, site[field] ?? ""]));
