import { z } from "zod";

/** First parts of the site's own addresses: its pages, its files and its languages. A test compares them with the routes. */
const OWN = [
  ...["account", "account-deleted", "api", "assets", "calendars", "claims", "coordinator", "dev", "embed", "en", "es"],
  ...["go", "health", "invitations", "join", "not-yet", "operator", "partner", "pictures", "privacy", "regions"],
  ...["reset-password", "searches", "sign-in", "sign-out", "still-true", "unsubscribe", "verify", "webhooks"],
];
/** What it may want for itself one day: a district is never moved to make room. */
const KEPT_FREE = [
  ...["about", "admin", "app", "contact", "district", "districts", "docs", "feeds", "fr", "help", "login", "map"],
  ...["new", "opportunities", "organizations", "parent", "people", "public", "search", "settings", "sign-up", "static"],
  ...["status", "student", "support", "terms", "www"],
];

export const RESERVED_ADDRESSES: ReadonlySet<string> = new Set([...OWN, ...KEPT_FREE]);

/** The first part of a district's public addresses, and the end of a region's. */
export const addressPart = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: "people:districts.errors.slug" })
  .min(3)
  .max(40);

export const districtAddress = addressPart.refine((slug) => !RESERVED_ADDRESSES.has(slug), {
  error: "people:districts.errors.slug_taken",
});
