import { events } from "#db/schema/events.ts";
import { invitations } from "#db/schema/invitations.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import type { FirstWords } from "#app/domain/opportunities/composing.server.ts";
import type { Database } from "#db/database.ts";
import { TEST_NOW } from "./clock.ts";
import { givenListing } from "./givens.ts";

/** What a partner said on the phone: enough to decide on. */
export const ENTRY = {
  ...{ title: "Help at the repair stand", summary: "Hold tools and learn.", kind: "JobShadowing", language: "en" },
  ...{ schedule: "Tuesdays after school", setting: "on_site", gradeMin: 9, pay: "unpaid" },
  ...{ howToAsk: "Come by.", contactName: "Sam", contactEmail: "sam@shops.example", contactPhone: null },
} as FirstWords;

type Changes = NonNullable<Parameters<typeof givenListing>[1]>;

/** Written down by Dana for Bluestem Bikes, and waiting for a decision unless said otherwise. */
export const givenEntered = (db: Database, { opportunity, listing }: Changes = {}) =>
  givenListing(db, {
    opportunity: { enteredBy: people.dana.id, enteredAt: TEST_NOW, ...opportunity },
    listing: { state: "submitted", ...listing },
  });

/** For an organization nobody acts for, whose contact was invited to claim it. */
export async function givenAskedContact(db: Database, email: string, changes: Changes = {}) {
  const districtId = districts.riverbend.id;
  const [shop] = await db.insert(organizations).values({ name: "Corner Shop", sector: "business" }).returning();
  const organizationId = shop!.id;
  await db.insert(partnerships).values({ organizationId, districtId, status: "approved" });
  const opportunity = { organizationId, contactEmail: email, ...changes.opportunity };
  const given = await givenEntered(db, { ...changes, opportunity });
  const days = { lastSentAt: TEST_NOW, expiresAt: new Date(TEST_NOW.getTime() + 14 * 86_400_000) };
  const [invitation] = await db
    .insert(invitations)
    .values({ organizationId, email, role: "owner", ...days })
    .returning();
  const detail = { invitationId: invitation!.id };
  const askingId = await givenAsking(db, given.listing.id, detail);
  return { ...given, organizationId, askingId, invitation: invitation! };
}

/** Its partner was asked to claim it. */
export async function givenAsking(db: Database, listingId: string, detail: Record<string, string> = {}) {
  const subject = { subjectId: listingId, districtId: districts.riverbend.id, at: TEST_NOW };
  const [asking] = await db
    .insert(events)
    .values({ name: "listing.claim_asked", ...subject, detail })
    .returning();
  return asking!.id;
}
