/**
 * What is new on a list, to somebody who knew it at an instant: what was published since, and what was off the list
 * then and came back. What was on it all the while, or left and came back later, they have seen.
 */
export const LEFT = ["listing.suspended", "listing.hidden", "listing.closed", "listing.expired"] as const;
export const CAME_BACK = ["listing.restored", "listing.reopened"] as const;

/** A listing that is on the list now. */
export interface Arrival {
  id: string;
  publishedAt: Date;
  /** When it left the list or came back, in order. */
  moves: { at: Date; cameBack: boolean }[];
}

export function isNewSince({ publishedAt, moves }: Arrival, instant: Date): boolean {
  if (publishedAt > instant) return true;
  return moves.find(({ at }) => at > instant)?.cameBack ?? false;
}
