import type { Context, Coordinator } from "#app/domain/context.ts";
import { recallDecision } from "#app/domain/listings/recalling.server.ts";
import { sayTime } from "#app/i18n/format-dates.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { localTime } from "#app/domain/districts/zone.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";

const PROBLEMS = ["already_undone", "too_late"] as const;
/** Titles that are said; of more than these the number is enough. */
const SAID = 10;

/** What was decided just now, with the clock time until which it can be taken back; null: nothing to tell. */
export async function toldDecision(
  ctx: Context<Coordinator>,
  { decisionId, problem, locale }: { decisionId: string | null; problem: string | null; locale: Locale },
) {
  const decision = await recallDecision(ctx, decisionId);
  if (!decision) return null;
  const { done, refused, kept, undoableUntil, ...rest } = decision;
  const zone = undoableUntil && (await getDistrict(ctx.db, ctx.actor.districtId))?.timeZone;
  return {
    ...rest,
    problem: PROBLEMS.find((each) => each === problem) ?? null,
    doneCount: done.length,
    done: done.slice(0, SAID),
    refused,
    kept,
    until: undoableUntil && zone ? sayTime(localTime(undoableUntil, zone), locale) : null,
    /** Told because it was just done, not because it can still be taken back. */
    isNew: decisionId !== null,
  };
}

export type Told = NonNullable<Awaited<ReturnType<typeof toldDecision>>>;
