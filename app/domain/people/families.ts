export const CLOSING_REASONS = ["left_district", "asked", "not_theirs", "misuse"] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export const FAMILY_PAGE_SIZE = 50;
