import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { bumpListVersion } from "#app/domain/districts/list-version.server.ts";
import type { MailData, MailKind } from "#app/domain/mail/mails.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Database } from "#db/database.ts";
import { events } from "#db/schema/events.ts";
import { invitations } from "#db/schema/invitations.ts";
import { readerReports, listings, reviews } from "#db/schema/listings.ts";
import { mails } from "#db/schema/mail.ts";
import { toldMatches } from "#db/schema/matching.ts";
import { membershipRequests, partnershipDocuments, partnerships } from "#db/schema/organizations.ts";
import { sessions, studentProfiles } from "#db/schema/people.ts";
import { toldListings } from "#db/schema/saved.ts";
import { oneTimeLinks } from "#db/schema/sign-in.ts";
import { districts, guardianships, organizations, people } from "#db/seed/cast.ts";
import type { Mail } from "#emails/rendered-mail.ts";
import { TEST_NOW } from "./clock.ts";
import { givenAskedContact } from "./entered.ts";
import { givenTwoEditions } from "./editions.ts";
import { givenListing } from "./givens.ts";
import { givenSavedSearch } from "./saved-searches.ts";

const DAY_MS = 86_400_000;
const later = (ms: number) => new Date(TEST_NOW.getTime() + ms);
const { riverbend, lakeshore } = districts;

type To = Partial<Pick<typeof mails.$inferInsert, "userId" | "address" | "districtId" | "createdAt">>;

export async function givenMail<K extends MailKind>(
  db: Database,
  kind: K,
  locale: Locale,
  data: MailData[K],
  to: To & { digestId?: string },
): Promise<Mail> {
  const [mail] = await db
    .insert(mails)
    .values({ kind, locale, data, dueAt: TEST_NOW, createdAt: TEST_NOW, ...to })
    .returning();
  return mail!;
}

export async function givenLink(
  db: Database,
  purpose: (typeof oneTimeLinks.$inferInsert)["purpose"],
  changes: Partial<typeof oneTimeLinks.$inferInsert> = {},
): Promise<{ linkId: string }> {
  const { id: userId, email } = people.tomas;
  const expiresAt = later(purpose === "sign_in" ? 600_000 : DAY_MS);
  const row = { purpose, userId, email, expiresAt, createdAt: TEST_NOW, ...changes };
  const [link] = await db.insert(oneTimeLinks).values(row).returning();
  return { linkId: link!.id };
}

/** A listing of Bluestem Bikes in Riverbend on which a coordinator has decided. */
export async function givenDecided(
  db: Database,
  decision: (typeof reviews.$inferInsert)["decision"],
  changes: Parameters<typeof givenListing>[1] & { note?: string; state?: (typeof listings.$inferSelect)["state"] } = {},
) {
  const state = changes.state ?? (decision === "approved" ? "published" : decision);
  const { listing } = await givenListing(db, { ...changes, listing: { state, ...changes.listing } });
  await db.insert(reviews).values({
    listingId: listing.id,
    districtId: riverbend.id,
    revisionId: listing.submittedRevisionId,
    reviewerId: people.dana.id,
    decision,
    reasonCode: decision === "declined" ? "not_local" : null,
    note: changes.note ?? "Please say who stays with the students.\nAnd how they get home.",
    decidedAt: TEST_NOW,
  });
  return { listingId: listing.id };
}

async function invitation(db: Database, locale: Locale): Promise<{ invitationId: string }> {
  const [row] = await db
    .insert(invitations)
    .values({
      districtId: riverbend.id,
      email: `${randomUUID()}@families.example`,
      role: "coordinator",
      locale,
      invitedBy: people.dana.id,
      lastSentAt: TEST_NOW,
      expiresAt: later(7 * DAY_MS),
    })
    .returning();
  return { invitationId: row!.id };
}

async function session(db: Database): Promise<{ sessionId: string }> {
  const [row] = await db
    .insert(sessions)
    .values({
      id: randomUUID(),
      userId: people.leo.id,
      device: "Firefox · Windows",
      method: "password",
      idleSeconds: 600,
      ...{ expiresAt: later(DAY_MS), endsAt: later(DAY_MS), lastSeenAt: TEST_NOW, createdAt: TEST_NOW },
    })
    .returning();
  return { sessionId: row!.publicId };
}

async function membershipRequest(db: Database, decision?: "approved" | "declined") {
  const { bluestem } = organizations;
  await db.delete(membershipRequests).where(eq(membershipRequests.organizationId, bluestem.id));
  const [row] = await db
    .insert(membershipRequests)
    .values({ userId: people.hal.id, organizationId: bluestem.id, requestedAt: TEST_NOW, decision })
    .returning();
  return { requestId: row!.id };
}

async function partnership(db: Database, organizationId: string, set: Partial<typeof partnerships.$inferInsert>) {
  const [row] = await db
    .insert(partnerships)
    .values({ organizationId, districtId: lakeshore.id, status: "approved", ...set })
    .onConflictDoUpdate({ target: [partnerships.organizationId, partnerships.districtId], set })
    .returning();
  return { partnershipId: row!.id };
}

const listed = async (...given: Parameters<typeof givenListing>) => ({
  listingId: (await givenListing(...given)).listing.id,
});

/** Of Bluestem Bikes one listing waits for its word, and no other. */
async function asked(db: Database) {
  await db.update(listings).set({ confirmationAskedAt: null });
  const dates = { confirmedAt: later(-61 * DAY_MS), submittedAt: later(-62 * DAY_MS), confirmationAskedAt: TEST_NOW };
  const { listing } = await givenListing(db, { listing: dates });
  const event = { name: "listing.confirmation_asked", subjectId: listing.id, districtId: riverbend.id, at: TEST_NOW };
  await db.insert(events).values(event);
  return { organizationId: organizations.bluestem.id };
}

/** Readers' reports took it off the list. */
async function reported(db: Database) {
  const { listing } = await givenListing(db, { listing: { state: "suspended" } });
  const of = { districtId: riverbend.id };
  await db.insert(readerReports).values({ listingId: listing.id, ...of, reason: "wrong", reportedAt: TEST_NOW });
  await db.insert(events).values({ name: "listing.hidden", subjectId: listing.id, ...of, at: TEST_NOW });
  return { listingId: listing.id };
}

async function givenSearch(db: Database, whose: Parameters<typeof givenSavedSearch>[1]) {
  const search = await givenSavedSearch(db, { query: `q=bikes+${randomUUID().slice(0, 8)}&grade=11`, ...whose });
  const { userId, address, districtId } = search;
  return [{ userId, address, districtId }, search] as const;
}

const LEOS_PROFILE = { studentId: people.leo.id, clusters: ["010300"] };
const TOMAS = { userId: people.tomas.id, districtId: riverbend.id };
const DANA = { userId: people.dana.id, districtId: riverbend.id };
const { bluestem, kitchen, health, parks } = organizations;

type Given = { [K in MailKind]: (db: Database, locale: Locale) => Promise<[MailData[K], To]> };

/** Each kind's rows, and whom it goes to. */
const GIVEN: Given = {
  "person-address-to-verify": async (db) => [await givenLink(db, "verify_email"), { userId: people.tomas.id }],
  "person-account-exists": async () => [{}, { userId: people.mei.id }],
  "person-sign-in-asked": async (db) => [await givenLink(db, "sign_in"), { userId: people.tomas.id }],
  "person-password-reset-asked": async (db) => [await givenLink(db, "reset_password"), { userId: people.tomas.id }],
  "person-password-changed": async () => [{}, { userId: people.ana.id }],
  "person-address-change-asked": async (db) => [
    await givenLink(db, "change_email", { email: "tomas@new.example" }),
    { userId: people.tomas.id, address: "tomas@new.example" },
  ],
  "person-address-changed": async () => [{}, { userId: people.dana.id, address: "old@riverbend.example" }],
  "person-device-new": async (db) => [await session(db), { userId: people.leo.id }],
  "person-second-factor-changed": async () => [{ change: "passkey_added" }, { userId: people.ines.id }],
  "person-account-deleted": async () => [{}, { address: "gone@families.example" }],
  "person-invited": async (db, locale) => [
    await invitation(db, locale),
    { address: "new@families.example", districtId: riverbend.id },
  ],
  "family-guardianship-asked": async () => [{ guardianshipId: guardianships[1].id }, { userId: people.ana.id }],
  "family-guardianship-confirmed": async () => [{ guardianshipId: guardianships[0].id }, { userId: people.rosa.id }],
  "owner-membership-requested": async (db) => [await membershipRequest(db), { userId: people.tomas.id }],
  "member-membership-decided": async (db) => [await membershipRequest(db, "approved"), { userId: people.hal.id }],
  "coordinator-partnership-requested": async (db) => [
    await partnership(db, kitchen.id, { status: "requested" }),
    { userId: people.priya.id, districtId: lakeshore.id },
  ],
  "partner-partnership-approved": async (db) => [
    await partnership(db, bluestem.id, { inForceUntil: "2028-06-30" }),
    { userId: people.tomas.id, districtId: lakeshore.id },
  ],
  "partner-partnership-declined": async (db) => [
    await partnership(db, health.id, { status: "declined", declineReason: "not_local", note: "Ask us in fall." }),
    { userId: people.mei.id, districtId: lakeshore.id },
  ],
  "partner-partnership-expiring": async (db) => [
    await partnership(db, organizations.harbor.id, { inForceUntil: "2027-03-01" }),
    { userId: people.owen.id, districtId: lakeshore.id },
  ],
  "partner-partnership-lapsed": async (db) => [
    await partnership(db, parks.id, { inForceUntil: "2027-02-01" }),
    { userId: people.hal.id, districtId: lakeshore.id },
  ],
  "coordinator-partnership-expiring": async (db) => [
    await partnership(db, organizations.harbor.id, { inForceUntil: "2027-03-01" }),
    { userId: people.priya.id, districtId: lakeshore.id },
  ],
  "coordinator-document-expiring": async (db) => {
    const { partnershipId } = await partnership(db, organizations.harbor.id, { inForceUntil: "2027-03-01" });
    const document = { partnershipId, districtId: lakeshore.id, kind: "insurance", seenAt: TEST_NOW } as const;
    const [row] = await db
      .insert(partnershipDocuments)
      .values({ ...document, expiresOn: "2027-02-28" })
      .returning();
    return [{ documentId: row!.id }, { userId: people.priya.id, districtId: lakeshore.id }];
  },
  "coordinator-listing-submitted": async (db) => [await listed(db, { listing: { state: "submitted" } }), DANA],
  "partner-listing-approved": async (db) => [await givenDecided(db, "approved"), TOMAS],
  "partner-listing-changes-requested": async (db) => [await givenDecided(db, "changes_requested"), TOMAS],
  "partner-listing-declined": async (db) => [await givenDecided(db, "declined"), TOMAS],
  "partner-listing-still-true": async (db) => [await asked(db), TOMAS],
  "coordinator-listing-unconfirmed": async (db) => [await listed(db, { listing: { state: "expired" } }), DANA],
  "partner-listing-expiring": async (db) => [await listed(db, { listing: { closesOn: "2027-02-15" } }), TOMAS],
  "partner-listing-hidden": async (db) => [await reported(db), TOMAS],
  "coordinator-listing-reported": async (db) => [await reported(db), DANA],
  "partner-listing-expired": async (db) => [
    await listed(db, { listing: { state: "expired", closesOn: "2027-02-08", updatedAt: TEST_NOW } }),
    TOMAS,
  ],
  "partner-claim-asked": async (db) => {
    const address = `${randomUUID()}@shops.example`;
    const { askingId } = await givenAskedContact(db, address);
    return [{ askingId }, { address, districtId: riverbend.id }];
  },
  "person-search-asked": async (db) => {
    const [to, search] = await givenSearch(db, { address: `${randomUUID()}@families.example`, confirmedAt: null });
    return [{ searchId: search.id }, to];
  },
  "person-search-found": async (db) => {
    const [to, search] = await givenSearch(db, { userId: people.leo.id });
    const { listingId } = await listed(db);
    const told = { searchId: search.id, listingId, alertId: randomUUID(), toldAt: TEST_NOW };
    await db.insert(toldListings).values(told);
    return [{ searchId: search.id, alertId: told.alertId }, to];
  },
  "person-edition-published": async (db) => {
    const [to, search] = await givenSearch(db, {
      address: `${randomUUID()}@families.example`,
      ...{ follows: "editions", query: "" },
    });
    return [{ searchId: search.id, editionId: (await givenTwoEditions(db)).id }, to];
  },
  "family-matches-found": async (db) => {
    await db
      .insert(studentProfiles)
      .values({ ...LEOS_PROFILE, changedAt: TEST_NOW })
      .onConflictDoNothing();
    const { listingId } = await listed(db);
    await bumpListVersion(db, riverbend.id);
    const told = { studentId: people.leo.id, listingId, alertId: randomUUID(), toldAt: TEST_NOW };
    await db.insert(toldMatches).values({ ...told, readerId: people.rosa.id });
    return [{ alertId: told.alertId }, { userId: people.rosa.id, districtId: riverbend.id }];
  },
  "coordinator-week-summed-up": async (db) => [(await listed(db, { listing: { state: "submitted" } })) && {}, DANA],
  "person-digest-collected": async () => [{}, DANA],
};

export const KINDS = Object.keys(GIVEN) as MailKind[];

/** A mail of the kind, with something to say. */
export async function givenMailOf(db: Database, kind: MailKind, locale: Locale): Promise<Mail> {
  const [data, to] = await GIVEN[kind](db, locale);
  const mail = await givenMail(db, kind, locale, data, to);
  if (kind !== "person-digest-collected") return mail;
  for (const title of ["Bicycle repair helper", "Wheel builder's day", "River trail count"]) {
    const about = await listed(db, { opportunity: { title }, listing: { state: "submitted" } });
    await givenMail(db, "coordinator-listing-submitted", locale, about, { ...DANA, digestId: mail.id });
  }
  return mail;
}
