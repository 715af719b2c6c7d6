import type { opportunities } from "#db/schema/opportunities.ts";

export type Opportunity = typeof opportunities.$inferSelect;
export type { OpportunityContent } from "#db/schema/opportunities.ts";
