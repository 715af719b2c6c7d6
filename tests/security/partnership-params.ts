import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { mergeOrganizations } from "#app/domain/organizations/merging.server.ts";
import { privateFiles } from "#db/schema/files.ts";
import {
  organizations,
  partnershipDocuments,
  partnershipNotes,
  partnerships,
  vettingSteps,
} from "#db/schema/organizations.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import type { Make, Making } from "./parties.ts";

const STANDINGS = {
  draft: "requested",
  submitted: "requested",
  published: "approved",
  closed: "approved",
  suspended: "suspended",
} as const;

export const givenPartnership: Make = async ({ db, party, state }) => {
  const [organization] = await db
    .insert(organizations)
    .values({ name: `Asking ${party.marker}`, sector: "business" })
    .returning();
  const standing = { status: STANDINGS[state], requestedAt: TEST_NOW, note: party.marker };
  const [row] = await db
    .insert(partnerships)
    .values({ organizationId: organization!.id, districtId: party.district.id, ...standing })
    .returning();
  return row!.id;
};

/** What is named below a partnership in an address belongs to the one named before it, the newest. */
async function newestPartnership(making: Making): Promise<string> {
  const { db, party } = making;
  const [row] = await db
    .select({ id: partnerships.id })
    .from(partnerships)
    .where(and(eq(partnerships.districtId, party.district.id), eq(partnerships.note, party.marker)))
    .orderBy(desc(partnerships.createdAt))
    .limit(1);
  return row?.id ?? givenPartnership(making);
}

/** A partner, and what a district keeps about it. */
export const PARTNERSHIP_PARAMS: Record<string, Make> = {
  partnershipId: givenPartnership,
  mergeId: async (making) => {
    const { db, party } = making;
    const ctx = asCoordinator(db, party.people.coordinator ?? people.dana.id, party.district.id);
    const requested = { ...making, state: "submitted" } as const;
    const [keptId, duplicateId] = [await givenPartnership(requested), await givenPartnership(requested)];
    const merged = await mergeOrganizations(ctx, { keptId, duplicateId, idempotencyKey: randomUUID() });
    if (!merged.ok) throw new Error(merged.refusal);
    return merged.value.mergeId;
  },
  documentId: async (making) => {
    const { db, party } = making;
    const districtId = party.district.id;
    const content = { mediaType: "application/pdf", size: 5, bytes: Buffer.from("%PDF-") } as const;
    const [file] = await db
      .insert(privateFiles)
      .values({ districtId, name: `${party.marker}.pdf`, ...content })
      .returning();
    const kept = { partnershipId: await newestPartnership(making), districtId, seenAt: TEST_NOW };
    const [row] = await db
      .insert(partnershipDocuments)
      .values({ ...kept, kind: "other", subject: `Paper ${party.marker}`, fileId: file!.id })
      .returning();
    return row!.id;
  },
  noteId: async (making) => {
    const { db, party, owner } = making;
    const about = { partnershipId: await newestPartnership(making), districtId: party.district.id };
    const written = { writtenBy: owner, createdAt: TEST_NOW, happenedOn: "2027-02-01" };
    const [row] = await db
      .insert(partnershipNotes)
      .values({ ...about, ...written, kind: "call", text: `Said ${party.marker}` })
      .returning();
    return row!.id;
  },
  stepId: async ({ db, party }) => {
    const name = `Step ${party.marker}`;
    // A district has only so many.
    await db.update(vettingSteps).set({ retiredAt: TEST_NOW }).where(eq(vettingSteps.name, name));
    const [row] = await db
      .insert(vettingSteps)
      .values({ districtId: party.district.id, name, isRequired: false, position: 90 })
      .returning();
    return row!.id;
  },
};
