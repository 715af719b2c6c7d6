import { addDays, localDate } from "../districts/zone.ts";
import type { Listing } from "./lifecycle.ts";

export interface Leaving {
  /** Last day on the list, `YYYY-MM-DD` in the district's zone. */
  lastDay: string;
  why: "last_day" | "unconfirmed";
}

type Dates = Pick<Listing, "closesOn" | "confirmedAt" | "publishedAt" | "createdAt">;

/** When and why a published listing leaves the list if nobody does anything. */
export function leavingOf(listing: Dates, district: { timeZone: string; freshnessDays: number }): Leaving {
  const confirmedAt = listing.confirmedAt ?? listing.publishedAt ?? listing.createdAt;
  // It goes in the course of the day on which it is too long ago.
  const freshUntil = addDays(localDate(confirmedAt, district.timeZone), district.freshnessDays - 1);
  const { closesOn } = listing;
  if (closesOn !== null && closesOn <= freshUntil) return { lastDay: closesOn, why: "last_day" };
  return { lastDay: freshUntil, why: "unconfirmed" };
}
