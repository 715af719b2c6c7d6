/** "In review by Dana": who has a listing open says so for a quarter of an hour; it keeps nobody from deciding. */
import type { Context, Coordinator } from "../context.ts";

export const HOLD_MINUTES = 15;

export interface Hold {
  userId: string | null;
  name: string | null;
  since: Date | null;
}

export const holdsSince = (now: Date) => new Date(now.getTime() - HOLD_MINUTES * 60_000);

/** The colleague's name; null: nobody has it open but who asks. */
export function heldBy({ userId, name, since }: Hold, { actor, now }: Context<Coordinator>): string | null {
  if (userId === null || since === null || userId === actor.userId) return null;
  return since > holdsSince(now) ? name : null;
}
