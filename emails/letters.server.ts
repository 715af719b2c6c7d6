/** Every mail: where its facts are read, and the template that says them. */
import { asc, eq } from "drizzle-orm";
import type { MailData, MailKind } from "#app/domain/mail/mails.ts";
import { mails } from "#db/schema/mail.ts";
import { aboutMail, writingOf, type About } from "./about.server.ts";
import { listingUnconfirmed } from "./coordinator-listing-unconfirmed.tsx";
import { documentExpiring } from "./coordinator-document-expiring.tsx";
import { partnershipEnding } from "./coordinator-partnership-expiring.tsx";
import { partnershipRequested } from "./coordinator-partnership-requested.tsx";
import { listingReported } from "./coordinator-listing-reported.tsx";
import { listingSubmitted } from "./coordinator-listing-submitted.tsx";
import { weekSummedUp } from "./coordinator-week-summed-up.tsx";
import { readClaimAsked } from "./facts/claims.server.ts";
import { readEndingDocument } from "./facts/documents.server.ts";
import { readAskedFamily, readConfirmedFamily } from "./facts/families.server.ts";
import { readAskedListings } from "./facts/freshness.server.ts";
import { readInvitation } from "./facts/invitations.server.ts";
import { readLink } from "./facts/links.server.ts";
import {
  readDecidedListing,
  readExpiredListing,
  readLeavingListing,
  readSentListing,
  readUnconfirmedListing,
} from "./facts/listings.server.ts";
import { readFoundMatches } from "./facts/matches.server.ts";
import { readDecidedRequest, readOpenRequest } from "./facts/memberships.server.ts";
import {
  readDecidedPartnership,
  readEndingPartnership,
  readLapsedPartnership,
  readRequestedPartnership,
} from "./facts/partnerships.server.ts";
import { readToldEdition } from "./facts/editions.server.ts";
import { readAskedSearch, readFoundListings } from "./facts/searches.server.ts";
import { readNewSession } from "./facts/sessions.server.ts";
import { readWeek } from "./facts/week.server.ts";
import { matchesFound } from "./family-matches-found.tsx";
import { guardianshipAsked } from "./family-guardianship-asked.tsx";
import { guardianshipConfirmed } from "./family-guardianship-confirmed.tsx";
import type { Letter, Template } from "./letter.ts";
import { membershipDecided } from "./member-membership-decided.tsx";
import { membershipRequested } from "./owner-membership-requested.tsx";
import { claimAsked } from "./partner-claim-asked.tsx";
import { listingApproved } from "./partner-listing-approved.tsx";
import { listingChangesRequested } from "./partner-listing-changes-requested.tsx";
import { listingDeclined } from "./partner-listing-declined.tsx";
import { readHiddenListing, readReportedListing } from "./facts/reports.server.ts";
import { listingHidden } from "./partner-listing-hidden.tsx";
import { listingExpired } from "./partner-listing-expired.tsx";
import { listingExpiring } from "./partner-listing-expiring.tsx";
import { listingStillTrue } from "./partner-listing-still-true.tsx";
import { partnershipApproved } from "./partner-partnership-approved.tsx";
import { partnershipDeclined } from "./partner-partnership-declined.tsx";
import { partnershipExpiring } from "./partner-partnership-expiring.tsx";
import { partnershipLapsed } from "./partner-partnership-lapsed.tsx";
import { accountDeleted } from "./person-account-deleted.tsx";
import { accountExists } from "./person-account-exists.tsx";
import { addressChangeAsked } from "./person-address-change-asked.tsx";
import { addressChanged } from "./person-address-changed.tsx";
import { addressToVerify } from "./person-address-to-verify.tsx";
import { deviceNew } from "./person-device-new.tsx";
import { digestCollected } from "./person-digest-collected.tsx";
import { invited } from "./person-invited.tsx";
import { passwordChanged } from "./person-password-changed.tsx";
import { passwordResetAsked } from "./person-password-reset-asked.tsx";
import { editionPublished } from "./person-edition-published.tsx";
import { searchAsked } from "./person-search-asked.tsx";
import { searchFound } from "./person-search-found.tsx";
import { secondFactorChanged } from "./person-second-factor-changed.tsx";
import { signInAsked } from "./person-sign-in-asked.tsx";
import type { Mail, MailParts } from "./rendered-mail.ts";

type Write<Data> = (about: About<Data>) => Promise<Letter | null>;

const letter =
  <Data, Facts>(read: (about: About<Data>) => Promise<Facts | null>, template: Template<Facts>): Write<Data> =>
  async (about) => {
    const facts = await read(about);
    return facts === null ? null : template(facts, writingOf(about));
  };

/** For what needs no facts but the mail's own. */
const own = async <Data>({ data }: About<Data>) => data;

const LETTERS: { [K in MailKind]: Write<MailData[K]> } = {
  "person-address-to-verify": letter(readLink("verify_email"), addressToVerify),
  "person-account-exists": letter(own, accountExists),
  "person-sign-in-asked": letter(readLink("sign_in"), signInAsked),
  "person-password-reset-asked": letter(readLink("reset_password"), passwordResetAsked),
  "person-password-changed": letter(own, passwordChanged),
  "person-address-change-asked": letter(readLink("change_email"), addressChangeAsked),
  "person-address-changed": letter(own, addressChanged),
  "person-device-new": letter(readNewSession, deviceNew),
  "person-second-factor-changed": letter(own, secondFactorChanged),
  "person-account-deleted": letter(own, accountDeleted),
  "person-invited": letter(readInvitation, invited),
  "family-guardianship-asked": letter(readAskedFamily, guardianshipAsked),
  "family-guardianship-confirmed": letter(readConfirmedFamily, guardianshipConfirmed),
  "owner-membership-requested": letter(readOpenRequest, membershipRequested),
  "member-membership-decided": letter(readDecidedRequest, membershipDecided),
  "coordinator-partnership-requested": letter(readRequestedPartnership, partnershipRequested),
  "partner-partnership-approved": letter(readDecidedPartnership("approved"), partnershipApproved),
  "partner-partnership-declined": letter(readDecidedPartnership("declined"), partnershipDeclined),
  "partner-partnership-expiring": letter(readEndingPartnership("partner"), partnershipExpiring),
  "partner-partnership-lapsed": letter(readLapsedPartnership, partnershipLapsed),
  "coordinator-partnership-expiring": letter(readEndingPartnership("coordinator"), partnershipEnding),
  "coordinator-document-expiring": letter(readEndingDocument, documentExpiring),
  "coordinator-listing-submitted": letter(readSentListing, listingSubmitted),
  "partner-listing-approved": letter(readDecidedListing("approved"), listingApproved),
  "partner-listing-changes-requested": letter(readDecidedListing("changes_requested"), listingChangesRequested),
  "partner-listing-declined": letter(readDecidedListing("declined"), listingDeclined),
  "partner-listing-still-true": letter(readAskedListings, listingStillTrue),
  "coordinator-listing-unconfirmed": letter(readUnconfirmedListing, listingUnconfirmed),
  "partner-listing-expiring": letter(readLeavingListing, listingExpiring),
  "partner-listing-hidden": letter(readHiddenListing, listingHidden),
  "coordinator-listing-reported": letter(readReportedListing, listingReported),
  "partner-claim-asked": letter(readClaimAsked, claimAsked),
  "partner-listing-expired": letter(readExpiredListing, listingExpired),
  "person-search-asked": letter(readAskedSearch, searchAsked),
  "person-search-found": letter(readFoundListings, searchFound),
  "person-edition-published": letter(readToldEdition, editionPublished),
  "family-matches-found": letter(readFoundMatches, matchesFound),
  "coordinator-week-summed-up": letter(readWeek, weekSummedUp),
  "person-digest-collected": letter(readHeldLetters, digestCollected),
};

/** Null: there is nothing to say any longer, or nobody to say it to. */
export function writeLetter(about: About): Promise<Letter | null> {
  const write = LETTERS[about.mail.kind as MailKind] as Write<MailData[MailKind]> | undefined;
  if (!write) throw new Error(`no template for ${about.mail.kind}`);
  return write(about);
}

async function readHeldLetters(about: About): Promise<Letter[] | null> {
  const { mail, ...parts } = about;
  const held = await parts.db
    .select()
    .from(mails)
    .where(eq(mails.digestId, mail.id))
    .orderBy(asc(mails.createdAt), asc(mails.id));
  const letters: Letter[] = [];
  for (const one of held) {
    const written = await writeHeld(parts, one);
    if (written) letters.push(written);
  }
  return letters.length ? letters : null;
}

async function writeHeld(parts: MailParts, held: Mail): Promise<Letter | null> {
  const about = await aboutMail(parts, held);
  return about && writeLetter(about);
}
