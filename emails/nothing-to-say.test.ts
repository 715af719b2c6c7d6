import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { invitations } from "#db/schema/invitations.ts";
import { listings } from "#db/schema/listings.ts";
import { districtStaff, guardianships as guardianshipRows, users } from "#db/schema/people.ts";
import { memberships, partnerships } from "#db/schema/organizations.ts";
import { oneTimeLinks } from "#db/schema/sign-in.ts";
import { guardianships, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenDecided, givenLink, givenMail, givenMailOf } from "#tests/support/every-mail.ts";
import { mailing } from "#tests/support/keys.ts";
import { renderMail } from "./render.server.tsx";
import type { Mail } from "./rendered-mail.ts";

const database = useTestDatabase();
const read = (mail: Mail, now = TEST_NOW) => renderMail({ ...mailing, db: database.db, now }, mail);
const TOMAS = { userId: people.tomas.id };

afterEach(async () => {
  await database.db.update(users).set({ disabledAt: null });
  await database.db.update(districtStaff).set({ disabledAt: null });
  await database.db.insert(memberships).values(OWNER).onConflictDoNothing();
});

const OWNER = {
  userId: people.tomas.id,
  organizationId: "00000000-0000-4000-8003-000000000001",
  role: "owner",
} as const;

describe("nothing is said any longer", () => {
  it("of a link that was used, is over, or of another address", async () => {
    const used = await givenLink(database.db, "sign_in", { usedAt: TEST_NOW });
    expect(await read(await givenMail(database.db, "person-sign-in-asked", "en", used, TOMAS))).toBeNull();
    const other = await givenLink(database.db, "sign_in", { email: "before@bluestembikes.example" });
    expect(await read(await givenMail(database.db, "person-sign-in-asked", "en", other, TOMAS))).toBeNull();
    const mail = await givenMailOf(database.db, "person-sign-in-asked", "en");
    expect(await read(mail)).not.toBeNull();
    expect(await read(mail, new Date(TEST_NOW.getTime() + 600_000))).toBeNull();
    await database.db.delete(oneTimeLinks);
    expect(await read(mail)).toBeNull();
  });

  it("of an invitation that was revoked, accepted, or is over", async () => {
    const mail = await givenMailOf(database.db, "person-invited", "en");
    expect(await read(mail, new Date("2027-03-01T00:00:00Z"))).toBeNull();
    await database.db.update(invitations).set({ revokedAt: TEST_NOW });
    expect(await read(mail)).toBeNull();
    await database.db.update(invitations).set({ revokedAt: null, acceptedAt: TEST_NOW });
    expect(await read(mail)).toBeNull();
  });

  it.each(["partner-listing-approved", "partner-listing-changes-requested", "partner-listing-declined"] as const)(
    "by %s once the listing went on",
    async (kind) => {
      const mail = await givenMailOf(database.db, kind, "en");
      expect(await read(mail)).not.toBeNull();
      const state = kind === "partner-listing-approved" ? "suspended" : "submitted";
      await database.db
        .update(listings)
        .set({ state })
        .where(eq(listings.id, String(mail.data.listingId)));
      expect(await read(mail)).toBeNull();
    },
  );

  it("of a submission that was decided, and of a listing that left or expired no longer", async () => {
    for (const [kind, state] of [
      ["coordinator-listing-submitted", "declined"],
      ["partner-listing-expiring", "closed"],
      ["partner-listing-expired", "published"],
    ] as const) {
      const mail = await givenMailOf(database.db, kind, "en");
      await database.db
        .update(listings)
        .set({ state })
        .where(eq(listings.id, String(mail.data.listingId)));
      expect(await read(mail)).toBeNull();
    }
  });

  it("to somebody who is disabled or lost the role it was for", async () => {
    const [toPartner, toStaff] = [
      await givenMailOf(database.db, "partner-listing-approved", "en"),
      await givenMailOf(database.db, "coordinator-listing-submitted", "en"),
    ];
    const toDisabled = await givenMailOf(database.db, "person-password-changed", "en");
    await database.db.update(users).set({ disabledAt: TEST_NOW }).where(eq(users.id, people.ana.id));
    await database.db.delete(memberships).where(eq(memberships.userId, people.tomas.id));
    await database.db
      .update(districtStaff)
      .set({ disabledAt: TEST_NOW })
      .where(eq(districtStaff.userId, people.dana.id));
    expect(await Promise.all([toPartner, toStaff, toDisabled].map((mail) => read(mail)))).toEqual([null, null, null]);
  });

  it("of a family link that was answered or ended, and to nobody but the two", async () => {
    const mail = await givenMailOf(database.db, "family-guardianship-asked", "en");
    expect((await read(mail))?.text).toContain(people.rosa.name);
    expect(await read({ ...mail, userId: people.noah.id })).toBeNull();
    await database.db
      .update(guardianshipRows)
      .set({ endedAt: TEST_NOW })
      .where(eq(guardianshipRows.id, guardianships[1].id));
    expect(await read(mail)).toBeNull();
  });

  it("of a partnership that was decided otherwise", async () => {
    const mail = await givenMailOf(database.db, "coordinator-partnership-requested", "en");
    await database.db
      .update(partnerships)
      .set({ status: "approved" })
      .where(eq(partnerships.id, String(mail.data.partnershipId)));
    expect(await read(mail)).toBeNull();
  });

  it("by a digest all of whose mails have nothing to say", async () => {
    const mail = await givenMailOf(database.db, "person-digest-collected", "en");
    expect((await read(mail))?.subject).toBe("3 things for you");
    await database.db.update(listings).set({ state: "declined" }).where(eq(listings.state, "submitted"));
    expect(await read(mail)).toBeNull();
  });
});

describe("whether it is still true", () => {
  it("is asked no more once it was answered, or when a later mail asks the same", async () => {
    const mail = await givenMailOf(database.db, "partner-listing-still-true", "en");
    expect((await read(mail))?.subject).toBe("Still true? Bicycle repair helper");
    const later = { ...TOMAS, districtId: mail.districtId, createdAt: new Date(TEST_NOW.getTime() + 1) };
    await givenMail(database.db, "partner-listing-still-true", "en", mail.data as { organizationId: string }, later);
    expect(await read(mail)).toBeNull();
    const other = await givenMailOf(database.db, "partner-listing-still-true", "en");
    await database.db.update(listings).set({ confirmedAt: TEST_NOW });
    expect(await read(other)).toBeNull();
  });
});

describe("what people typed", () => {
  const NASTY = `Bikes</a><script>alert(1)</script>\r\nBcc: all@evil.example "'&`;

  it("is escaped in HTML (S4) and breaks no subject (S10)", async () => {
    const about = await givenDecided(database.db, "changes_requested", { opportunity: { title: NASTY }, note: NASTY });
    const mail = await givenMail(database.db, "partner-listing-changes-requested", "en", about, TOMAS);
    const letter = await read(mail);
    expect(letter?.html).not.toMatch(/<script|Bikes<\/a>/);
    expect(letter?.html).toContain("&lt;script&gt;");
    expect(letter?.subject).toBe(`Please change: Bikes</a><script>alert(1)</script> Bcc: all@evil.example "'&`);
  });

  it("keeps its line breaks in a note, as text", async () => {
    const letter = await read(await givenMailOf(database.db, "partner-listing-declined", "en"));
    expect(letter?.text).toContain("Please say who stays with the students.\nAnd how they get home.");
    expect(letter?.html).toMatch(/students\.<br\/?>And/);
  });
});
