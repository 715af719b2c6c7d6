import { randomUUID } from "node:crypto";
import type { Database } from "#db/database.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions, type OpportunityContent } from "#db/schema/opportunities.ts";
import { users } from "#db/schema/people.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import type { Admin, Context, Coordinator, Operator, Partner, Person, Visitor } from "#app/domain/context.ts";
import { lastDayOf } from "#app/domain/listings/last-day.ts";
import type { Listing } from "#app/domain/listings/lifecycle.ts";
import type { Opportunity } from "#app/domain/opportunities/opportunity.ts";
import { TEST_NOW } from "./clock.ts";

type Insert = typeof opportunities.$inferInsert;

/** A complete, sound opportunity: what a test changes is what it is about. */
const SOUND = {
  kind: "PaidInternship",
  title: "Bicycle repair helper",
  summary: "Learn to fix bikes that people ride to work, beside a mechanic.",
  description: "You start with flat tires and brakes and end with your own repair stand.",
  tasks: "Fix flats\nTrue wheels\nHelp customers",
  places: 2,
  schedule: "Tuesdays and Thursdays after school",
  days: ["tue", "thu"],
  startTime: "15:30:00",
  endTime: "17:30:00",
  hoursPerWeek: 4,
  startsOn: "2027-02-15",
  endsOn: "2027-05-28",
  closesOn: "2027-03-05",
  ageMin: 16,
  gradeMin: 10,
  gradeMax: 12,
  pay: "paid",
  setting: "on_site",
  street: "412 19th Street",
  city: "Rock Island",
  state: "IL",
  zip: "61201",
  latitude: 41.5095,
  longitude: -90.5787,
  transport: ["bus"],
  languages: ["en", "es"],
  skills: ["bikes", "tools"],
  subClusters: ["010303"],
  howToAsk: "Tell the front desk you read about it on the district's list.",
  contactEmail: "tomas@bluestembikes.example",
} satisfies Partial<Insert>;

export interface GivenListing {
  opportunity: Opportunity;
  listing: Listing;
}

/** A listing of `SOUND` in Riverbend by Bluestem Bikes, published three days ago unless said otherwise. */
export async function givenListing(
  db: Database,
  changes: { opportunity?: Partial<Insert>; listing?: Partial<typeof listings.$inferInsert> } = {},
): Promise<GivenListing> {
  const opportunity = await givenOpportunity(db, changes.opportunity);
  const revisionId = await givenRevision(db, opportunity);
  const state = changes.listing?.state ?? "published";
  const threeDaysAgo = new Date(TEST_NOW.getTime() - 3 * 86_400_000);
  const seen = !["draft", "submitted", "changes_requested", "declined"].includes(state);
  const [listing] = await db
    .insert(listings)
    .values({
      opportunityId: opportunity.id,
      districtId: districts.riverbend.id,
      slug: `bicycle-repair-helper-${randomUUID().slice(0, 6)}`,
      state,
      submittedRevisionId: state === "draft" ? null : revisionId,
      submittedAt: state === "draft" ? null : threeDaysAgo,
      ...(seen ? { publishedRevisionId: revisionId, publishedAt: threeDaysAgo, confirmedAt: threeDaysAgo } : {}),
      closesOn: lastDayOf(opportunity),
      ...changes.listing,
    })
    .returning();
  return { opportunity, listing: listing! };
}

export async function givenOpportunity(db: Database, changes: Partial<Insert> = {}): Promise<Opportunity> {
  const [row] = await db
    .insert(opportunities)
    .values({ organizationId: organizations.bluestem.id, ...SOUND, ...changes })
    .returning();
  return row!;
}

export async function givenRevision(db: Database, opportunity: Opportunity): Promise<string> {
  const { id, organizationId: _o, createdBy: _c, version, createdAt: _a, updatedAt: _u, ...content } = opportunity;
  const [revision] = await db
    .insert(opportunityRevisions)
    .values({ opportunityId: id, version, content: content satisfies OpportunityContent })
    .returning();
  return revision!.id;
}

export const asPartner = (db: Database, userId: string, organizationIds: string[]): Context<Partner> => ({
  db,
  now: TEST_NOW,
  actor: { kind: "partner", userId, organizationIds },
});

export const asCoordinator = (db: Database, userId: string, districtId: string): Context<Coordinator> => ({
  db,
  now: TEST_NOW,
  actor: { kind: "coordinator", userId, districtId },
});

/** Someone with an account and no role yet. */
export async function givenPerson(db: Database, changes: Partial<typeof users.$inferInsert> = {}) {
  const email = `person-${randomUUID().slice(0, 8)}@example.org`;
  const [person] = await db
    .insert(users)
    .values({ email, name: "Pat Doe", emailVerifiedAt: TEST_NOW, ...changes })
    .returning();
  return person!;
}

export const asAdmin = (db: Database, userId: string, districtId: string): Context<Admin> => ({
  db,
  now: TEST_NOW,
  actor: { kind: "admin", userId, districtId },
});

export const asOperator = (db: Database, userId: string): Context<Operator> => ({
  db,
  now: TEST_NOW,
  actor: { kind: "operator", userId },
});

export const asPerson = (db: Database, userId: string): Context<Person> => ({
  db,
  now: TEST_NOW,
  actor: { kind: "person", userId },
});

export const asVisitor = (db: Database): Context<Visitor> => ({
  db,
  now: TEST_NOW,
  actor: { kind: "visitor", userId: null },
});
