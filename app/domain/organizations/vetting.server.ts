/**
 * Vetting: a coordinator says whether, and until when, an organization may be on the district's list. The organization
 * hears of a yes and a no; what left the list with the partnership comes back with it.
 */
import { and, eq } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { addDays, localDate } from "../districts/zone.ts";
import type { EventName } from "../events/event-names.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { lockListingsOf, putBackWith, takeOffWith } from "../listings/with-partnership.server.ts";
import { tellMembers } from "../mail/recipients.server.ts";
import { once } from "../once.server.ts";
import { readChecklist } from "./checklist.server.ts";
import {
  approvalOf,
  canMove,
  PARTNERSHIP_LIFECYCLE,
  standingOf,
  type DeclineReason,
  type PartnershipTransition,
} from "./partnership-lifecycle.ts";
import type { Partnership } from "./standing.ts";
import { openSteps } from "./vetting-steps.ts";

interface Change {
  partnershipId: string;
  idempotencyKey: string;
}
type Moved = { status: Partnership["status"] };
type Vetted = Outcome<Moved, VettingRefusal>;
export type VettingRefusal = "not_found" | "not_possible_now";
export type ApprovalRefusal = VettingRefusal | "last_day_over" | "last_day_too_far" | "steps_open";

const EVENTS = {
  approve: "partnership.approved",
  renew: "partnership.renewed",
  resume: "partnership.resumed",
  decline: "partnership.declined",
  suspend: "partnership.suspended",
} as const satisfies Record<Exclude<PartnershipTransition, "request">, EventName>;

/** An approval is a promise to look again. */
export const MOST_YEARS = 3;
/** What the form proposes: one year, less a day. */
export const proposedLastDay = (today: string) => addDays(today, 364);

/**
 * Says yes for the first time, for longer, or again after a pause; `inForceUntil` is a day of the district. The first yes
 * needs every required step; to the others the page shows what is open, and the coordinator decides.
 */
export function approvePartnership(
  ctx: Context<Coordinator>,
  { partnershipId, inForceUntil, idempotencyKey }: Change & { inForceUntil: string },
): Promise<Outcome<Moved, ApprovalRefusal>> {
  return once<Coordinator, Moved, ApprovalRefusal>(ctx, "approve-partnership", idempotencyKey, async (ctx) => {
    await lockListingsOf(ctx, partnershipId);
    const found = await lockPartnership(ctx, partnershipId);
    if (!found) return refused("not_found");
    const transition = approvalOf(found.standing);
    if (!transition) return refused("not_possible_now");
    if (inForceUntil < found.today) return refused("last_day_over");
    if (inForceUntil > addDays(found.today, MOST_YEARS * 366)) return refused("last_day_too_far");
    if (transition === "approve" && openSteps(await readChecklist(ctx, partnershipId, found.today)).length > 0)
      return refused("steps_open");
    await move(ctx, found.partnership, transition, { inForceUntil, declineReason: null, note: null }, { inForceUntil });
    await putBackWith(ctx, found.partnership, found.today);
    await tellPartner(ctx, found.partnership, "partner-partnership-approved");
    return done({ status: "approved" });
  });
}

/** `note` is what the partner reads beside the reason. */
export function declinePartnership(
  ctx: Context<Coordinator>,
  { partnershipId, reason, note, idempotencyKey }: Change & { reason: DeclineReason; note: string | null },
): Promise<Vetted> {
  return once<Coordinator, Moved, VettingRefusal>(ctx, "decline-partnership", idempotencyKey, async (ctx) => {
    const found = await lockPartnership(ctx, partnershipId);
    if (!found) return refused("not_found");
    if (!canMove("decline", found.standing)) return refused("not_possible_now");
    await move(ctx, found.partnership, "decline", { inForceUntil: null, declineReason: reason, note }, { reason });
    await tellPartner(ctx, found.partnership, "partner-partnership-declined");
    return done({ status: "declined" });
  });
}

/** Nothing new of theirs is approved until the partnership resumes; `takeOff`: what is on the list leaves it, too. */
export function suspendPartnership(
  ctx: Context<Coordinator>,
  { partnershipId, note, takeOff, idempotencyKey }: Change & { note: string; takeOff: boolean },
): Promise<Vetted> {
  return once<Coordinator, Moved, VettingRefusal>(ctx, "suspend-partnership", idempotencyKey, async (ctx) => {
    const onList = await lockListingsOf(ctx, partnershipId);
    const found = await lockPartnership(ctx, partnershipId);
    if (!found) return refused("not_found");
    if (!canMove("suspend", found.standing)) return refused("not_possible_now");
    await move(ctx, found.partnership, "suspend", { note });
    if (takeOff) await takeOffWith(ctx, found.partnership, onList, note);
    return done({ status: "suspended" });
  });
}

/** Locked until the transaction ends, so that of two who decide at once the second reads what the first did. */
async function lockPartnership(ctx: Context<Coordinator>, partnershipId: string) {
  const [found] = await ctx.db
    .select({ partnership: partnerships, timeZone: districts.timeZone })
    .from(partnerships)
    .innerJoin(districts, eq(districts.id, partnerships.districtId))
    .where(and(eq(partnerships.id, partnershipId), eq(partnerships.districtId, ctx.actor.districtId)))
    .for("update", { of: partnerships });
  if (!found) return null;
  const today = localDate(ctx.now, found.timeZone);
  return { partnership: found.partnership, today, standing: standingOf(found.partnership, today) };
}

async function move(
  ctx: Context<Coordinator>,
  { id, districtId, organizationId, status }: Partnership,
  transition: keyof typeof EVENTS,
  to: Partial<Partnership>,
  detail: Record<string, string> = {},
) {
  await ctx.db
    .update(partnerships)
    .set({ ...to, status: PARTNERSHIP_LIFECYCLE[transition].to, vettedBy: ctx.actor.userId, vettedAt: ctx.now })
    .where(eq(partnerships.id, id));
  const more = { ...detail, organizationId, from: status };
  await recordEvent(ctx, EVENTS[transition], { id, districtId, detail: more });
}

const tellPartner = (
  ctx: Context<Coordinator>,
  { id: partnershipId, organizationId, districtId }: Partnership,
  kind: "partner-partnership-approved" | "partner-partnership-declined",
) => tellMembers(ctx, organizationId, kind, { partnershipId }, { districtId });
