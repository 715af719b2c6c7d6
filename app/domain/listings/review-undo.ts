/** How long a decision may be taken back, and what is kept so that it can be. */
import { z } from "zod";

const MINUTE_MS = 60_000;
export const UNDO_MINUTES = 10;
/** A mail that leaves at the end of the window could meet an undo that began just before it. */
const GRACE_MS = MINUTE_MS;

export const undoableUntil = (decidedAt: Date) => new Date(decidedAt.getTime() + UNDO_MINUTES * MINUTE_MS);
/** What a decision says to a partner stays here until nobody can take it back. */
export const mailsLeaveAt = (decidedAt: Date) => new Date(undoableUntil(decidedAt).getTime() + GRACE_MS);

const instant = z.coerce.date().nullable();

/** Everything a decision may change of a listing. `publishedAt` is not here: it did stand on the list, for minutes. */
const Before = z.object({
  state: z.enum([
    ...(["submitted", "changes_requested", "declined", "approved", "published"] as const),
    ...(["closed", "expired", "suspended"] as const),
  ]),
  submittedRevisionId: z.string().nullable(),
  publishedRevisionId: z.string().nullable(),
  pathwayIds: z.array(z.string()),
  labels: z.array(z.string()),
  subClusters: z.array(z.string()).nullable(),
  schoolIds: z.array(z.string()),
  publishOn: z.string().nullable(),
  closesOn: z.string().nullable(),
  confirmedAt: instant,
  secondedBy: z.string().nullable(),
  assignedTo: z.string().nullable(),
});
export type Before = z.output<typeof Before>;

/** What became of one listing of a decision: changed, with how it stood before, or refused by a rule. */
const Entry = z.union([
  z.object({
    listingId: z.string(),
    /** `listings.version` after the decision; one that has grown since was changed by a person. */
    version: z.number(),
    assignedTo: z.string().nullable(),
    before: Before,
    /** It had changed since, and was left as it is. */
    kept: z.literal(true).optional(),
  }),
  z.object({ listingId: z.string(), refusal: z.string() }),
]);
export type Entry = z.output<typeof Entry>;
export type Changed = Extract<Entry, { before: Before }>;

export const wasChanged = (entry: Entry): entry is Changed => "before" in entry;
export const readEntries = (kept: unknown): Entry[] => z.array(Entry).parse(kept);
export const beforeOf = (listing: Before): Before => Before.parse(listing);
