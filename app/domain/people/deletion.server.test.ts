import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { invitations } from "#db/schema/invitations.ts";
import { reviews } from "#db/schema/listings.ts";
import { mails, suppressions } from "#db/schema/mail.ts";
import { memberships } from "#db/schema/organizations.ts";
import { districtStaff, operators, parents, students, users } from "#db/schema/people.ts";
import { savedSearches } from "#db/schema/saved.ts";
import { oneTimeLinks } from "#db/schema/sign-in.ts";
import { beginSession } from "#app/auth/sessions.server.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, asPerson, givenListing } from "#tests/support/givens.ts";
import { getReview } from "../listings/review-detail.server.ts";
import { noteSent } from "../mail/sending.server.ts";
import { tell } from "../mail/tell.server.ts";
import { deleteAccount, findObstacles } from "./deletion.server.ts";
import { inviteFamily } from "./invitations.server.ts";

const database = useTestDatabase();
const { riverbend } = districts;
const MARKER = "zzyzx";
const begun = { now: TEST_NOW, device: "", method: "password" as const, secondFactorAt: null };

let number = 0;
async function somebody() {
  const email = `${MARKER}-${++number}@example.org`;
  const [user] = await database.db
    .insert(users)
    .values({ email, name: `Zoe ${MARKER}`, passwordHash: "x", emailVerifiedAt: TEST_NOW })
    .returning();
  return { id: user!.id, email, ctx: asPerson(database.db, user!.id) };
}

/** Rows of any table that hold the marker, by table. */
async function marked(): Promise<string[]> {
  const tables = await database.db.execute<{ name: string }>(
    sql`select table_schema || '.' || table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await database.db.execute<{ rows: number }>(
      sql.raw(`select count(*)::int as rows from ${name} t where t::text ilike '%${MARKER}%'`),
    );
    if (row!.rows > 0) found.push(`${name} ${row!.rows}`);
  }
  return found;
}

describe("deleting an account", () => {
  it("leaves no row with the person's name or address, but the one mail that says so (P4)", async () => {
    const { id, email, ctx } = await somebody();
    const { db } = database;
    await beginSession(db, { userId: id, ...begun });
    await db.insert(students).values({ userId: id, districtId: riverbend.id });
    await db.insert(parents).values({ userId: id, districtId: riverbend.id });
    await db.insert(memberships).values({ userId: id, organizationId: organizations.college.id, role: "member" });
    await db
      .insert(oneTimeLinks)
      .values({ purpose: "change_email", userId: id, email: `new-${email}`, expiresAt: TEST_NOW });
    await db.insert(suppressions).values({ address: email, reason: "bounced", at: TEST_NOW });
    const dates = { since: TEST_NOW, lookedAt: TEST_NOW, dueAt: TEST_NOW };
    const search = { districtId: riverbend.id, query: "q=bikes", cadence: "weekly" as const, ...dates };
    await db.insert(savedSearches).values({ ...search, userId: id });
    await db.insert(savedSearches).values({ ...search, address: email.toUpperCase(), locale: "en" });
    await tell(ctx, "person-password-changed", { userId: id }, {});
    const invite = { email: email.toUpperCase(), role: "parent" as const, locale: "en" as const };
    await inviteFamily(asCoordinator(db, people.dana.id, riverbend.id), { ...invite, idempotencyKey: randomUUID() });
    expect((await marked()).length).toBeGreaterThan(4);

    expect(await deleteAccount(ctx)).toEqual({ ok: true, value: null });
    expect(await marked()).toEqual(["public.mails 1"]);
    const [last] = await db.select().from(mails).where(eq(mails.address, email));
    expect(last).toMatchObject({ kind: "person-account-deleted", userId: null });
    await noteSent(db, last!, { providerId: "1", keepContent: false, now: TEST_NOW });
    expect(await marked()).toEqual([]);
    expect(await db.$count(invitations, sql`lower(${invitations.email}) = ${email}`)).toBe(0);
    const log = await db.select().from(events).where(eq(events.subjectId, id));
    expect(log.map(({ name }) => name)).toContain("person.deleted");
  });

  it("is done once however often it is asked", async () => {
    const { email, ctx } = await somebody();
    const outcomes = await Promise.all([deleteAccount(ctx), deleteAccount(ctx), deleteAccount(ctx)]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await database.db.$count(mails, eq(mails.address, email))).toBe(1);
  });

  it("keeps a coordinator's decisions, as a former coordinator's", async () => {
    const { id, ctx } = await somebody();
    await database.db.insert(districtStaff).values({ userId: id, districtId: riverbend.id, role: "coordinator" });
    const { listing } = await givenListing(database.db);
    const decided = { listingId: listing.id, districtId: riverbend.id, reviewerId: id, decidedAt: TEST_NOW };
    await database.db.insert(reviews).values({ ...decided, decision: "approved" });
    await deleteAccount(ctx);
    const review = await getReview(asCoordinator(database.db, people.dana.id, riverbend.id), listing.id);
    expect(review?.decisions).toMatchObject([{ decision: "approved", reviewer: null, isMine: false }]);
  });
});

describe("what nobody would answer for is in the way", () => {
  it("an organization with a listing, until it has another owner", async () => {
    await givenListing(database.db, { opportunity: { organizationId: organizations.harbor.id } });
    const ctx = asPerson(database.db, people.owen.id);
    expect(await findObstacles(ctx)).toEqual([{ refusal: "last_owner", name: organizations.harbor.name }]);
    expect(await deleteAccount(ctx)).toEqual({ ok: false, refusal: "last_owner" });
    const { id } = await somebody();
    await database.db
      .insert(memberships)
      .values({ userId: id, organizationId: organizations.harbor.id, role: "owner" });
    expect((await deleteAccount(ctx)).ok).toBe(true);
  });

  it("a district without another admin, also when its last two go at once", async () => {
    expect(await deleteAccount(asPerson(database.db, people.carl.id))).toEqual({ ok: false, refusal: "last_admin" });
    const other = await somebody();
    await database.db
      .insert(districtStaff)
      .values({ userId: other.id, districtId: districts.lakeshore.id, role: "admin" });
    const outcomes = await Promise.all([
      deleteAccount(asPerson(database.db, people.carl.id)),
      deleteAccount(other.ctx),
    ]);
    expect(outcomes.map((each) => each.ok || each.refusal).toSorted()).toEqual(["last_admin", true]);
  });

  it("the platform's last operator", async () => {
    const ctx = asPerson(database.db, people.joan.id);
    expect(await deleteAccount(ctx)).toEqual({ ok: false, refusal: "last_operator" });
    await database.db.insert(operators).values({ userId: people.hal.id });
    expect((await deleteAccount(ctx)).ok).toBe(true);
  });
});
