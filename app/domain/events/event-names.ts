/** What a reader of the log may ask for alone. */
export const EVENT_KINDS = [
  "entry",
  "refusal",
  "people",
  "partners",
  "listings",
  "files",
  "settings",
  "platform",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * Every event the log may hold, `<thing>.<what happened>`, and the kind it is found under. What it is in words stands in
 * the catalog `records`, below `events.<thing>.<what happened>`.
 */
export const EVENTS = {
  // Ways in and out, and what guards them.
  "person.signed_in": "entry",
  "person.signed_out": "entry",
  "person.second_factor_added": "entry",
  "person.second_factor_removed": "entry",
  "person.recovery_codes_renewed": "entry",
  "person.recovery_code_used": "entry",
  "person.school_sign_in_linked": "entry",
  "person.school_sign_in_unlinked": "entry",
  "provider.added": "entry",
  "provider.edited": "entry",
  "provider.disabled": "entry",
  "provider.enabled": "entry",
  "person.password_changed": "entry",
  "person.address_verified": "entry",

  // Somebody was not let in, or tried what is not theirs to do: see `refusals.server.ts`.
  "access.refused": "refusal",
  "sign_in.refused": "refusal",
  "person.second_factor_refused": "refusal",

  // Roles, invitations, families.
  "person.mail_chosen": "people",
  "person.signed_up": "people",
  "membership.requested": "people",
  "membership.approved": "people",
  "membership.declined": "people",
  "guardianship.code_made": "people",
  "guardianship.asked": "people",
  "guardianship.confirmed": "people",
  "guardianship.ended": "people",
  "invitation.sent": "people",
  "invitation.resent": "people",
  "invitation.revoked": "people",
  "invitation.accepted": "people",
  "staff.role_changed": "people",
  "staff.disabled": "people",
  "staff.enabled": "people",
  "membership.role_changed": "people",
  "membership.removed": "people",
  "person.disabled": "people",
  "person.enabled": "people",
  "person.address_changed": "people",
  "person.deleted": "people",

  // Organizations and their standing with a district.
  "organization.created": "partners",
  "organization.edited": "partners",
  "partnership.requested": "partners",
  "partnership.approved": "partners",
  "partnership.renewed": "partners",
  "partnership.resumed": "partners",
  "partnership.declined": "partners",
  "partnership.suspended": "partners",
  "partnership.expiry_announced": "partners",
  "partnership.lapsed": "partners",
  "partnership.step_done": "partners",
  "partnership.step_undone": "partners",
  "vetting_step.added": "partners",
  "vetting_step.edited": "partners",
  "vetting_step.retired": "partners",
  "vetting_step.reinstated": "partners",
  "document.added": "partners",
  "document.opened": "partners",
  "document.removed": "partners",
  "document.brought_back": "partners",
  "document.expiry_announced": "partners",
  "partnership_note.added": "partners",
  "partnership_note.removed": "partners",
  "organization.merged": "partners",
  "organization.unmerged": "partners",
  "organization.told_apart": "partners",

  // What is offered, decided and shown.
  "opportunity.drafted": "listings",
  "opportunity.edited": "listings",
  "opportunity.duplicated": "listings",
  "listing.offered": "listings",
  "listing.offer_withdrawn": "listings",
  "listing.submitted": "listings",
  "listing.assigned": "listings",
  "listing.seconded": "listings",
  "listing.approved": "listings",
  "listing.changes_requested": "listings",
  "listing.declined": "listings",
  "listing.decision_undone": "listings",
  "listing.published": "listings",
  "listing.edited": "listings",
  "listing.curated": "listings",
  "listing.restricted": "listings",
  "listing.featured": "listings",
  "listing.unfeatured": "listings",
  "collection.created": "listings",
  "collection.edited": "listings",
  "collection.published": "listings",
  "collection.unpublished": "listings",
  "collection.moved": "listings",
  "collection.listing_added": "listings",
  "collection.listing_removed": "listings",
  "listing.closed": "listings",
  "listing.reopened": "listings",
  "listing.renewed": "listings",
  "listing.confirmation_asked": "listings",
  "listing.confirmation_reminded": "listings",
  "listing.confirmed": "listings",
  "listing.expiry_announced": "listings",
  "listing.expired": "listings",
  "listing.suspended": "listings",
  "listing.hidden": "listings",
  "listing.restored": "listings",
  "listing.imported": "listings",
  "listing.import_undone": "listings",

  // What readers say is wrong, and what came of it.
  "report.received": "listings",
  "report.dismissed": "listings",
  "report.mended": "listings",
  "report.upheld": "listings",

  // What came in and went out, and who looked at whose record.
  "import.finished": "files",
  "import.undone": "files",
  "log.downloaded": "files",
  "staff.downloaded": "files",
  "person.exported": "files",

  // What admins decide for the whole district; which fields, never what they hold.
  "district.settings_changed": "settings",

  // The platform's own work.
  "job.retried": "platform",
  "job.forgotten": "platform",
  "mail.settled": "platform",
  "suppression.lifted": "platform",
  "district.created": "platform",
  "operator.named": "platform",
  "district.week_summed_up": "platform",
} as const satisfies Record<`${string}.${string}`, EventKind>;

export type EventName = keyof typeof EVENTS;
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];
