import type { organizations } from "#db/schema/organizations.ts";

export type Sector = (typeof organizations.$inferSelect)["sector"];

export const SECTORS = [
  "business",
  "higher_education",
  "local_government",
  "recreation",
  "juvenile_justice",
  "faith_based",
  "health",
  "nonprofit",
  "labor",
  "other",
] as const satisfies readonly Sector[];

export const isSector = (word: string): word is Sector => (SECTORS as readonly string[]).includes(word);
