import { and, eq, inArray, isNull } from "drizzle-orm";
import { addDays, instantDaysAgo } from "./days.ts";
import type { Database } from "../database.ts";
import {
  organizations as organizationTable,
  partnershipDocuments,
  partnershipNotes,
  partnerships,
  vettingMarks,
  vettingSteps,
} from "../schema/organizations.ts";
import { FIRST_STEPS } from "../schema/first-vetting-steps.ts";
import { districts, organizations, people } from "./cast.ts";
import { fixedId } from "./fixed-id.ts";
import { riverbendBusinesses } from "./partners/riverbend-business.ts";

const riverbend = districts.riverbend.id;

const steps = Object.values(districts).flatMap(({ id: districtId }, d) =>
  FIRST_STEPS.map((step, i) => ({ id: fixedId(40, d * 10 + i + 1), districtId, position: i + 1, ...step })),
);

/** The same shop, entered by a colleague who did not find it: for merging. */
const twin = {
  id: fixedId(3, 98),
  name: "Sylvan Precision Works Inc.",
  sector: "business",
  about: null,
  website: riverbendBusinesses.sylvanPrecision.website,
  street: null,
  city: "Moline",
  state: "IL",
  zip: "61265",
} as const;

/** Days from now on which a partner's insurance ends, where it is not in half a year; null: nobody has seen one. */
const INSURED_FOR: Record<string, number | null> = {
  [organizations.bluestem.id]: 12,
  [organizations.kitchen.id]: null,
  [riverbendBusinesses.prairieSun.id]: -9,
};

/** The districts' steps, and how far Riverbend's partners are with them: most are done, a few show what can be wrong. */
export async function plantVetting(db: Database, now: Date): Promise<void> {
  await db.insert(vettingSteps).values(steps).onConflictDoNothing({ target: vettingSteps.id });
  await db
    .insert(organizationTable)
    .values({ ...twin, createdAt: now })
    .onConflictDoNothing();
  const asked = { districtId: riverbend, status: "requested", requestedAt: instantDaysAgo(now, 4) } as const;
  await db
    .insert(partnerships)
    .values({ id: fixedId(6, 298), organizationId: twin.id, ...asked })
    .onConflictDoNothing();
  const vetted = await db
    .select({ id: partnerships.id, organizationId: partnerships.organizationId })
    .from(partnerships)
    .where(
      and(
        eq(partnerships.districtId, riverbend),
        inArray(partnerships.status, ["approved", "suspended"]),
        eq(partnerships.vettedBy, people.dana.id),
        isNull(partnerships.note),
      ),
    )
    .orderBy(partnerships.id);
  await plantPapers(db, now, vetted);
  await plantNotes(db, now);
}

async function plantPapers(db: Database, now: Date, vetted: { id: string; organizationId: string }[]) {
  const seen = { districtId: riverbend, seenBy: people.dana.id, seenAt: instantDaysAgo(now, 180) };
  const rows = vetted.flatMap(({ id: partnershipId, organizationId }, i) => {
    const insuredFor = organizationId in INSURED_FOR ? INSURED_FOR[organizationId]! : 150 + i;
    const about = { ...seen, partnershipId };
    const issuedOn = addDays(now, -190);
    return [
      { ...about, id: fixedId(41, i * 3 + 1), kind: "agreement" as const, subject: null, issuedOn, expiresOn: null },
      {
        ...about,
        id: fixedId(41, i * 3 + 2),
        kind: "clearance" as const,
        subject: null,
        issuedOn,
        expiresOn: addDays(now, 500),
      },
      ...(insuredFor === null
        ? []
        : [
            {
              ...{ ...about, id: fixedId(41, i * 3 + 3), kind: "insurance" as const, subject: "General liability" },
              ...{ issuedOn: addDays(now, insuredFor - 365), expiresOn: addDays(now, insuredFor) },
            },
          ]),
    ];
  });
  await db.insert(partnershipDocuments).values(rows).onConflictDoNothing({ target: partnershipDocuments.id });
  const marks = vetted.flatMap(({ id: partnershipId }) =>
    steps
      .filter(({ districtId, isRequired }) => districtId === riverbend && isRequired)
      .map(({ id: stepId }) => ({ partnershipId, stepId, doneBy: people.dana.id, doneAt: instantDaysAgo(now, 180) })),
  );
  await db.insert(vettingMarks).values(marks).onConflictDoNothing();
}

async function plantNotes(db: Database, now: Date) {
  const [bluestem] = await db
    .select({ id: partnerships.id })
    .from(partnerships)
    .where(and(eq(partnerships.organizationId, organizations.bluestem.id), eq(partnerships.districtId, riverbend)));
  if (!bluestem) return;
  const about = { partnershipId: bluestem.id, districtId: riverbend };
  const notes = [
    {
      id: fixedId(42, 1),
      kind: "visit",
      writtenBy: people.dana.id,
      daysAgo: 176,
      text: "Saw the shop with Tomás. Two stands for students, first-aid kit by the door.",
    },
    {
      id: fixedId(42, 2),
      kind: "call",
      writtenBy: people.marcus.id,
      daysAgo: 6,
      text: "Asked for the new insurance certificate. Tomás sends it next week.",
    },
  ] as const;
  const rows = notes.map(({ daysAgo, ...note }) => ({
    ...{ ...about, ...note, happenedOn: addDays(now, -daysAgo), createdAt: instantDaysAgo(now, daysAgo) },
  }));
  await db.insert(partnershipNotes).values(rows).onConflictDoNothing({ target: partnershipNotes.id });
}
