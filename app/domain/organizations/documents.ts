import { addDays } from "../districts/zone.ts";

/** Coordinators hear this long before a document runs out, and see it among what waits. */
export const EXPIRING_DAYS = 30;
/** How long what was removed can be brought back by its button. */
export const UNDO_MINUTES = 10;

export type DocumentStanding = "holds" | "expiring" | "expired";

/** `today` and `expiresOn` are days of the district; the last day still counts. */
export function standingOfDocument(expiresOn: string | null, today: string): DocumentStanding {
  if (expiresOn === null) return "holds";
  if (expiresOn < today) return "expired";
  return expiresOn <= addDays(today, EXPIRING_DAYS) ? "expiring" : "holds";
}
