/**
 * Who may open which route: the one table of it. The build refuses a route that is not here (`routes.ts`), the
 * architecture tests look for the guard each entry names, and the security tests try every route as every role.
 */
export type Audience =
  /** With or without an account; the route shows nobody's private rows. */
  | "anyone"
  /** A program that proves itself by a signature or a token in the address, not a browser's form. */
  | "machine"
  /** Anyone signed in, for their own account. */
  | "person"
  | "partner"
  | "coordinator"
  | "admin"
  | "student"
  | "parent"
  | "operator";

export interface RoutePolicy {
  loader?: Audience;
  action?: Audience;
}

/** By the route's folder; a route with neither is a page that only frames others. */
export const POLICY: Record<string, RoutePolicy> = {
  $district: { loader: "anyone" },
  "$district._index": { loader: "anyone" },
  "$district.interests": { loader: "anyone" },
  "$district.matches": { loader: "anyone" },
  "$district.opportunities.$slug": { loader: "anyone" },
  "$district.opportunities._index": { loader: "anyone" },
  _index: { loader: "anyone" },
  account: { loader: "person" },
  "account-deleted": { loader: "anyone" },
  "account._index": { loader: "person", action: "person" },
  "account.address.$token": { loader: "person", action: "person" },
  "account.address._index": { loader: "person", action: "person" },
  "account.language": { action: "anyone" },
  "account.mail": { loader: "person", action: "person" },
  "account.menu": { loader: "anyone" },
  "account.privacy._index": { loader: "person" },
  "account.privacy.deletion": { loader: "person", action: "person" },
  "account.privacy.export": { loader: "person", action: "person" },
  "account.security.password": { loader: "person", action: "person" },
  "account.security.sessions._index": { loader: "person" },
  "account.security.sessions.end": { action: "person" },
  "account.security._index": { loader: "person" },
  "account.security.app": { loader: "person", action: "person" },
  "account.security.app_.removal": { loader: "person", action: "person" },
  "account.security.app_.secret": { action: "person" },
  "account.security.passkeys": { loader: "person", action: "person" },
  "account.security.passkeys_.$passkeyId": { loader: "person", action: "person" },
  "account.security.passkeys_.$passkeyId_.removal": { loader: "person", action: "person" },
  "account.security.passkeys_.challenge": { action: "person" },
  "account.security.recovery-codes": { loader: "person", action: "person" },
  coordinator: { loader: "coordinator" },
  "coordinator._index": { loader: "coordinator" },
  "coordinator.families.$familyId": { loader: "coordinator", action: "coordinator" },
  "coordinator.families._index": { loader: "coordinator", action: "coordinator" },
  "coordinator.imports.$importId._index": { loader: "coordinator", action: "coordinator" },
  "coordinator.imports.$importId.problems": { loader: "coordinator" },
  "coordinator.imports.$importId.run": { action: "coordinator" },
  "coordinator.imports._index": { loader: "coordinator" },
  "coordinator.imports.new": { loader: "coordinator", action: "coordinator" },
  "coordinator.log._index": { loader: "admin" },
  "coordinator.log.download": { action: "admin" },
  "coordinator.people.$staffId": { loader: "admin", action: "admin" },
  "coordinator.people._index": { loader: "admin", action: "admin" },
  "coordinator.review.$listingId": { loader: "coordinator" },
  "coordinator.review.$listingId._index": { loader: "coordinator" },
  "coordinator.review.$listingId.approval": { loader: "coordinator", action: "coordinator" },
  "coordinator.review.$listingId.change-request": { loader: "coordinator", action: "coordinator" },
  "coordinator.review.$listingId.closure": { loader: "coordinator", action: "coordinator" },
  "coordinator.review.$listingId.curation": { loader: "coordinator", action: "coordinator" },
  "coordinator.review.$listingId.decline": { loader: "coordinator", action: "coordinator" },
  "coordinator.review.$listingId.restoration": { loader: "coordinator", action: "coordinator" },
  "coordinator.review.$listingId.suspension": { loader: "coordinator", action: "coordinator" },
  "coordinator.review._index": { loader: "coordinator" },
  "dev.mail.$mailId._index": { loader: "anyone" },
  "dev.mail.$mailId.html": { loader: "anyone" },
  "dev.mail._index": { loader: "anyone" },
  "invitations.$token": { loader: "anyone", action: "anyone" },
  "not-yet": { loader: "anyone" },
  operator: { loader: "operator" },
  "operator._index": { loader: "operator" },
  "operator.districts": { loader: "operator", action: "operator" },
  "operator.jobs.$jobId.decision": { action: "operator" },
  "operator.jobs._index": { loader: "operator" },
  "operator.mail.$mailId.decision": { action: "operator" },
  "operator.mail._index": { loader: "operator" },
  "operator.mail.lifting": { action: "operator" },
  partner: { loader: "partner" },
  "partner._index": { loader: "partner" },
  "partner.listings.$listingId.closure": { loader: "partner", action: "partner" },
  "partner.listings.$listingId.submission": { loader: "partner", action: "partner" },
  "partner.listings.$listingId.withdrawal": { action: "partner" },
  "partner.opportunities.$opportunityId._index": { loader: "partner" },
  "partner.opportunities.$opportunityId.edit": { loader: "partner", action: "partner" },
  "partner.opportunities.$opportunityId.offers": { loader: "partner", action: "partner" },
  "partner.opportunities.$opportunityId.preview": { loader: "partner" },
  "partner.opportunities.new": { loader: "partner", action: "partner" },
  "partner.people.$organizationId.$userId": { loader: "partner", action: "partner" },
  "partner.people._index": { loader: "partner", action: "partner" },
  privacy: { loader: "anyone" },
  "reset-password.$token": { loader: "anyone", action: "anyone" },
  "reset-password._index": { loader: "anyone", action: "anyone" },
  "sign-in._index": { loader: "anyone", action: "anyone" },
  "sign-in.code": { loader: "anyone", action: "anyone" },
  "sign-in.link.$token": { loader: "anyone", action: "anyone" },
  "sign-in.link._index": { loader: "anyone", action: "anyone" },
  "sign-in.passkey": { action: "anyone" },
  "sign-in.passkey_.challenge": { action: "anyone" },
  "sign-in.second-factor": { loader: "anyone", action: "anyone" },
  "sign-out": { action: "anyone" },
  "unsubscribe.$what.$token": { loader: "anyone", action: "machine" },
  "verify.$token": { loader: "anyone", action: "anyone" },
  "webhooks.resend": { action: "machine" },
};
