import type { OpportunityContent } from "../opportunities/opportunity.ts";

/**
 * The last day on which learners can ask, `YYYY-MM-DD`: the day it closes or the day it ends, whichever comes first.
 * Null: it has neither.
 */
export function lastDayOf({ closesOn, endsOn }: Pick<OpportunityContent, "closesOn" | "endsOn">): string | null {
  if (closesOn === null || endsOn === null) return closesOn ?? endsOn;
  return closesOn < endsOn ? closesOn : endsOn;
}
