import type { listings, reviews } from "#db/schema/listings.ts";

export type Listing = typeof listings.$inferSelect;
export type ListingState = Listing["state"];
export type Decision = (typeof reviews.$inferSelect)["decision"];
export type ReasonCode = NonNullable<(typeof reviews.$inferSelect)["reasonCode"]>;

export const REASON_CODES = [
  "incomplete",
  "not_for_minors",
  "not_local",
  "duplicate",
  "partnership",
  "unclear",
  "other",
] as const satisfies readonly ReasonCode[];

/** What may happen to a listing: from which states, by whom, and which state follows. */
export const LIFECYCLE = {
  submit: { from: ["draft", "changes_requested"], by: ["partner"], to: "submitted" },
  approve: { from: ["submitted"], by: ["coordinator"], to: "published" },
  /** Approved for a later day: the clock publishes it. */
  schedule: { from: ["submitted"], by: ["coordinator"], to: "approved" },
  publish: { from: ["approved"], by: ["system"], to: "published" },
  request_changes: { from: ["submitted"], by: ["coordinator"], to: "changes_requested" },
  decline: { from: ["submitted"], by: ["coordinator"], to: "declined" },
  /** What a coordinator entered for its partner, who does not want it; nobody has seen it. */
  withdraw: { from: ["submitted", "changes_requested", "approved"], by: ["partner"], to: "closed" },
  close: { from: ["published"], by: ["partner", "coordinator"], to: "closed" },
  expire: { from: ["published"], by: ["system"], to: "expired" },
  suspend: { from: ["published", "approved"], by: ["coordinator", "system"], to: "suspended" },
  /** So many readers say that something is wrong: off the list until someone has looked. */
  hide: { from: ["published"], by: ["system"], to: "suspended" },
  restore: { from: ["suspended"], by: ["coordinator"], to: "published" },
  /** Suspended while it waited for its day, which is still to come. */
  reschedule: { from: ["suspended"], by: ["coordinator"], to: "approved" },
  /** What was closed too early. */
  reopen: { from: ["closed"], by: ["partner", "coordinator"], to: "published" },
  /** Where a new listing begins that continues an ended one, which stays as it is. */
  renew: { from: ["closed", "expired", "declined"], by: ["partner"], to: "submitted" },
} as const satisfies Record<
  string,
  { from: readonly ListingState[]; by: readonly ("partner" | "coordinator" | "system")[]; to: ListingState }
>;

export type Transition = keyof typeof LIFECYCLE;

/** Whether the transition starts from this state. */
export const canHappen = (transition: Transition, state: ListingState) =>
  (LIFECYCLE[transition].from as readonly ListingState[]).includes(state);

/** What was closed before anyone saw it is not put back, but sent again. */
export const mayReopen = ({ state, publishedAt }: Pick<Listing, "state" | "publishedAt">) =>
  canHappen("reopen", state) && publishedAt !== null;
/** States of which a partner may still change or offer the text without asking. */
export const isEditable = (state: ListingState) => canHappen("submit", state);
/** What learners can see; closed and expired pages answer "no longer offered". */
export const isPublic = (state: ListingState) => state === "published";
/** A partner's edit of a published listing waits for a coordinator while the approved text stays public. */
export const hasPendingEdit = (listing: Pick<Listing, "state" | "submittedRevisionId" | "publishedRevisionId">) =>
  listing.state === "published" &&
  listing.submittedRevisionId !== null &&
  listing.submittedRevisionId !== listing.publishedRevisionId;
export const awaitsReview = (listing: Pick<Listing, "state" | "submittedRevisionId" | "publishedRevisionId">) =>
  canHappen("approve", listing.state) || hasPendingEdit(listing);
