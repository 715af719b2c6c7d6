import { eq } from "drizzle-orm";
import { localDate } from "#app/domain/districts/zone.ts";
import { standingOf } from "#app/domain/organizations/partnership-lifecycle.ts";
import { isInForce, type Partnership } from "#app/domain/organizations/standing.ts";
import { districts } from "#db/schema/districts.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import type { About } from "../about.server.ts";
import { actsFor, worksFor } from "./standing.server.ts";

export interface ToldPartnership {
  id: string;
  organization: string;
  district: string;
  /** Last day on which it holds, `YYYY-MM-DD`; null: until it is ended. */
  lastDay: string | null;
  /** Why the district said no, and what it wrote beside; null unless it did. */
  reason: Partnership["declineReason"];
  note: string | null;
}

export type EndingPartnership = ToldPartnership & { lastDay: string };
type AboutPartnership = About<{ partnershipId: string }>;

/** Null once somebody decided. */
export async function readRequestedPartnership(about: AboutPartnership): Promise<ToldPartnership | null> {
  const row = await readPartnership(about);
  if (row?.partnership.status !== "requested") return null;
  return (await worksFor(about, row.partnership.districtId)) ? toldOf(row) : null;
}

/** Null once the district decided otherwise. */
export const readDecidedPartnership =
  (status: "approved" | "declined") =>
  async (about: AboutPartnership): Promise<ToldPartnership | null> => {
    const row = await readPartnership(about);
    if (row?.partnership.status !== status) return null;
    return (await actsFor(about, row.partnership.organizationId)) ? toldOf(row) : null;
  };

/** Null once it is over, was ended or holds for good. */
export const readEndingPartnership =
  (reader: "partner" | "coordinator") =>
  async (about: AboutPartnership): Promise<EndingPartnership | null> => {
    const row = await readPartnership(about);
    if (!row || !isInForce(row.partnership, localDate(about.now, row.timeZone))) return null;
    const { inForceUntil: lastDay, organizationId, districtId } = row.partnership;
    const isTheirs = reader === "partner" ? actsFor(about, organizationId) : worksFor(about, districtId);
    return lastDay && (await isTheirs) ? { ...toldOf(row), lastDay } : null;
  };

/** Null once the district decided anew. */
export async function readLapsedPartnership(about: AboutPartnership): Promise<EndingPartnership | null> {
  const row = await readPartnership(about);
  if (!row || standingOf(row.partnership, localDate(about.now, row.timeZone)) !== "lapsed") return null;
  const { inForceUntil: lastDay, organizationId } = row.partnership;
  return lastDay && (await actsFor(about, organizationId)) ? { ...toldOf(row), lastDay } : null;
}

type Row = NonNullable<Awaited<ReturnType<typeof readPartnership>>>;

const toldOf = ({ organization, district, partnership }: Row): ToldPartnership => ({
  id: partnership.id,
  organization,
  district,
  lastDay: partnership.inForceUntil,
  reason: partnership.declineReason,
  note: partnership.status === "declined" ? partnership.note : null,
});

async function readPartnership({ db, data }: AboutPartnership) {
  const [row] = await db
    .select({
      partnership: partnerships,
      organization: organizations.name,
      district: districts.name,
      timeZone: districts.timeZone,
    })
    .from(partnerships)
    .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
    .innerJoin(districts, eq(districts.id, partnerships.districtId))
    .where(eq(partnerships.id, data.partnershipId));
  return row ?? null;
}
