import { addDays, localDate } from "../districts/zone.ts";
import type { Listing } from "./lifecycle.ts";

/**
 * How a list stays true, in days of the district. A partner's last word on a listing is its confirmation or a text it
 * sent since. `districts.freshnessDays` after that word its people are asked whether it is still true, and reminded on
 * these days after the asking; the day after the last reminder the listing leaves the list.
 */
export const FRESHNESS = {
  remindAfterDays: [1, 3, 7],
  leaveAfterDays: 8,
  /** So long the link in the mail opens the page that asks. */
  linkDays: 30,
} as const;

/** So many days after it was published a listing is new. */
export const NEW_DAYS = 7;

type Dates = Pick<
  Listing,
  "confirmedAt" | "submittedAt" | "publishedAt" | "createdAt" | "confirmationAskedAt" | "closesOn"
>;

/** When its partner last spoke for it; what was never confirmed, as imported rows are, counts from the day it was shown. */
export function lastWordOf({ confirmedAt, submittedAt, publishedAt, createdAt }: Omit<Dates, "closesOn">): Date {
  const said = confirmedAt ?? publishedAt ?? createdAt;
  return submittedAt !== null && submittedAt > said ? submittedAt : said;
}

/** Its partner was asked and has not answered. */
export const isAsked = (listing: Omit<Dates, "closesOn">) =>
  listing.confirmationAskedAt !== null && listing.confirmationAskedAt > lastWordOf(listing);

/** The last day on the list of what is asked about and not confirmed, `YYYY-MM-DD` in the zone. */
export function lastDayUnconfirmed({ confirmationAskedAt, closesOn }: Dates, timeZone: string): string | null {
  if (confirmationAskedAt === null) return null;
  const lastDay = addDays(localDate(confirmationAskedAt, timeZone), FRESHNESS.leaveAfterDays - 1);
  return closesOn !== null && closesOn < lastDay ? closesOn : lastDay;
}

/** How many reminders are due on a day so long after the asking. */
export const remindersDue = (daysSinceAsked: number) =>
  FRESHNESS.remindAfterDays.filter((days) => days <= daysSinceAsked).length;

/** Columns of what comes back to the list: an asking from before does not end it, it is asked anew. */
export const UNASKED = { confirmationAskedAt: null, confirmationReminders: 0 } as const;
