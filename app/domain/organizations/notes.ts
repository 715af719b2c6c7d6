import type { partnershipNotes } from "#db/schema/organizations.ts";

export type NoteKind = (typeof partnershipNotes.$inferSelect)["kind"];
export const NOTE_KINDS = ["note", "call", "mail", "visit"] as const satisfies readonly NoteKind[];
export const LONGEST_NOTE = 2000;
/** How long its writer may take a note back. */
export const TAKE_BACK_MINUTES = 10;
