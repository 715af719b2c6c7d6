import { isInForce, type Partnership } from "./standing.ts";

/** Where an organization stands with a district: `none` was never asked, `lapsed` was approved and is past its last day. */
export const STANDINGS = ["none", "requested", "approved", "lapsed", "suspended", "declined"] as const;
export type Standing = (typeof STANDINGS)[number];

export const DECLINE_REASONS = [
  "not_local",
  "not_for_students",
  "incomplete",
  "duplicate",
  "other",
] as const satisfies readonly NonNullable<Partnership["declineReason"]>[];
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** What may happen to a partnership: from which standings, by whom, and which follows. */
export const PARTNERSHIP_LIFECYCLE = {
  request: { from: ["none", "declined", "lapsed"], by: "partner", to: "requested" },
  /** A decline can be taken back. */
  approve: { from: ["requested", "declined"], by: "coordinator", to: "approved" },
  /** Another last day. */
  renew: { from: ["approved", "lapsed"], by: "coordinator", to: "approved" },
  resume: { from: ["suspended"], by: "coordinator", to: "approved" },
  decline: { from: ["requested"], by: "coordinator", to: "declined" },
  suspend: { from: ["approved", "lapsed"], by: "coordinator", to: "suspended" },
} as const satisfies Record<
  string,
  { from: readonly Standing[]; by: "partner" | "coordinator"; to: Partnership["status"] }
>;

export type PartnershipTransition = keyof typeof PARTNERSHIP_LIFECYCLE;

export const canMove = (transition: PartnershipTransition, standing: Standing) =>
  (PARTNERSHIP_LIFECYCLE[transition].from as readonly Standing[]).includes(standing);

/** Partners for whom a listing may be written down; what of one that asks is decided on once it is approved. */
export const mayBeEnteredFor = (standing: Standing) => standing === "requested" || standing === "approved";

/** The three ways to a last day: saying yes first, saying it longer, saying it again. */
export const approvalOf = (standing: Standing) =>
  (["approve", "renew", "resume"] as const).find((transition) => canMove(transition, standing)) ?? null;

/** `today` is a day (`YYYY-MM-DD`) of the district. */
export function standingOf(
  partnership: Pick<Partnership, "status" | "inForceUntil"> | null | undefined,
  today: string,
): Standing {
  if (!partnership) return "none";
  return partnership.status === "approved" && !isInForce(partnership, today) ? "lapsed" : partnership.status;
}
