/**
 * Every mail the site may send, by template: who is told what, and which rows it is about. A mail holds ids only; what
 * it says is read when it is sent. Names are `<recipient>-<thing>-<what happened>`.
 */
export interface MailData {
  "person-address-to-verify": { linkId: string };
  "person-account-exists": Record<string, never>;
  "person-sign-in-asked": { linkId: string };
  "person-password-reset-asked": { linkId: string };
  "person-password-changed": Record<string, never>;
  /** To the new address. */
  "person-address-change-asked": { linkId: string };
  /** To the old address. */
  "person-address-changed": Record<string, never>;
  "person-device-new": { sessionId: string };
  "person-second-factor-changed": { change: SecondFactorChange };
  "person-account-deleted": Record<string, never>;
  "person-invited": { invitationId: string };
  "family-guardianship-asked": { guardianshipId: string };
  "family-guardianship-confirmed": { guardianshipId: string };
  "owner-membership-requested": { requestId: string };
  "member-membership-decided": { requestId: string };
  "coordinator-partnership-requested": { partnershipId: string };
  "partner-partnership-approved": { partnershipId: string };
  "partner-partnership-declined": { partnershipId: string };
  "partner-partnership-expiring": { partnershipId: string };
  "partner-partnership-lapsed": { partnershipId: string };
  "coordinator-partnership-expiring": { partnershipId: string };
  "coordinator-document-expiring": { documentId: string };
  "coordinator-listing-submitted": { listingId: string };
  "partner-listing-approved": { listingId: string };
  "partner-listing-changes-requested": { listingId: string };
  "partner-listing-declined": { listingId: string };
  /** Names all of the organization's listings in the mail's district that wait for its word when it is sent. */
  "partner-listing-still-true": { organizationId: string };
  "coordinator-listing-unconfirmed": { listingId: string };
  "partner-listing-expiring": { listingId: string };
  "partner-listing-hidden": { listingId: string };
  "coordinator-listing-reported": { listingId: string };
  "partner-listing-expired": { listingId: string };
  /** A coordinator entered a listing for a partner; the id is that of the event `listing.claim_asked`. */
  "partner-claim-asked": { askingId: string };
  /** To an address without an account: whether it wants what was saved for it. */
  "person-search-asked": { searchId: string };
  /** New listings that a saved search tells of together. */
  "person-search-found": { searchId: string; alertId: string };
  /** A district's newest edition, to who follows them. */
  "person-edition-published": { searchId: string; editionId: string };
  /** What newly fits a student, to them or to a parent, a section a child. */
  "family-matches-found": { alertId: string };
  "coordinator-week-summed-up": Record<string, never>;
  /** Carries the mails that were held for it. */
  "person-digest-collected": Record<string, never>;
}

export type MailKind = keyof MailData;

export const SECOND_FACTOR_CHANGES = [
  "app_added",
  "app_removed",
  "codes_renewed",
  "passkey_added",
  "passkey_removed",
] as const;
export type SecondFactorChange = (typeof SECOND_FACTOR_CHANGES)[number];

export const CADENCES = ["at_once", "daily", "weekly", "never"] as const;
export type Cadence = (typeof CADENCES)[number];

/**
 * What a person chooses a cadence for. `account` is not one of them: those mails guard the account or answer a
 * request, and are always sent at once. Forms name fields so: a name a form itself has, like `matches`, would hide it.
 */
export const CATEGORIES = ["partnership", "listing", "review", "week", "new_places"] as const;
export type Category = (typeof CATEGORIES)[number];
/** Mails that sum up a week already: sent when they are told, never gathered into a digest. */
export const WEEKLY_ONLY: ReadonlySet<Category> = new Set(["week", "new_places"]);
/** What a link in a mail may stop: `all` is under a digest, which carries more than one. */
export type Declinable = Category | "all";

interface Mail {
  /** `search`: how often is chosen for each search, and each is stopped alone. */
  category: "account" | "search" | Category;
  /** Someone waits for it before a screen: it overtakes all others. */
  urgent?: true;
}

export const MAILS: Record<MailKind, Mail> = {
  "person-address-to-verify": { category: "account", urgent: true },
  "person-account-exists": { category: "account", urgent: true },
  "person-sign-in-asked": { category: "account", urgent: true },
  "person-password-reset-asked": { category: "account", urgent: true },
  "person-password-changed": { category: "account" },
  "person-address-change-asked": { category: "account", urgent: true },
  "person-address-changed": { category: "account" },
  "person-device-new": { category: "account" },
  "person-second-factor-changed": { category: "account" },
  "person-account-deleted": { category: "account" },
  "person-invited": { category: "account" },
  "family-guardianship-asked": { category: "account" },
  "family-guardianship-confirmed": { category: "account" },
  "owner-membership-requested": { category: "account" },
  "member-membership-decided": { category: "account" },
  "coordinator-partnership-requested": { category: "partnership" },
  "partner-partnership-approved": { category: "partnership" },
  "partner-partnership-declined": { category: "partnership" },
  "partner-partnership-expiring": { category: "partnership" },
  "partner-partnership-lapsed": { category: "partnership" },
  "coordinator-partnership-expiring": { category: "partnership" },
  "coordinator-document-expiring": { category: "partnership" },
  "coordinator-listing-submitted": { category: "review" },
  "partner-listing-approved": { category: "listing" },
  "partner-listing-changes-requested": { category: "listing" },
  "partner-listing-declined": { category: "listing" },
  "partner-listing-still-true": { category: "listing" },
  "coordinator-listing-unconfirmed": { category: "review" },
  "partner-listing-expiring": { category: "listing" },
  "partner-listing-hidden": { category: "listing" },
  "coordinator-listing-reported": { category: "review" },
  "partner-listing-expired": { category: "listing" },
  "partner-claim-asked": { category: "account" },
  "person-search-asked": { category: "account", urgent: true },
  "person-search-found": { category: "search" },
  "person-edition-published": { category: "search" },
  "family-matches-found": { category: "new_places" },
  "coordinator-week-summed-up": { category: "week" },
  "person-digest-collected": { category: "account" },
};

/** What a person chooses the cadence of a mail by; null: nothing here. */
export function chosenBy(kind: MailKind): Category | null {
  const { category } = MAILS[kind];
  return category === "account" || category === "search" ? null : category;
}

/** Until a person chooses. */
export const DEFAULT_CADENCE: Record<Category, Cadence> = {
  partnership: "at_once",
  listing: "at_once",
  review: "daily",
  week: "weekly",
  // Only who asked for it.
  new_places: "never",
};
