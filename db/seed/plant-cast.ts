import { addDays, instantDaysAgo } from "./days.ts";
import type { Database } from "../database.ts";
import { districts as districtTable, pathways as pathwayTable, schools as schoolTable } from "../schema/districts.ts";
import {
  memberships as membershipTable,
  organizations as organizationTable,
  partnerships as partnershipTable,
} from "../schema/organizations.ts";
import {
  districtStaff,
  guardianships as guardianshipTable,
  operators,
  parents as parentTable,
  students as studentTable,
  users,
} from "../schema/people.ts";
import {
  DEMO_PASSWORD_HASH,
  districts,
  guardianships,
  memberships,
  organizations,
  parents,
  partnerships,
  people,
  staff,
  students,
} from "./cast.ts";
import { fixedId } from "./fixed-id.ts";
import { pathways } from "./pathways.ts";
import { schools } from "./schools.ts";

/**
 * Plants the named cast, without any listing. Rows that are there are left as they are, so it can be run again over a
 * database people have worked in.
 */
export async function plantCast(db: Database, now: Date): Promise<void> {
  await db.insert(districtTable).values(Object.values(districts)).onConflictDoNothing({ target: districtTable.id });
  await db.insert(schoolTable).values(Object.values(schools)).onConflictDoNothing({ target: schoolTable.id });
  await db.insert(pathwayTable).values(Object.values(pathways)).onConflictDoNothing({ target: pathwayTable.id });
  await db
    .insert(users)
    .values(
      Object.values(people).map((person) => ({
        ...person,
        passwordHash: DEMO_PASSWORD_HASH,
        emailVerifiedAt: now,
        isDemo: true,
      })),
    )
    .onConflictDoNothing({ target: users.id });
  await db
    .insert(districtStaff)
    .values([...staff])
    .onConflictDoNothing();
  await plantFamilies(db, now);
  await db.insert(operators).values({ userId: people.joan.id }).onConflictDoNothing();
  await plantOrganizations(db, now, {
    organizations: Object.values(organizations),
    partnerships,
    firstPartnershipId: 1,
  });
  await db
    .insert(membershipTable)
    .values([...memberships])
    .onConflictDoNothing();
}

async function plantFamilies(db: Database, now: Date) {
  await db
    .insert(studentTable)
    .values([...students])
    .onConflictDoNothing();
  await db
    .insert(parentTable)
    .values([...parents])
    .onConflictDoNothing();
  const rows = guardianships.map(({ confirmed, ...guardianship }) => ({
    ...guardianship,
    parentSaidAt: now,
    studentSaidAt: confirmed ? now : null,
  }));
  await db.insert(guardianshipTable).values(rows).onConflictDoNothing();
}

interface Partners {
  organizations: readonly (typeof organizationTable.$inferInsert)[];
  partnerships: readonly Pick<typeof partnershipTable.$inferInsert, "organizationId" | "districtId" | "status">[];
  /** Number of the first partnership's fixed id; the others follow. */
  firstPartnershipId: number;
}

/** Organizations with their standing; an approval was given half a year ago and holds for another half. */
export async function plantOrganizations(db: Database, now: Date, partners: Partners): Promise<void> {
  await db
    .insert(organizationTable)
    .values([...partners.organizations])
    .onConflictDoNothing({ target: organizationTable.id });
  const rows = partners.partnerships.map((partnership, i) => {
    const row = { id: fixedId(6, partners.firstPartnershipId + i), ...partnership };
    if (partnership.status === "requested") return row;
    const vettedBy = partnership.districtId === districts.lakeshore.id ? people.priya.id : people.dana.id;
    return { ...row, vettedBy, vettedAt: instantDaysAgo(now, 180), inForceUntil: addDays(now, 185) };
  });
  await db.insert(partnershipTable).values(rows).onConflictDoNothing({ target: partnershipTable.id });
}
