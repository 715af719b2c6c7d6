/** Which columns name somebody, by id or by address, and what of such a row is theirs to see. */
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { editions } from "#db/schema/editions.ts";
import { acknowledgements, events } from "#db/schema/events.ts";
import { pictures, privateFiles } from "#db/schema/files.ts";
import { imports } from "#db/schema/imports.ts";
import { invitations } from "#db/schema/invitations.ts";
import { bulkDecisions, listings, readerReports, reviews, savedViews, suspensions } from "#db/schema/listings.ts";
import { mailPreferences, mails, suppressions } from "#db/schema/mail.ts";
import { matchReaders, toldMatches } from "#db/schema/matching.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import {
  membershipRequests,
  memberships,
  organizationMerges,
  partnershipDocuments,
  partnershipNotes,
  partnerships,
  vettingMarks,
} from "#db/schema/organizations.ts";
import * as people from "#db/schema/people.ts";
import { calendarLinks, savedListings, savedSearches } from "#db/schema/saved.ts";
import * as signIn from "#db/schema/sign-in.ts";
import { listingTranslations } from "#db/schema/translations.ts";

export interface Section {
  table: PgTable;
  /** Columns with the person's id. */
  by?: PgColumn[];
  /** A column with their address. */
  byAddress?: PgColumn;
  /** Of the row; left out: all of it. */
  show?: PgColumn[];
  /** Secrets and keys. */
  hide?: PgColumn[];
}

const { users, sessions, districtStaff, students, parents, guardianships, operators, studentProfiles } = people;
const { oneTimeLinks, signInAttempts, authenticators, recoveryCodes, passkeys, federatedIdentities } = signIn;

export const ABOUT: readonly Section[] = [
  { table: users, by: [users.id], byAddress: users.email, hide: [users.passwordHash] },
  { table: sessions, by: [sessions.userId], hide: [sessions.id] },
  { table: districtStaff, by: [districtStaff.userId] },
  {
    table: districtStaff,
    by: [districtStaff.disabledBy],
    show: [districtStaff.districtId, districtStaff.disabledAt],
  },
  { table: students, by: [students.userId] },
  { table: studentProfiles, by: [studentProfiles.studentId] },
  { table: studentProfiles, by: [studentProfiles.changedBy], show: [studentProfiles.changedAt] },
  { table: parents, by: [parents.userId] },
  { table: operators, by: [operators.userId] },
  { table: guardianships, by: [guardianships.parentId, guardianships.studentId] },
  {
    table: guardianships,
    by: [guardianships.schoolSaidBy, guardianships.endedBy],
    show: [guardianships.id, guardianships.schoolSaidAt, guardianships.endedAt],
  },
  { table: memberships, by: [memberships.userId] },
  { table: membershipRequests, by: [membershipRequests.userId] },
  {
    table: membershipRequests,
    by: [membershipRequests.decidedBy],
    show: [membershipRequests.id, membershipRequests.decision, membershipRequests.decidedAt],
  },
  { table: invitations, by: [invitations.acceptedBy], byAddress: invitations.email },
  {
    table: invitations,
    by: [invitations.invitedBy, invitations.revokedBy],
    show: [invitations.id, invitations.role, invitations.createdAt, invitations.revokedAt],
  },
  { table: oneTimeLinks, by: [oneTimeLinks.userId], byAddress: oneTimeLinks.email, hide: [oneTimeLinks.browserHash] },
  { table: signInAttempts, by: [signInAttempts.userId], hide: [signInAttempts.id, signInAttempts.detail] },
  {
    table: authenticators,
    by: [authenticators.userId],
    hide: [authenticators.sealedSecret, authenticators.lastStep],
  },
  { table: recoveryCodes, by: [recoveryCodes.userId], hide: [recoveryCodes.codeHash] },
  { table: passkeys, by: [passkeys.userId], hide: [passkeys.publicKey] },
  { table: federatedIdentities, by: [federatedIdentities.userId] },
  { table: mails, by: [mails.userId], byAddress: mails.address, hide: [mails.sealedContent] },
  { table: mailPreferences, by: [mailPreferences.userId] },
  { table: savedSearches, by: [savedSearches.userId], byAddress: savedSearches.address },
  { table: matchReaders, by: [matchReaders.userId] },
  { table: toldMatches, by: [toldMatches.readerId, toldMatches.studentId] },
  { table: savedListings, by: [savedListings.userId] },
  { table: calendarLinks, by: [calendarLinks.userId], hide: [calendarLinks.id] },
  { table: suppressions, byAddress: suppressions.address },
  {
    table: opportunities,
    by: [opportunities.createdBy, opportunities.enteredBy],
    show: [opportunities.id, opportunities.title, opportunities.createdAt, opportunities.enteredAt],
  },
  {
    table: opportunityRevisions,
    by: [opportunityRevisions.authorId],
    show: [opportunityRevisions.id, opportunityRevisions.opportunityId, opportunityRevisions.createdAt],
  },
  {
    table: partnerships,
    by: [partnerships.requestedBy, partnerships.vettedBy],
    show: [partnerships.id, partnerships.requestedAt, partnerships.vettedAt, partnerships.status],
  },
  {
    table: suspensions,
    by: [suspensions.suspendedBy],
    show: [suspensions.id, suspensions.listingId, suspensions.suspendedAt, suspensions.note],
  },
  {
    table: reviews,
    by: [reviews.reviewerId],
    show: [reviews.id, reviews.listingId, reviews.decision, reviews.reasonCode, reviews.note, reviews.decidedAt],
  },
  {
    table: listings,
    by: [listings.assignedTo, listings.inReviewBy, listings.secondedBy],
    show: [listings.id, listings.inReviewAt],
  },
  {
    table: listingTranslations,
    by: [listingTranslations.checkedBy],
    show: [listingTranslations.listingId, listingTranslations.locale, listingTranslations.checkedAt],
  },
  {
    table: editions,
    by: [editions.publishedBy],
    show: [editions.id, editions.title, editions.publishedAt],
  },
  {
    table: bulkDecisions,
    by: [bulkDecisions.decidedBy],
    show: [bulkDecisions.id, bulkDecisions.verb, bulkDecisions.decidedAt, bulkDecisions.undoneAt],
  },
  { table: savedViews, by: [savedViews.userId] },
  {
    table: readerReports,
    by: [readerReports.decidedBy],
    show: [readerReports.id, readerReports.listingId, readerReports.decision, readerReports.decidedAt],
  },
  {
    table: vettingMarks,
    by: [vettingMarks.doneBy],
    show: [vettingMarks.partnershipId, vettingMarks.stepId, vettingMarks.doneAt],
  },
  {
    table: partnershipDocuments,
    by: [partnershipDocuments.seenBy],
    show: [partnershipDocuments.id, partnershipDocuments.kind, partnershipDocuments.seenAt],
  },
  {
    table: partnershipNotes,
    by: [partnershipNotes.writtenBy],
    show: [partnershipNotes.id, partnershipNotes.kind, partnershipNotes.text, partnershipNotes.createdAt],
  },
  {
    table: organizationMerges,
    by: [organizationMerges.mergedBy, organizationMerges.undoneBy],
    show: [organizationMerges.id, organizationMerges.mergedAt, organizationMerges.undoneAt],
  },
  {
    table: pictures,
    by: [pictures.createdBy],
    show: [pictures.id, pictures.width, pictures.height, pictures.createdAt],
  },
  {
    table: privateFiles,
    by: [privateFiles.uploadedBy],
    show: [privateFiles.id, privateFiles.name, privateFiles.size, privateFiles.createdAt],
  },
  {
    table: imports,
    by: [imports.requestedBy, imports.undoneBy],
    show: [imports.id, imports.fileName, imports.createdAt, imports.undoneAt],
  },
  { table: events, by: [events.actorId, events.subjectId] },
  {
    table: acknowledgements,
    by: [acknowledgements.actorId],
    show: [acknowledgements.verb, acknowledgements.at],
  },
];
