import { randomUUID } from "node:crypto";
import type { Database } from "#db/database.ts";
import { memberships, organizations, partnershipDocuments, partnerships } from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "./clock.ts";

/** A new organization of Tomás', in force with Riverbend unless said otherwise. */
export async function givenPartnership(
  db: Database,
  {
    organization = {},
    ...partnership
  }: Partial<typeof partnerships.$inferInsert> & { organization?: Partial<typeof organizations.$inferInsert> } = {},
) {
  const [made] = await db
    .insert(organizations)
    .values({ name: `Shop ${randomUUID().slice(0, 8)}`, sector: "business", ...organization })
    .returning();
  await db.insert(memberships).values({ userId: people.tomas.id, organizationId: made!.id, role: "owner" });
  const standing = { status: "approved", inForceUntil: "2027-12-31" } as const;
  const [row] = await db
    .insert(partnerships)
    .values({ organizationId: made!.id, districtId: districts.riverbend.id, ...standing, ...partnership })
    .returning();
  return { organization: made!, partnership: row!, partnershipId: row!.id };
}

export async function givenDocument(
  db: Database,
  partnershipId: string,
  changes: Partial<typeof partnershipDocuments.$inferInsert> = {},
) {
  const [row] = await db
    .insert(partnershipDocuments)
    .values({ partnershipId, districtId: districts.riverbend.id, kind: "insurance", seenAt: TEST_NOW, ...changes })
    .returning();
  return row!;
}
