/** What became of a mail nobody knew of, as an operator found out or decides. */
export const PARKED_OUTCOMES = ["sent", "again", "drop"] as const;
export type ParkedOutcome = (typeof PARKED_OUTCOMES)[number];
