import type { guardianships } from "#db/schema/people.ts";

export type Guardianship = typeof guardianships.$inferSelect;

/** Family to us: both said so, or the school did, and nobody ended it. */
export const isConfirmed = ({
  parentSaidAt,
  studentSaidAt,
  schoolSaidAt,
  endedAt,
}: Pick<Guardianship, "parentSaidAt" | "studentSaidAt" | "schoolSaidAt" | "endedAt">) =>
  endedAt === null && (schoolSaidAt !== null || (parentSaidAt !== null && studentSaidAt !== null));
