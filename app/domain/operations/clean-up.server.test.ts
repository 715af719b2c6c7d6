import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { districts as districtTable } from "#db/schema/districts.ts";
import { acknowledgements } from "#db/schema/events.ts";
import { pictures } from "#db/schema/files.ts";
import { invitations } from "#db/schema/invitations.ts";
import { mails, webhookMessages } from "#db/schema/mail.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations as organizationTable } from "#db/schema/organizations.ts";
import { sessions, users } from "#db/schema/people.ts";
import { savedSearches } from "#db/schema/saved.ts";
import { booklets } from "#db/schema/printing.ts";
import { oneTimeLinks, rateLimits, signInAttempts } from "#db/schema/sign-in.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { givenPicture } from "#tests/support/pictures.ts";
import { cleanUp } from "./clean-up.server.ts";
import { KEPT_DAYS, type Kept } from "./retention.ts";

const database = useTestDatabase();
const system = () => ({ db: database.db, now: TEST_NOW, actor: { kind: "system", userId: null } as const });
const ago = (days: number, seconds = 0) => new Date(TEST_NOW.getTime() - days * 86_400_000 - seconds * 1000);

async function givenKept(createdAt: Date): Promise<string> {
  const { bytes, ...picture } = givenPicture();
  const row = { ...picture, bytes: Buffer.from(bytes), createdAt };
  return (await database.db.insert(pictures).values(row).returning())[0]!.id;
}

/** One row of each kind that was over at an instant. */
async function given(at: Date) {
  const { db } = database;
  const userId = people.tomas.id;
  const session = { userId, device: "", method: "password" as const, expiresAt: ago(-9), idleSeconds: 60 };
  const rested = { ...session, id: randomUUID(), endsAt: ago(-9), lastSeenAt: new Date(at.getTime() - 60_000) };
  await db.insert(sessions).values([rested, { ...session, id: randomUUID(), endsAt: at, lastSeenAt: ago(-9) }]);
  await db.insert(oneTimeLinks).values({ purpose: "sign_in", userId, email: "t@example.org", expiresAt: at });
  await db.insert(signInAttempts).values({ id: randomUUID(), step: "second_factor", userId, expiresAt: at });
  await db.insert(acknowledgements).values({ actorId: userId, key: randomUUID(), verb: "x", at });
  await db.insert(rateLimits).values({ key: randomUUID(), expire: at });
  await db.insert(webhookMessages).values({ id: randomUUID(), receivedAt: at });
  await db.insert(users).values({ name: "Not yet", email: `${randomUUID()}@example.org`, createdAt: at });
  const invited = { districtId: districts.riverbend.id, role: "coordinator" as const, lastSentAt: at };
  await givenKept(at);
  const booklet = { districtId: districts.riverbend.id, locale: "en", size: "normal", askedAt: at } as const;
  await db.insert(booklets).values({ ...booklet, query: `q=${randomUUID()}` });
  const email = () => `${randomUUID()}@example.org`;
  await db.insert(invitations).values([
    { ...invited, email: email(), expiresAt: at },
    { ...invited, email: email(), expiresAt: ago(-9), acceptedAt: at },
    { ...invited, email: email(), expiresAt: ago(-9), revokedAt: at },
  ]);
  const mail = { kind: "x", userId, locale: "en", data: {}, dueAt: at, createdAt: at } as const;
  const dates = { since: at, lookedAt: at, dueAt: at, createdAt: at };
  const search = { districtId: districts.riverbend.id, query: "q=bikes", cadence: "daily" as const, ...dates };
  await db.insert(savedSearches).values({ ...search, address: email(), locale: "es" });
  await db.insert(savedSearches).values({ ...search, address: email(), locale: "en", confirmedAt: at });
  const states = ["sent", "digested", "suppressed", "dropped"] as const;
  await db.insert(mails).values(states.map((state) => ({ ...mail, state })));
  return { sessions: 2, invitations: 3, mails: 4 };
}

const ONE_EACH = Object.fromEntries(Object.keys(KEPT_DAYS).map((kept) => [kept, 1])) as Record<Kept, number>;
const NONE = Object.fromEntries(Object.keys(KEPT_DAYS).map((kept) => [kept, 0]));

it("removes what is over for longer than it is kept, in batches, and nothing younger", async () => {
  let more = {};
  for (const days of new Set(Object.values(KEPT_DAYS))) {
    // Just not yet, and just too long.
    await given(ago(days, -1));
    more = await given(ago(days, 1));
  }
  const left = async () => (await database.db.select().from(users)).length;
  const before = await left();
  const gone = await cleanUp(system(), 2);
  const periods = [...new Set(Object.values(KEPT_DAYS))];
  // Of each period tried, the rows before and after it, those that are as old as they are kept and a second more go.
  const expected = Object.entries({ ...ONE_EACH, ...more }).map(([kept, rows]) => {
    const own = KEPT_DAYS[kept as Kept];
    const times = periods.filter((days) => days >= own).length + periods.filter((days) => days > own).length;
    return [kept, rows * times];
  });
  expect(gone).toEqual(Object.fromEntries(expected));
  expect(await left()).toBe(before - gone.unverified_accounts);
  expect(await cleanUp(system())).toEqual(NONE);
});

it("leaves what is not over: parked and waiting mails, open invitations, everyone of the cast", async () => {
  const old = ago(400);
  const mail = { kind: "x", userId: people.tomas.id, locale: "en", data: {}, dueAt: old, createdAt: old } as const;
  const states = ["waiting", "held", "sending", "parked"] as const;
  await database.db.insert(mails).values(states.map((state) => ({ ...mail, state })));
  const open = { email: "open@example.org", role: "admin" as const, lastSentAt: old, expiresAt: ago(-1) };
  await database.db.insert(invitations).values({ ...open, districtId: districts.lakeshore.id });
  expect(await cleanUp(system())).toEqual(NONE);
});

it("leaves pictures that a text, a text as it was sent, an organization or a district shows", async () => {
  const [shown, sent, ofOrganization, ofDistrict, favicon, touchIcon] = await Promise.all(
    [400, 400, 400, 400, 400, 400].map((n) => givenKept(ago(n))),
  );
  const { opportunity } = await givenListing(database.db, { opportunity: { pictureId: sent!, pictureAlt: "A bike" } });
  await database.db.update(opportunities).set({ pictureId: shown! }).where(eq(opportunities.id, opportunity.id));
  const [organization, district] = [organizations.bluestem.id, districts.riverbend.id];
  await database.db
    .update(organizationTable)
    .set({ logoId: ofOrganization! })
    .where(eq(organizationTable.id, organization));
  const icons = { faviconId: favicon!, touchIconId: touchIcon! };
  await database.db
    .update(districtTable)
    .set({ logoId: ofDistrict!, ...icons })
    .where(eq(districtTable.id, district));
  await givenKept(ago(400));
  expect((await cleanUp(system())).pictures).toBe(1);
  const kept = [shown, sent, ofOrganization, ofDistrict, favicon, touchIcon].map((id) => id!);
  expect(await database.db.$count(pictures, inArray(pictures.id, kept))).toBe(6);
});
