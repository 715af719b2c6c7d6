import { KEPT_DAYS } from "../operations/retention.ts";

interface Retention {
  /** Names its words in the catalog: what it is, and why it is kept. */
  what: string;
  /** Days after it is over; null: as the words say. */
  days: number | null;
}

/** What is kept about people, for how long; shown at `/privacy`. Why, and when "over" is, stands in the catalog. */
export const RETENTION = [
  { what: "account", days: null },
  { what: "student_profiles", days: null },
  { what: "visitors", days: 0 },
  { what: "under_13", days: 0 },
  { what: "sessions", days: 30 },
  { what: "links", days: KEPT_DAYS.one_time_links },
  { what: "invitations", days: KEPT_DAYS.invitations },
  { what: "mails", days: KEPT_DAYS.mails },
  { what: "saved_searches", days: null },
  { what: "saved_listings", days: null },
  { what: "told_matches", days: null },
  { what: "unconfirmed_searches", days: KEPT_DAYS.unconfirmed_searches },
  { what: "bounced", days: null },
  { what: "tries", days: 1 },
  { what: "texts", days: null },
  { what: "log", days: null },
] as const satisfies readonly Retention[];

export type Retained = (typeof RETENTION)[number]["what"];
