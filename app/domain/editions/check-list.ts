/** What a coordinator should know of the list before it is published as an edition. Pure; it refuses nothing. */
import { daysBetween } from "../districts/zone.ts";
import type { PublishedListing } from "../listings/published.server.ts";
import { lackingSpanish } from "../translation/translations.ts";
import type { ListPathway, PublishedList } from "./published-list.ts";
import { isFresh } from "./summary.ts";

/** A pathway with fewer listings than this is thin. */
export const THIN_BELOW = 3;
/** A listing that closes this soon is over before most families have read the edition. */
export const SOON_DAYS = 14;

export interface CheckList {
  listings: number;
  /** Not confirmed within the district's days. */
  unconfirmed: PublishedListing[];
  closingSoon: PublishedListing[];
  withoutSpanish: PublishedListing[];
  /** Empty ones too. */
  thin: { pathway: ListPathway; count: number }[];
}

export function checkList(
  { entries, pathways, asOf }: Pick<PublishedList, "entries" | "pathways" | "asOf">,
  freshnessDays: number,
): CheckList {
  const counts = pathways.map((pathway) => ({
    pathway,
    count: entries.filter(({ pathwayIds }) => pathwayIds.includes(pathway.id)).length,
  }));
  return {
    listings: entries.length,
    unconfirmed: entries.filter(({ confirmedOn }) => !isFresh(confirmedOn, asOf, freshnessDays)),
    closingSoon: entries.filter(({ closesOn }) => closesOn !== null && daysBetween(asOf, closesOn) <= SOON_DAYS),
    withoutSpanish: entries.filter(lacksSpanish),
    thin: counts.filter(({ count }) => count < THIN_BELOW),
  };
}

/** What a family reads first is there in English alone. */
const lacksSpanish = ({ content }: PublishedListing) =>
  lackingSpanish(content).some((field) => field !== "requirements");
