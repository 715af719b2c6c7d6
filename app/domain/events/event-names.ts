/** Every event the log may hold: `<thing>.<what happened>`. */
export const EVENT_NAMES = [
  "opportunity.drafted",
  "opportunity.edited",
  "listing.offered",
  "listing.offer_withdrawn",
  "listing.submitted",
  "listing.approved",
  "listing.changes_requested",
  "listing.declined",
  "listing.published",
  "listing.edited",
  "listing.curated",
  "listing.closed",
  "listing.expired",
  "listing.suspended",
  "listing.restored",
  "listing.imported",
  "import.finished",
  "person.signed_in",
  "person.signed_out",
] as const;

export type EventName = (typeof EVENT_NAMES)[number];
