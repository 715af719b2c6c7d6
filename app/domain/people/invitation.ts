/** What somebody may be invited as: a district's staff, its families, or people of an organization. */
export const STAFF_ROLES = ["coordinator", "admin"] as const;
export const FAMILY_ROLES = ["student", "parent"] as const;
export const MEMBER_ROLES = ["member", "owner"] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];
export type FamilyRole = (typeof FAMILY_ROLES)[number];
export type MemberRole = (typeof MEMBER_ROLES)[number];
export type InvitedRole = StaffRole | FamilyRole | MemberRole;

/** Days a link is good for; sending it again begins them anew. */
export const INVITATION_DAYS = 14;
/** Between two mails of one invitation. */
export const RESEND_MINUTES = 5;

export type InvitationState = "open" | "accepted" | "revoked" | "expired";

export function stateOf(
  invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return "accepted";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt > now ? "open" : "expired";
}
