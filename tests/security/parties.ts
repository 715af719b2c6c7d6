import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { checkImport } from "#app/domain/imports/check-import.server.ts";
import type { Audience } from "#app/auth/policy.ts";
import { CHANGE_EMAIL } from "#app/domain/mail/link-purposes.ts";
import { beginSession } from "#app/auth/sessions.server.ts";
import type { Database } from "#db/database.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { mails } from "#db/schema/mail.ts";
import { bulkDecisions, readerReports, reasonTemplates, savedViews } from "#db/schema/listings.ts";
import { invitations } from "#db/schema/invitations.ts";
import {
  memberships,
  membershipRequests,
  organizationSites,
  organizations as organizationRows,
} from "#db/schema/organizations.ts";
import { districtStaff, guardianships, parents, sessions, students, users } from "#db/schema/people.ts";
import { identityProviders, oneTimeLinks, passkeys } from "#db/schema/sign-in.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { testKeys } from "#tests/support/keys.ts";
import { givenSavedSearch } from "#tests/support/saved-searches.ts";
import { csvOf, givenFile } from "#tests/support/imports.ts";
import { PARTNERSHIP_PARAMS } from "./partnership-params.ts";
import { OF_DISTRICT } from "./of-district.ts";

/** Who may be asked for: an audience with somebody in it. */
export type Role = Exclude<Audience, "anyone" | "machine" | "person">;
export const ROLES: Role[] = ["partner", "coordinator", "admin", "student", "parent", "operator"];

/** People who share nothing with those of another party; `marker` stands in every text that is theirs. */
export interface Party {
  name: string;
  district: (typeof districts)[keyof typeof districts];
  organizationId: string;
  /** A neighbour has no staff of its own: its district is one of the others'. */
  people: Partial<Record<Role, string>>;
  marker: string;
}

export const RIVERBEND: Party = {
  name: "riverbend",
  district: districts.riverbend,
  organizationId: organizations.college.id,
  people: {
    partner: people.grace.id,
    coordinator: people.dana.id,
    admin: people.ines.id,
    student: people.leo.id,
    parent: people.rosa.id,
    operator: people.joan.id,
  },
  marker: "Marker-of-Riverbend",
};

export const LAKESHORE: Party = {
  name: "lakeshore",
  district: districts.lakeshore,
  organizationId: organizations.harbor.id,
  people: {
    partner: people.owen.id,
    coordinator: people.priya.id,
    admin: people.carl.id,
    student: people.noah.id,
    parent: people.ruth.id,
    operator: people.joan.id,
  },
  marker: "Marker-of-Lakeshore",
};

/** In Riverbend too, and nobody's colleague or family there. */
export async function givenNeighbour(db: Database): Promise<Party> {
  const marker = "Marker-of-Neighbour";
  const named = (who: string) => ({
    name: `${who} ${marker}`,
    email: `${who}.${marker}@example.org`,
    emailVerifiedAt: TEST_NOW,
  });
  const rows = await db.insert(users).values(["partner", "student", "parent"].map(named)).returning({ id: users.id });
  const [partner, student, parent] = rows.map(({ id }) => id) as [string, string, string];
  const districtId = districts.riverbend.id;
  const [organization] = await db
    .insert(organizationRows)
    .values({ name: `Works ${marker}`, sector: "business" })
    .returning();
  await db.insert(memberships).values({ userId: partner, organizationId: organization!.id, role: "owner" });
  await db.insert(students).values({ userId: student, districtId });
  await db.insert(parents).values({ userId: parent, districtId });
  return {
    ...{ name: "neighbour", district: districts.riverbend, organizationId: organization!.id, marker },
    people: { partner, student, parent },
  };
}

export const STATES = ["draft", "submitted", "published", "suspended", "closed"] as const;
export type State = (typeof STATES)[number];

export interface Making {
  db: Database;
  party: Party;
  /** Whose account it is, where it belongs to an account. */
  owner: string;
  state: State;
}
export type Make = (making: Making) => Promise<string>;

/** A new account of somebody who belongs to nothing yet. */
async function givenPerson({ db, party }: Making): Promise<string> {
  const email = `${randomUUID()}@example.org`;
  const [person] = await db
    .insert(users)
    .values({ name: `Someone ${party.marker}`, email, emailVerifiedAt: TEST_NOW })
    .returning();
  return person!.id;
}

const invitation = async ({ db, party }: Making, of: { districtId: string } | { organizationId: string }) => {
  const days = (n: number) => new Date(TEST_NOW.getTime() + n * 86_400_000);
  const role = "districtId" in of ? ("coordinator" as const) : ("member" as const);
  const email = `${randomUUID()}.${party.marker}@example.org`;
  const row = { ...of, email, role, lastSentAt: days(-1), expiresAt: days(6), createdAt: days(-1) };
  const [made] = await db.insert(invitations).values(row).returning();
  return made!.id;
};

const listing = async ({ db, party, state }: Making) => {
  const { organizationId, district, marker } = party;
  const given = await givenListing(db, {
    // Written down by the staff, so that all of a listing's pages are there.
    opportunity: { organizationId, title: `Welder ${marker}`, summary: `Weld at ${marker}`, enteredAt: TEST_NOW },
    listing: { districtId: district.id, state },
  });
  if (state === "draft") return given;
  const report = { reason: "wrong" as const, text: marker, reportedAt: new Date(TEST_NOW.getTime() - 60_000) };
  await db.insert(readerReports).values({ ...report, listingId: given.listing.id, districtId: district.id });
  return given;
};

/**
 * What an address names, by its parameter, and by the desk where desks mean different things by it: how to give a party
 * one of its own. A route with a parameter that has no line here fails the tests.
 */
export const PARAMS: Record<string, Make> = {
  listingId: async (making) => (await listing(making)).listing.id,
  opportunityId: async (making) => (await listing(making)).opportunity.id,
  importId: async ({ db, party }) => {
    const { district, marker, people: staff } = party;
    const bytes = csvOf(`1,Baker ${marker},Bakery ${marker},2027-05-01,61201`);
    const file = { ...givenFile(bytes, `List ${marker} ${randomUUID()}`), districtId: district.id };
    const ctx = asCoordinator(db, staff.coordinator ?? people.dana.id, district.id);
    const checked = await checkImport(ctx, { ...file, fileName: `${marker}.csv`, idempotencyKey: randomUUID() });
    if (!checked.ok) throw new Error(checked.refusal);
    return checked.value.importId;
  },
  ...PARTNERSHIP_PARAMS,
  decisionId: async (making) => {
    const { db, party, owner } = making;
    const districtId = party.district.id;
    const { listing: row } = await listing(making);
    const before = [{ listingId: row.id, refusal: party.marker }];
    const decision = { districtId, decidedBy: owner, verb: "approve", before, decidedAt: TEST_NOW };
    const [made] = await db.insert(bulkDecisions).values(decision).returning();
    return made!.id;
  },
  viewId: async ({ db, party, owner }) => {
    const view = { districtId: party.district.id, userId: owner, name: `${party.marker} ${randomUUID()}`, query: "" };
    const [made] = await db.insert(savedViews).values(view).returning();
    return made!.id;
  },
  templateId: async ({ db, party }) => {
    const words = { decision: "declined" as const, name: `${party.marker} ${randomUUID()}`, text: party.marker };
    const [made] = await db
      .insert(reasonTemplates)
      .values({ ...words, districtId: party.district.id })
      .returning();
    return made!.id;
  },
  "coordinator.invitationId": (making) => invitation(making, { districtId: making.party.district.id }),
  "partner.invitationId": (making) => invitation(making, { organizationId: making.party.organizationId }),
  "partner.userId": async (making) => {
    const userId = await givenPerson(making);
    const { organizationId } = making.party;
    await making.db.insert(memberships).values({ userId, organizationId, role: "member" });
    return userId;
  },
  organizationId: ({ party }) => Promise.resolve(party.organizationId),
  siteId: async ({ db, party }) => {
    const site = { organizationId: party.organizationId, name: `Site ${party.marker} ${randomUUID()}` };
    const [row] = await db.insert(organizationSites).values(site).returning();
    return row!.id;
  },
  staffId: async (making) => {
    const userId = await givenPerson(making);
    const role = "coordinator" as const;
    await making.db.insert(districtStaff).values({ userId, districtId: making.party.district.id, role });
    return userId;
  },
  familyId: async (making) => {
    const userId = await givenPerson(making);
    await making.db.insert(students).values({ userId, districtId: making.party.district.id });
    return userId;
  },
  requestId: async (making) => {
    const userId = await givenPerson(making);
    const { organizationId } = making.party;
    const [row] = await making.db
      .insert(membershipRequests)
      .values({ userId, organizationId, requestedAt: TEST_NOW })
      .returning();
    return row!.id;
  },
  "account.token": async ({ db, owner, party }) => {
    const email = `${randomUUID()}.${party.marker}@example.org`;
    const expiresAt = new Date(TEST_NOW.getTime() + 86_400_000);
    const link = { purpose: "change_email" as const, userId: owner, email, expiresAt };
    const [row] = await db.insert(oneTimeLinks).values(link).returning();
    return testKeys.sign(CHANGE_EMAIL, row!.id);
  },
  sessionId: async ({ db, owner }) => {
    const device = "Firefox on a test";
    await beginSession(db, { userId: owner, now: TEST_NOW, device, method: "password", secondFactorAt: null });
    const rows = await db.select().from(sessions).where(eq(sessions.userId, owner));
    return rows.find((row) => row.device === device)!.publicId;
  },
  searchId: async ({ db, owner, party }) => {
    const query = `q=${randomUUID()}`;
    const whose = { userId: owner, districtId: party.district.id, name: `${party.marker} ${query}` };
    return (await givenSavedSearch(db, { ...whose, query })).id;
  },
  passkeyId: async ({ db, owner, party }) => {
    const [row] = await db
      .insert(passkeys)
      .values({
        id: randomUUID(),
        userId: owner,
        publicKey: new Uint8Array([1]),
        counter: 0,
        isBackedUp: false,
        name: party.marker,
      })
      .returning();
    return row!.id;
  },
  providerId: async ({ db, party }) => {
    const row = { districtId: party.district.id, kind: "google" as const, name: `Google ${party.marker}` };
    const client = { issuer: "https://accounts.google.com", clientId: randomUUID(), sealedClientSecret: "sealed" };
    const [added] = await db
      .insert(identityProviders)
      .values({ ...row, ...client })
      .returning();
    return added!.id;
  },
  ...OF_DISTRICT,
  "coordinator.guardianshipId": async (making) => {
    const { db, party } = making;
    const districtId = party.district.id;
    const [parentId, studentId] = [await givenPerson(making), await givenPerson(making)];
    await db.insert(parents).values({ userId: parentId, districtId });
    await db.insert(students).values({ userId: studentId, districtId });
    const [row] = await db
      .insert(guardianships)
      .values({ parentId, studentId, districtId, parentSaidAt: TEST_NOW })
      .returning();
    return row!.id;
  },
  guardianshipId: async (making) => {
    const { db, party, owner } = making;
    const { district } = party;
    const isParent = owner === party.people.parent;
    const other = await givenPerson(making);
    if (isParent) await db.insert(students).values({ userId: other, districtId: district.id });
    else await db.insert(parents).values({ userId: other, districtId: district.id });
    const pair = isParent ? { parentId: owner, studentId: other } : { parentId: other, studentId: owner };
    const [row] = await db
      .insert(guardianships)
      .values({ ...pair, districtId: district.id, parentSaidAt: TEST_NOW, studentSaidAt: TEST_NOW })
      .returning();
    return row!.id;
  },
  jobId: async ({ db }) => {
    await enqueue(db, "check-search", {}, { delayMs: 60_000 });
    const [job] = await db.execute<{ id: string }>(sql`select max(id)::text as id from graphile_worker.jobs`);
    return job!.id;
  },
  mailId: async ({ db, party, owner }) => {
    const words = { kind: "person-invited", locale: "en", data: {}, dueAt: TEST_NOW, state: "parked" } as const;
    const [mail] = await db
      .insert(mails)
      .values({ ...words, userId: owner, problem: party.marker })
      .returning();
    return mail!.id;
  },
};

/** How a parameter is made, in the desk's own way where it has one. */
export const makerOf = (desk: string, param: string): Make | undefined => PARAMS[`${desk}.${param}`] ?? PARAMS[param];
