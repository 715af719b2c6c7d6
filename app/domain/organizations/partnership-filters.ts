import { STANDINGS, type Standing } from "./partnership-lifecycle.ts";
import { SECTORS, type Sector } from "./sectors.ts";

export const PARTNERS_PAGE_SIZE = 50;
/** What a partner may lack: `expiring` ends or has a document that runs out soon, `missing` a document a step asks for. */
export const PARTNER_NEEDS = ["expiring", "missing"] as const;
export type PartnerNeed = (typeof PARTNER_NEEDS)[number];
export const PARTNER_SORTS = ["waiting", "name", "until"] as const;
export type PartnerSort = (typeof PARTNER_SORTS)[number];

/** What stands where, by what a coordinator may ask to see; who never asked is nobody's partner. */
export const SHOWN_PARTNERS = ["all", ...STANDINGS.filter((standing) => standing !== "none")] as const;

export interface PartnerFilter {
  show: Standing | "all";
  /** A part of a name. */
  q: string;
  sector: Sector | null;
  need: PartnerNeed | null;
}

const LONGEST_NAME = 100;
const oneOf = <T extends string>(asked: URLSearchParams, name: string, words: readonly T[]): T | null =>
  words.find((word) => word === asked.get(name)) ?? null;

export const readPartnerFilter = (asked: URLSearchParams): Omit<PartnerFilter, "show"> => ({
  q: (asked.get("q") ?? "").trim().slice(0, LONGEST_NAME),
  sector: oneOf(asked, "sector", SECTORS),
  need: oneOf(asked, "need", PARTNER_NEEDS),
});

export const readShownPartners = (asked: URLSearchParams) => oneOf(asked, "show", SHOWN_PARTNERS);
export const readPartnerSort = (asked: URLSearchParams): PartnerSort =>
  oneOf(asked, "sort", PARTNER_SORTS) ?? "waiting";
