import type { Declinable } from "./mails.ts";

/**
 * What a link in a mail is for: `keys.sign` makes its token and `keys.read` reads it under the same purpose, so that no
 * link opens another's door. The id in it is the one-time link's, unless said otherwise.
 */
export type LinkPurpose =
  | "verify-email"
  /** `keys.code` under this purpose is what to type where the link cannot be followed. */
  | "sign-in"
  | "reset-password"
  | "change-email"
  /** The id is the invitation's. */
  | "invitation"
  /** The id is that of the event `listing.confirmation_asked` it answers. */
  | "still-true"
  /** The id is that of the event `listing.claim_asked`. */
  | "claim"
  /** The id is the saved search's. */
  | "confirm-search"
  | "unsubscribe search"
  /** The id is the person's. */
  | `unsubscribe ${Declinable}`;

export const VERIFY_EMAIL = "verify-email" satisfies LinkPurpose;
export const SIGN_IN = "sign-in" satisfies LinkPurpose;
export const RESET_PASSWORD = "reset-password" satisfies LinkPurpose;
export const CHANGE_EMAIL = "change-email" satisfies LinkPurpose;
export const INVITATION = "invitation" satisfies LinkPurpose;
export const STILL_TRUE = "still-true" satisfies LinkPurpose;
export const CLAIM = "claim" satisfies LinkPurpose;
export const CONFIRM_SEARCH = "confirm-search" satisfies LinkPurpose;
export const STOP_SEARCH = "unsubscribe search" satisfies LinkPurpose;
export const unsubscribeFrom = (what: Declinable) => `unsubscribe ${what}` satisfies LinkPurpose;
