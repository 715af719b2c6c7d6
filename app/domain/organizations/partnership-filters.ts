import type { Standing } from "./partnership-lifecycle.ts";
import type { Sector } from "./sectors.ts";

export const PARTNERS_PAGE_SIZE = 50;
/** What a partner may lack: `expiring` ends or has a document that runs out soon, `missing` a document a step asks for. */
export const PARTNER_NEEDS = ["expiring", "missing"] as const;
export type PartnerNeed = (typeof PARTNER_NEEDS)[number];
export const PARTNER_SORTS = ["waiting", "name", "until"] as const;
export type PartnerSort = (typeof PARTNER_SORTS)[number];

export interface PartnerFilter {
  show: Standing | "all";
  /** A part of a name. */
  q: string;
  sector: Sector | null;
  need: PartnerNeed | null;
}
