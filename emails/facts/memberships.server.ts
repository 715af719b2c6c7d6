import { eq } from "drizzle-orm";
import { membershipRequests, organizations } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import type { About } from "../about.server.ts";
import { actsFor } from "./standing.server.ts";

export interface MembershipRequest {
  id: string;
  organization: string;
  name: string;
  email: string;
  /** Where the person told of it decides: at the organization's desk or at a district's. */
  decidedAt: "organization" | "district";
}

export interface MembershipDecision {
  organization: string;
  decision: "approved" | "declined";
}

type AboutRequest = About<{ requestId: string }>;

/** Null once somebody decided. */
export async function readOpenRequest(about: AboutRequest): Promise<MembershipRequest | null> {
  const row = await readRequest(about);
  if (!row || row.request.decision) return null;
  const { organization, name, email } = row;
  const isMember = await actsFor(about, row.request.organizationId);
  return { id: row.request.id, organization, name, email, decidedAt: isMember ? "organization" : "district" };
}

export async function readDecidedRequest(about: AboutRequest): Promise<MembershipDecision | null> {
  const row = await readRequest(about);
  const decision = row?.request.decision;
  if (!row || !decision || row.request.userId !== about.mail.userId) return null;
  return { organization: row.organization, decision };
}

async function readRequest({ db, data }: AboutRequest) {
  const [row] = await db
    .select({
      request: membershipRequests,
      organization: organizations.name,
      name: users.name,
      email: users.email,
    })
    .from(membershipRequests)
    .innerJoin(organizations, eq(organizations.id, membershipRequests.organizationId))
    .innerJoin(users, eq(users.id, membershipRequests.userId))
    .where(eq(membershipRequests.id, data.requestId));
  return row ?? null;
}
