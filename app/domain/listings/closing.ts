import type { Listing } from "./lifecycle.ts";

export type CloseReason = NonNullable<Listing["closedReason"]>;
export const CLOSE_REASONS = ["filled", "withdrawn"] as const satisfies readonly CloseReason[];
