import { and, eq, isNull } from "drizzle-orm";
import { localDate } from "#app/domain/districts/zone.ts";
import type { DocumentKind } from "#app/domain/organizations/vetting-steps.ts";
import { districts } from "#db/schema/districts.ts";
import { organizations, partnershipDocuments, partnerships } from "#db/schema/organizations.ts";
import type { About } from "../about.server.ts";
import { worksFor } from "./standing.server.ts";

export interface EndingDocument {
  partnershipId: string;
  organization: string;
  district: string;
  kind: DocumentKind;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  lastDay: string;
}

/** Null once it is over or was taken away. */
export async function readEndingDocument(about: About<{ documentId: string }>): Promise<EndingDocument | null> {
  const { db, data, now } = about;
  const [row] = await db
    .select({
      partnershipId: partnerships.id,
      organization: organizations.name,
      district: districts.name,
      districtId: districts.id,
      timeZone: districts.timeZone,
      kind: partnershipDocuments.kind,
      lastDay: partnershipDocuments.expiresOn,
    })
    .from(partnershipDocuments)
    .innerJoin(partnerships, eq(partnerships.id, partnershipDocuments.partnershipId))
    .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
    .innerJoin(districts, eq(districts.id, partnershipDocuments.districtId))
    .where(and(eq(partnershipDocuments.id, data.documentId), isNull(partnershipDocuments.removedAt)));
  if (!row?.lastDay || row.lastDay < localDate(now, row.timeZone)) return null;
  const { districtId, timeZone: _zone, lastDay, ...facts } = row;
  return (await worksFor(about, districtId)) ? { ...facts, lastDay } : null;
}
