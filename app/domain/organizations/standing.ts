import type { partnerships } from "#db/schema/organizations.ts";

export type Partnership = typeof partnerships.$inferSelect;

/** Approved, and its last day is not over; `today` is a date (`YYYY-MM-DD`) in the district's zone. */
export const isInForce = (partnership: Pick<Partnership, "status" | "inForceUntil"> | null, today: string) =>
  partnership?.status === "approved" && (partnership.inForceUntil === null || partnership.inForceUntil >= today);
