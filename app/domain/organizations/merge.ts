import type { Partnership } from "./standing.ts";

/** As long as a merge can be undone. */
export const UNDO_DAYS = 30;

/** What went from the duplicate to the organization that was kept, by id: all that undoing needs. */
export interface Moved {
  opportunities: string[];
  sites: string[];
  /** `isNew`: the person did not act for the kept one before. */
  members: { userId: string; role: "owner" | "member"; isNew: boolean }[];
  /** People of the duplicate who were not let in but ask to be, since another district knows the kept one, too. */
  asked: string[];
  requests: string[];
  invitations: string[];
  /** Invitations of people the kept one had invited already. */
  revoked: string[];
  documents: string[];
  notes: string[];
  /** Steps that were done for the duplicate only. */
  marks: string[];
  keptPartnershipId: string;
  /** The duplicate's own, as it stood. */
  partnership: Pick<Partnership, "id" | "status" | "inForceUntil" | "declineReason" | "note">;
}
