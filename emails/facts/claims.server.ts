import { localDate } from "#app/domain/districts/zone.ts";
import { getClaim, type Claim } from "#app/domain/listings/claims.server.ts";
import { INVITATION_DAYS } from "#app/domain/people/invitation.ts";
import type { About } from "../about.server.ts";
import { actsFor } from "./standing.server.ts";

export interface AskedClaim {
  askingId: string;
  title: string;
  organization: string;
  district: string;
  /** Null once the coordinator's account is deleted. */
  enteredBy: string | null;
  /** Nobody acts for the organization: whoever claims it joins first. */
  needsAccount: boolean;
  /** `YYYY-MM-DD` where the district is. */
  lastDay: string;
}

/** Null once it was claimed, is over, or is another's to answer. */
export async function readClaimAsked(about: About<{ askingId: string }>): Promise<AskedClaim | null> {
  const { askingId } = about.data;
  const claim = await getClaim(about, askingId);
  if (claim?.state !== "open" || !(await isTheirs(about, claim))) return null;
  const { opportunity, organization, district, invitation, enteredBy, needsAccount, askedAt } = claim;
  const until = invitation?.expiresAt ?? new Date(askedAt.getTime() + INVITATION_DAYS * 86_400_000);
  return {
    ...{ askingId, enteredBy, needsAccount, title: opportunity.title },
    ...{ organization: organization.name, district: district.name, lastDay: localDate(until, district.timeZone) },
  };
}

const isTheirs = async (about: About<{ askingId: string }>, { invitation, organization }: Claim) =>
  invitation ? about.mail.address?.toLowerCase() === invitation.email.toLowerCase() : actsFor(about, organization.id);
